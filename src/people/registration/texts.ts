import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, list, paragraph, type RichText, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { findMunicipalities, type Municipality, municipalityOf } from '../municipalities/municipalities.ts'
import { COUNCIL_ROLES, EXPERIENCES, KEEP_PERSON, type Profile } from '../rules.ts'
import { councilRoleName, experienceName, type PlainSentence, say } from '../texts.ts'
import { BUTTONS } from './buttons.ts'
import { knownName, type Refusal, type Registration, STEPS, type Step } from './rules.ts'

/** How many municipalities are offered at once. */
const PAGE = 6

const REFUSALS: Record<Refusal, PlainSentence> = {
  'too-long': 'name-too-long',
  digits: 'name-digits',
  signs: 'name-signs',
  'one-word': 'name-one-word',
  'no-address': 'email-wrong',
}

/** The question a registration is at, with its buttons; `refused`: why the last answer was none. */
export function questionMessage(
  to: { chatId: number; locale: Locale; name: string },
  registration: Registration,
  refused: Refusal | null = null,
): Outgoing {
  const { content, buttons } = QUESTIONS[registration.step](to, registration)
  const t = say(to.locale)
  const step = { n: STEPS.indexOf(registration.step) + 1, of: STEPS.length }
  const opening = registration.step === 'name' && registration.wanted !== null && refused === null
  return {
    chatId: to.chatId,
    content: [
      ...(refused === null ? [] : [paragraph(t(REFUSALS[refused]))]),
      ...(opening ? [paragraph(t('register-why'))] : []),
      ...understood(to.locale, registration),
      ...content,
      ...(registration.change ? [] : [footer(t('register-step', step))]),
    ],
    buttons: [...buttons, wayOut(to.locale, registration)],
  }
}

/** What was understood of a place that was written, since nothing was pressed. */
function understood(locale: Locale, { step, change, answers }: Registration): Block[] {
  const one = step === 'role' && !change ? municipalityOf(answers.municipalityCode ?? '') : undefined
  return one ? [paragraph(`✓ ${municipalityInFull(locale, one)}`)] : []
}

type Question = (
  to: { locale: Locale; name: string },
  registration: Registration,
) => {
  content: Block[]
  buttons: InlineKeyboardButton[][]
}

const QUESTIONS: Record<Step, Question> = {
  name: ({ locale, name }, registration) => {
    const known = knownName(registration, name)
    const t = say(locale)
    return {
      content:
        known === null
          ? [paragraph(bold(t('ask-name'))), paragraph(t('ask-name-how'))]
          : [paragraph(bold(t('ask-name-known'))), paragraph(t('ask-name-known-how'))],
      buttons: known === null ? [] : [[BUTTONS.name.labelled(t('button-this-is-me', { name: known }))]],
    }
  },
  municipality: ({ locale }, registration) => municipalityQuestion(locale, registration),
  role: ({ locale }) => ({
    content: [paragraph(bold(say(locale)('ask-role')))],
    buttons: COUNCIL_ROLES.map((role) => [BUTTONS.role.labelled(councilRoleName(locale, role), role)]),
  }),
  email: ({ locale }, { answers }) => ({
    content: [paragraph(bold(say(locale)('ask-email'))), paragraph(say(locale)('ask-email-how'))],
    buttons: [
      ...(answers.email === null
        ? []
        : [[BUTTONS.email.labelled(say(locale)('button-keep', { value: answers.email }), 'keep')]]),
      [BUTTONS.email.labelled(say(locale)('button-skip'), 'skip')],
    ],
  }),
  experience: ({ locale }) => ({
    content: [paragraph(bold(say(locale)('ask-experience')))],
    buttons: [EXPERIENCES.map((one) => BUTTONS.experience.labelled(experienceName(locale, one), one))],
  }),
  consent: ({ locale }, registration) => ({
    content: consentContent(locale, registration),
    buttons: [
      [BUTTONS.consent.labelled(say(locale)('button-consent'), 'yes')],
      [BUTTONS.consent.labelled(say(locale)('button-no-consent'), 'no')],
    ],
  }),
}

