import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, footer, heading, paragraph, tappable } from '../../../bot/message/rich.ts'
import { sayIt } from '../../../bot/message/texts.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { dayFor, daysFor, momentFor, timeFor } from '../../../language/dates/write.ts'
import type { Locale } from '../../../language/locale.ts'
import { scriptOf } from '../../../language/script.ts'
import type { Fault as PlanFault } from '../../session/plan.ts'
import type { SessionPlan, WallTime } from '../../session/session.ts'
import { type PlainSentence, say } from '../texts.ts'
import type { Fault } from './answers.ts'
import {
  ANSWER,
  CHANGE_FIELD,
  DISCARD,
  KEEP_UNSEEN,
  PREVIEW,
  PUBLISH,
  SAVE,
  SHOW_FIELDS,
  TAKE_USUAL,
} from './buttons.ts'
import type { Choice } from './choices.ts'
import { offersUsual, type PlanDialogue } from './dialogue.ts'
import { type Days, FIELDS, type Step } from './entry.ts'
import { FIELD_NAMES, fieldOf, momentOf, planFaultSentence, settingsList } from './field-texts.ts'

/** A question with usual answers to it; over it what was answered by a tap, or why an answer could not be taken. */
export function questionMessage(to: To, dialogue: PlanDialogue, choices: Choice[], note: string | null): Outgoing {
  const step = dialogue.at as Step
  const { entry } = dialogue
  return {
    ...placed(to),
    content: [
      ...(note === null ? [] : [paragraph(note)]),
      paragraph(bold(questionOf(to.locale, step, entry.days))),
      footer(tappable(progress(to.locale, dialogue, step))),
    ],
    buttons: [...choiceButtons(to.locale, step, choices, entry.plan.starts), ...wayOut(to.locale, dialogue)],
  }
}

const QUESTIONS: Record<Exclude<Step, 'hours'>, PlainSentence> = {
  title: 'question-title',
  module: 'question-module',
  description: 'question-description',
  when: 'question-when',
  place: 'question-place',
  capacity: 'question-capacity',
  quota: 'question-quota',
  'sign-up-until': 'question-sign-up-until',
  'cancel-until': 'question-cancel-until',
  reserved: 'question-reserved',
  'reserved-until': 'question-reserved-until',
  approval: 'question-approval',
  language: 'question-language',
}

function questionOf(locale: Locale, step: Step, days: Days | null): string {
  if (step !== 'hours') return say(locale)(QUESTIONS[step])
  // Hours are asked for once the days are known.
  const { first, last, from } = days!
  const shown = daysFor(locale, dayOf(first), dayOf(last)).replace(/\.$/, '')
  if (from === null) return say(locale)('question-hours', { days: shown })
  return say(locale)('question-hours-end', { days: shown, from: timeFor(Temporal.PlainTime.from(from)) })
}

function progress(locale: Locale, { editing }: PlanDialogue, step: Step): string {
  if (editing) return say(locale)('progress-edit')
  return say(locale)('progress', { n: FIELDS.indexOf(fieldOf(step)) + 1, of: FIELDS.length })
}

/** Why an answer cannot be taken, its days and moments written for the reader. */
export function faultSentence(locale: Locale, fault: Fault): string {
  return sayIt(say(locale), fault, (value) => shownValue(locale, value))
}

function shownValue(locale: Locale, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (/^\d{4}-\d\d$/.test(value))
    return dayFor(locale, dayOf(`${value}-01`))
      .replace(/^1\.? /, '')
      .replace(/\.$/, '')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayFor(locale, dayOf(value))
  return /^\d{4}-\d\d-\d\dT/.test(value) ? momentFor(locale, momentOf(value)) : value
}

const dayOf = (day: string) => Temporal.PlainDate.from(day)

/** Short labels stand beside each other, longer ones each in a row. */
function choiceButtons(locale: Locale, step: Step, choices: Choice[], starts: WallTime | undefined) {
  const made = choices.map((choice) => choiceButton(locale, step, choice, starts))
  const isShort = ({ text }: InlineKeyboardButton) => text.length <= SHORT
  const short = made.filter(isShort)
  return [
    ...inRows(short, short.some(({ text }) => text.length > SHORTEST) ? 2 : 5),
    ...made.filter((one) => !isShort(one)).map((one) => [one]),
  ]
}

