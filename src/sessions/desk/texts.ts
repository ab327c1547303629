import type { InlineKeyboardButton } from 'grammy/types'
import {
  type Block,
  bold,
  footer,
  list,
  paragraph,
  quotation,
  type RichText,
  tappable,
} from '../../bot/message/rich.ts'
import { loadTexts } from '../../bot/message/texts.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { momentFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { JOIN_PEOPLE, MESSAGE, NOT_THE_SAME, PERSON, VIEW } from '../buttons.ts'
import type { Session } from '../session/session.ts'
import { deadlineOf, type Reader, timeOf, titleLabel, titleOf } from '../session/texts.ts'
import type { CallReason, Matter, ToCall } from './matters.ts'
import type { Texts } from './texts.types.ts'

const say = loadTexts<Texts>(import.meta.url)

/** A matter as whoever is in charge reads it; `name` is of whom it is about, `null` once their data are erased. */
export function matterMessage(
  { chatId, locale }: Reader,
  { session, matter, name }: { session: Session; matter: Matter; name: string | null },
): Outgoing {
  return {
    chatId,
    content: contentOf(locale, { session, matter, name }),
    buttons: buttonsOf(locale, session, matter),
  }
}

function contentOf(
  locale: Locale,
  { session, matter, name }: { session: Session; matter: Matter; name: string | null },
): Block[] {
  const t = say(locale)
  const title = titleOf(locale, session)
  if (matter.kind === 'empty-seat') {
    const when = momentFor(locale, session.starts.toPlainDateTime())
    return [
      paragraph(bold(t('matter-empty-seat', { title, free: matter.free }))),
      paragraph(t('matter-starts', { when })),
    ]
  }
  if (matter.kind === 'call') return callBlocks(locale, session, matter)
  const about = {
    name: name === null ? t('matter-somebody') : shownTo(locale, name),
    municipality: municipalityLabel(locale, matter.municipality),
    title,
  }
  switch (matter.kind) {
    case 'approval':
      return [paragraph(bold(t('matter-approval', about))), footer(tappable(t('matter-approval-more')))]
    case 'late-cancel':
      return [paragraph(bold(t('matter-late-cancel', about))), paragraph(t('matter-reason', { reason: matter.reason }))]
    case 'same-person':
      return [paragraph(bold(t('matter-same-person', about))), paragraph(t('matter-same-how'))]
    case 'claimed':
      return [paragraph(bold(t('matter-claimed', about)))]
    case 'word':
      return [
        paragraph(bold(t('matter-word', about))),
        quotation([paragraph(matter.text)]),
        footer(t('matter-word-how')),
      ]
  }
}

function buttonsOf(locale: Locale, session: Session, matter: Matter): InlineKeyboardButton[][] {
  const t = say(locale)
  if (matter.kind === 'empty-seat') return [[VIEW.labelled(titleLabel(locale, session), session.id)]]
  if (matter.kind === 'call') {
    const [first, ...others] = matter.people
    if (!first || others.length > 0) return [[VIEW.labelled(titleLabel(locale, session), session.id)]]
    return [[PERSON.labelled(t('button-person'), first.signUpId)]]
  }
  const person = PERSON.labelled(t('button-person'), matter.signUpId)
  if (matter.kind === 'same-person' && matter.personId !== null) {
    const same = JOIN_PEOPLE.labelled(t('button-same'), matter.enteredId, matter.personId)
    return [[same, NOT_THE_SAME.labelled(t('button-not-same'))], [person]]
  }
  return [matter.kind === 'word' ? [MESSAGE.labelled(t('button-reply'), matter.signUpId), person] : [person]]
}

const CALLS = {
  'offer-expired': 'call-offer-expired',
  'offer-gone': 'call-offer-gone',
  'session-changed': 'call-changed',
  'session-cancelled': 'call-cancelled',
  reminder: 'call-reminder',
} as const satisfies Record<Exclude<CallReason, 'offer'>, keyof Texts>

/** More names make a message that nobody reads; all of them are in the list of sign-ups. */
const MOST_NAMED = 40

function callBlocks(
  locale: Locale,
  session: Session,
  { why, until, people }: Extract<Matter, { kind: 'call' }>,
): Block[] {
  const t = say(locale)
  const title = titleOf(locale, session)
  const said =
    why === 'offer'
      ? t('call-offer', { title, until: until ? deadlineOf(locale, until) : '' })
      : t(CALLS[why], { title, when: timeOf(locale, session) })
  return [paragraph(bold(said)), ...callBlocksOf(locale, people)]
}

/** Who has no Telegram, each with the number to call. */
export function callBlocksOf(locale: Locale, people: readonly Omit<ToCall, 'signUpId'>[]): Block[] {
  const t = say(locale)
  const left = people.length - MOST_NAMED
  return [
    paragraph(t('call-them')),
    list(people.slice(0, MOST_NAMED).map((one) => callLine(locale, one))),
    ...(left > 0 ? [footer(t('call-more', { count: left }))] : []),
  ]
}

/** «Ана Анић (Пландиште): 064 123 4567» */
function callLine(locale: Locale, { name, municipality, phone, email }: Omit<ToCall, 'signUpId'>): RichText {
  const contact = [phone, email].filter((one) => one !== null).join(', ')
  const about = `${shownTo(locale, name)} (${municipalityLabel(locale, municipality)})`
  return [`${about}: `, bold(contact === '' ? say(locale)('call-unknown') : contact)]
}