function municipalityQuestion(locale: Locale, { answers, search }: Registration): ReturnType<Question> {
  const t = say(locale)
  const kept = municipalityOf(answers.municipalityCode ?? '')
  const found = search === null ? [] : findMunicipalities(search.text)
  if (search === null || found.length === 0) {
    return {
      content: [
        ...(search === null ? [] : [paragraph(t('municipality-none'))]),
        paragraph(bold(t('ask-municipality'))),
        paragraph(t('ask-municipality-how')),
      ],
      buttons: kept ? [[municipalityButton(locale, kept)]] : [],
    }
  }
  const shown = found.slice(search.page * PAGE, (search.page + 1) * PAGE)
  return {
    content: [
      paragraph(bold(t('municipality-choose'))),
      ...(found.length > PAGE ? [paragraph(t('municipality-many', { count: found.length }))] : []),
    ],
    buttons: [...shown.map((one) => [municipalityButton(locale, one)]), ...pages(locale, search.page, found.length)],
  }
}

function pages(locale: Locale, page: number, count: number): InlineKeyboardButton[][] {
  const row = [
    ...(page > 0 ? [BUTTONS.page.labelled(say(locale)('button-before'), page - 1)] : []),
    ...((page + 1) * PAGE < count ? [BUTTONS.page.labelled(say(locale)('button-after'), page + 1)] : []),
  ]
  return row.length > 0 ? [row] : []
}

function municipalityButton(locale: Locale, one: Municipality): InlineKeyboardButton {
  return BUTTONS.municipality.labelled(municipalityInFull(locale, one), one.code)
}

/** With its kind and district, since names repeat: «Палилула (градска општина, Београд)». */
function municipalityInFull(locale: Locale, { kind, region, nameCyrl, districtCyrl }: Municipality): string {
  const capital = kind === 'city' && region === 'Belgrade'
  return say(locale)('municipality-in-full', {
    kind: capital ? 'capital' : kind,
    name: shownTo(locale, nameCyrl),
    district: shownTo(locale, districtCyrl),
  })
}

/** «Општина Пландиште», for lists and sentences; empty for a code that is none. */
export function municipalityLabel(locale: Locale, code: string): string {
  const one = municipalityOf(code)
  return one ? say(locale)('municipality-label', { kind: one.kind, name: shownTo(locale, one.nameCyrl) }) : ''
}

function consentContent(locale: Locale, { answers }: Registration): Block[] {
  const t = say(locale)
  return [
    paragraph(bold(t('consent-title'))),
    list(answerLines(locale, answers)),
    paragraph(bold(t('consent-what')), ' ', t('consent-what-text')),
    paragraph(bold(t('consent-why')), ' ', t('consent-why-text')),
    paragraph(bold(t('consent-how-long')), ' ', tappable(t('consent-how-long-text', { years: KEEP_PERSON.years }))),
  ]
}

/** What a person tells, in the order in which it is asked. */
export const FIELDS = STEPS.filter((step) => step !== 'consent')
type Field = (typeof FIELDS)[number]

const FIELD_NAMES: Record<Field, PlainSentence> = {
  name: 'field-name',
  municipality: 'field-municipality',
  role: 'field-role',
  email: 'field-email',
  experience: 'field-experience',
}

export function fieldName(locale: Locale, field: Field): string {
  return say(locale)(FIELD_NAMES[field])
}

/** What a person told, a line an answer, named. */
export function answerLines(
  locale: Locale,
  told: { [Field in keyof Omit<Profile, 'consentVersion'>]: Profile[Field] | null },
): RichText[] {
  const t = say(locale)
  const values: Record<Field, string> = {
    name: told.fullName ?? '',
    municipality: municipalityLabel(locale, told.municipalityCode ?? ''),
    role: told.councilRole === null ? '' : councilRoleName(locale, told.councilRole),
    email: told.email ?? t('email-none'),
    experience: told.experience === null ? '' : experienceName(locale, told.experience),
  }
  return FIELDS.map((field) => [`${fieldName(locale, field)}: `, bold(values[field])])
}

function wayOut(locale: Locale, { step, change }: Registration): InlineKeyboardButton[] {
  const cancel = BUTTONS.cancel.labelled(say(locale)('button-cancel'))
  const back = BUTTONS.back.labelled(say(locale)('button-back'), step)
  return change || step === 'name' ? [cancel] : [back, cancel]
}