/** Labels of so many letters stand two in a row on a phone, or five. */
const SHORT = 12
const SHORTEST = 5

function choiceButton(locale: Locale, step: Step, choice: Choice, starts: WallTime | undefined): InlineKeyboardButton {
  const labelled = (label: string) => ANSWER.labelled(label, step, choice.answer)
  if (choice.label === 'text') return labelled(choice.answer)
  if (choice.label === 'sentence') return labelled(say(locale)(choice.sentence))
  return labelled(
    choice.answer === starts ? say(locale)('choice-at-start') : momentFor(locale, momentOf(choice.answer)),
  )
}

function inRows<T>(items: T[], perRow: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) =>
    items.slice(row * perRow, (row + 1) * perRow),
  )
}

function wayOut(locale: Locale, dialogue: PlanDialogue): InlineKeyboardButton[][] {
  const t = say(locale)
  const usual = offersUsual(dialogue)
  return [
    ...(usual ? [[TAKE_USUAL.labelled(t('button-usual'))]] : []),
    ...(dialogue.editing ? [[PREVIEW.labelled(t('button-back-to-preview'))]] : []),
    [DISCARD.labelled(t('button-discard'))],
  ]
}

/** What an edit would do to those who are in the session. */
export type Effect = { kind: 'nothing' } | { kind: 'silent' } | { kind: 'told'; count: number }

/**
 * A session as participants will see it, in both scripts, with what only staff see below, and what is to be done with it.
 * `card` shows it to one reader; `faults` say why it cannot be held like this.
 */
export function previewMessage(
  to: To,
  dialogue: PlanDialogue,
  plan: SessionPlan,
  parts: { card: (locale: Locale) => Block[]; faults: PlanFault[]; effect: Effect },
): Outgoing {
  const t = say(to.locale)
  const notes = [
    ...(dialogue.deadlinesMoved ? [t('preview-deadlines-moved')] : []),
    ...(isLatin(plan) ? [t('preview-latin-written')] : []),
    ...parts.faults.map((fault) => planFaultSentence(to.locale, fault)),
  ]
  return {
    ...placed(to),
    content: [
      heading(t('preview-title'), 4),
      paragraph(bold(t('preview-cyrillic'))),
      ...parts.card('sr-Cyrl'),
      paragraph(bold(t('preview-latin'))),
      ...parts.card('sr-Latn'),
      details(t('preview-settings'), [settingsList(to.locale, plan)]),
      ...notes.map((note) => paragraph(note)),
      paragraph(bold(whatNext(to.locale, dialogue, parts.effect))),
    ],
    buttons: previewButtons(to.locale, dialogue, parts.faults.length === 0),
  }
}

function isLatin(plan: SessionPlan): boolean {
  return plan.language === 'sr' && [plan.title, plan.place, plan.description].some((text) => scriptOf(text) === 'latn')
}

function whatNext(locale: Locale, { editing }: PlanDialogue, effect: Effect): string {
  const t = say(locale)
  if (!editing) return t('preview-ask')
  if (effect.kind === 'nothing') return t('preview-nothing')
  const told = effect.kind === 'told' ? t('preview-told', { count: effect.count }) : t('preview-not-told')
  return `${told} ${t('preview-ask-edit')}`
}

function previewButtons(locale: Locale, { editing }: PlanDialogue, sound: boolean): InlineKeyboardButton[][] {
  const t = say(locale)
  const save = editing
    ? [[SAVE.labelled(t('button-save'))]]
    : [[PUBLISH.labelled(t('button-publish'))], [KEEP_UNSEEN.labelled(t('button-keep-draft'))]]
  return [
    ...(sound ? save : []),
    [SHOW_FIELDS.labelled(t('button-change-field'))],
    [DISCARD.labelled(t('button-discard'))],
  ]
}

/** Which field shall be changed. */
export function fieldsMessage(to: To, dialogue: PlanDialogue): Outgoing {
  const t = say(to.locale)
  const fields = FIELDS.map((field) => CHANGE_FIELD.labelled(t(FIELD_NAMES[field]), field))
  return {
    ...placed(to),
    content: [heading(t(dialogue.editing ? 'title-edit' : 'title-new'), 4), paragraph(bold(t('fields-title')))],
    buttons: [
      ...inRows(fields, 2),
      [PREVIEW.labelled(t('button-back-to-preview'))],
      [DISCARD.labelled(t('button-discard'))],
    ],
  }
}
