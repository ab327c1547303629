import type { InlineKeyboardButton } from 'grammy/types'
import { TOPIC } from '../../answers/buttons.ts'
import { type Block, bold, footer, heading, list, paragraph, quotation } from '../../bot/message/rich.ts'
import type { Plain } from '../../bot/message/texts.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor, onDayFor } from '../../language/dates/write.ts'
import { shortenedTo } from '../../language/letters.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type Draft, entriesOf, type Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import { missingIn } from '../draft/missing.ts'
import { type Access, mayWrite, placeOf } from '../keeping/access.ts'
import { type Deadline, deadlinesOf, nextDeadline } from '../keeping/deadlines.ts'
import type { KeptPlan } from '../keeping/plan-store.ts'
import { progressOf, type StepState, stateOf } from '../steps/progress.ts'
import { STEPS, type Step } from '../steps/steps.ts'
import {
  ADD,
  ADOPT,
  BEGIN,
  CARE_OF,
  OPEN,
  PART,
  PEOPLE_OF,
  PERIOD,
  PICK_EXPORT,
  REVIEW,
  REVISE,
  SHARE,
  STEP,
  STEPS_OF,
  VERSIONS,
  WISH,
  WORD_ANALYSIS,
} from './buttons.ts'
import { say } from './say.ts'
import type { Texts } from './texts.types.ts'
import { partName } from './told.ts'

/** Longest label of a button that leads to a passage, in characters. */
const LONGEST_LABEL = 55

type Button = InlineKeyboardButton

export function introMessage({ chatId, locale }: To, plan: Pick<KeptPlan, 'municipalityCode'>): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(t('plan-intro', { place: nameOfPlace(locale, plan) }))],
    buttons: [[BEGIN.labelled(t('button-begin'))]],
  }
}

export function nameOfPlace(locale: Locale, plan: Pick<KeptPlan, 'municipalityCode'>): string {
  return shownTo(locale, placeOf(plan).name)
}

export const periodOfPlan = ({ period }: Pick<KeptPlan, 'period'>) => `${period.from}–${period.to}`

/** Plans to choose from: those shared with a trainer, or several of one municipality. */
export function listMessage({ chatId, locale }: To, plans: readonly KeptPlan[]): Outgoing {
  const t = say(locale)
  const label = (plan: KeptPlan) => `${nameOfPlace(locale, plan)}, ${periodOfPlan(plan)}`
  return {
    chatId,
    content: [paragraph(t(plans.length === 0 ? 'plan-none-shared' : 'plan-shared-list'))],
    buttons: plans.map((plan) => [OPEN.labelled(label(plan), plan.id)]),
  }
}

/** Where the plan stands: how much is done, what is missing and what comes next. */
export function overviewMessage(
  { chatId, locale }: To,
  access: Access,
  draft: Draft,
  today: Temporal.PlainDate,
): Outgoing {
  const t = say(locale)
  const { plan } = access
  const { done, next } = progressOf(draft)
  const title = t('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) })
  const what = next ? t('plan-next', { number: next.number, step: t(next.title) }) : t('plan-all-done')
  return {
    chatId,
    content: [
      heading(title, 4),
      paragraph(t('plan-progress', { done, entries: draft.entries.length })),
      ...(plan.state === 'adopted'
        ? [paragraph(t('plan-adopted'))]
        : [paragraph(bold(what)), ...nextDeadlineBlocks(locale, plan, today)]),
      ...standing(locale, access),
    ],
    buttons: [...overviewButtons(locale, access, next)],
  }
}

function standing(locale: Locale, { role, plan }: Access): Block[] {
  const t = say(locale)
  if (role === 'trainer') return [footer(t('plan-for-trainer'))]
  return role === 'reader' && plan.state === 'draft' ? [footer(t('plan-reader'))] : []
}

/** What is due next on the way to the wished day, counted back from it. */
export function nextDeadlineBlocks(
  locale: Locale,
  { wishedOn }: Pick<KeptPlan, 'wishedOn'>,
  today: Temporal.PlainDate,
): Block[] {
  const t = say(locale)
  if (wishedOn === null) return [paragraph(t('plan-no-wish'))]
  const next = nextDeadline(wishedOn, today)
  if (next === null) return [paragraph(t('plan-late', { wished: dayFor(locale, wishedOn) }))]
  const { days } = today.until(next.dueOn, { largestUnit: 'days' })
  return [
    paragraph(
      t('plan-deadline', {
        wished: onDayFor(locale, wishedOn),
        deadline: deadlineName(locale, next),
        day: onDayFor(locale, next.dueOn),
        days,
      }),
    ),
  ]
}

const DEADLINE_NAMES: Record<Deadline['name'], Plain<Texts>> = {
  start: 'deadline-start',
  analysis: 'deadline-analysis',
  objectives: 'deadline-objectives',
  draft: 'deadline-draft',
  debateBegins: 'deadline-debateBegins',
  debateEnds: 'deadline-debateEnds',
  opinion: 'deadline-opinion',
  statement: 'deadline-statement',
  proposal: 'deadline-proposal',
  committee: 'deadline-committee',
  adoption: 'deadline-adoption',
}

export function deadlineName(locale: Locale, { name }: Pick<Deadline, 'name'>): string {
  return say(locale)(DEADLINE_NAMES[name])
}

/** The path to adoption, counted back from the day that is wished for. */
export function pathBlocks(locale: Locale, wishedOn: Temporal.PlainDate): Block[] {
  const items = deadlinesOf(wishedOn).map((one) => `${dayFor(locale, one.dueOn)} – ${deadlineName(locale, one)}`)
  return [paragraph(say(locale)('plan-path', { wished: onDayFor(locale, wishedOn).replace(/\.$/, '') })), list(items)]
}

function overviewButtons(locale: Locale, access: Access, next: Step | null): Button[][] {
  const t = say(locale)
  const { plan, role } = access
  const writes = mayWrite(access)
  const isOwn = role !== 'trainer'
  const share = plan.shared
    ? SHARE.labelled(t('button-unshare'), plan.id, 'off')
    : SHARE.labelled(t('button-share'), plan.id, 'on')
  return [
    ...(writes && next ? [[STEP.labelled(t('button-continue', { number: next.number }), plan.id, next.number)]] : []),
    [STEPS_OF.labelled(t('button-steps'), plan.id), REVIEW.labelled(t('button-review'), plan.id, 0)],
    [PICK_EXPORT.labelled(t('button-export'), plan.id), VERSIONS.labelled(t('button-versions'), plan.id)],
    ...(isOwn && plan.state === 'draft'
      ? [
          [
            PEOPLE_OF.labelled(t('button-people'), plan.id),
            ...(writes ? [WISH.labelled(t('button-wish'), plan.id)] : []),
          ],
        ]
      : []),
    ...(role === 'coordinator' && plan.state === 'draft'
      ? [[PERIOD.labelled(t('button-period'), plan.id)], [share], [ADOPT.labelled(t('button-adopt'), plan.id)]]
      : []),
    ...(isOwn && plan.state === 'adopted' ? [[REVISE.labelled(t('button-revise'), plan.id)]] : []),
  ]
}

const SIGNS = { empty: '○', begun: '◐', done: '●' } as const

/** All twenty, each with how far it is. */
export function stepsMessage({ chatId, locale }: To, { plan }: Access, draft: Draft): Outgoing {
  const t = say(locale)
  const { states } = progressOf(draft)
  const rows = STEPS.map((step, at) => [
    STEP.labelled(`${SIGNS[states[at]!]} ${step.number}. ${t(step.title)}`, plan.id, step.number),
  ])
  return {
    chatId,
    content: [heading(t('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) }), 4)],
    buttons: [...pairs(rows.flat()), [OPEN.labelled(t('button-plan'), plan.id)]],
  }
}

function pairs(all: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(2 * at, 2 * at + 2))
}

/** Where the material says more of a step: its own passages, and the example of the invented municipality. */
export type Passages = { method: readonly { passageId: number; title: string; body: string }[]; example: number | null }

/** A step: what it asks, what is entered, and the passage of the method it stands on. */
export function stepMessage(
  { chatId, locale }: To,
  access: Access,
  draft: Draft,
  step: Step,
  { method, example, caring }: Passages & { caring: string | null },
): Outgoing {
  const t = say(locale)
  const { plan } = access
  const parts = [...step.parts, ...step.optional]
  const [first] = method
  return {
    chatId,
    content: [
      heading(t('step-title', { number: step.number, step: t(step.title) }), 4),
      paragraph(t(step.asks)),
      ...(first
        ? [quotation([paragraph(shownTo(locale, openingOf(first.body))), footer(shownTo(locale, first.title))])]
        : []),
      paragraph(bold(t(STATES[stateOf(draft, step)]))),
      list(parts.map((part) => partLine(locale, draft, part))),
      ...(caring === null ? [] : [footer(t('care-now', { name: caring }))]),
    ],
    buttons: [
      ...parts.map((part) => partButtons(locale, access, draft, part)),
      ...method.map(({ passageId, title }) => [
        TOPIC.labelled(shortenedTo(shownTo(locale, title), LONGEST_LABEL), passageId),
      ]),
      ...(example === null ? [] : [[TOPIC.labelled(t('button-example'), example)]]),
      ...(access.role === 'coordinator' && plan.state === 'draft'
        ? [[CARE_OF.labelled(t('button-care'), plan.id, step.number)]]
        : []),
      [REVIEW.labelled(t('button-review-step'), plan.id, step.number), OPEN.labelled(t('button-plan'), plan.id)],
      neighbours(locale, plan, step),
    ],
  }
}

const LONGEST_QUOTE = 400

/** The first paragraph of a passage, with the list that it announces; whole sentences of it, or items. */
export function openingOf(body: string): string {
  const [opening = '', ...lines] = body.split('\n').filter((line) => line.trim() !== '')
  const end = lines.findIndex((line) => !/^\s*[-•–]\s/.test(line))
  const items = lines.slice(0, end < 0 ? undefined : end).map((line) => line.replace(/^\s*[-•–]\s+/, ''))
  const first = opening.endsWith(':') ? announced(opening, items) : opening
  if (first.length <= LONGEST_QUOTE) return first
  const cut = first.slice(0, LONGEST_QUOTE)
  const ended = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; ')) + 1
  return `${cut.slice(0, Math.max(ended, LONGEST_QUOTE / 2)).trimEnd()} …`
}

/** A paragraph with its list; without the sentence that announces one where the list is a passage of its own. */
function announced(opening: string, items: readonly string[]): string {
  if (items.length > 0) return [opening, ...items].join(' ')
  const said = opening.split(/(?<=[.!?])\s+/).slice(0, -1)
  return said.length > 0 ? said.join(' ') : `${opening.slice(0, -1)} …`
}

const STATES: Record<StepState, Plain<Texts>> = {
  empty: 'step-state-empty',
  begun: 'step-state-begun',
  done: 'step-state-done',
}

function partLine(locale: Locale, draft: Draft, part: Part): string {
  const entries = entriesOf(draft, part)
  const missing = entries.filter(({ cells }) => missingIn(part, cells).length > 0).length
  return say(locale)('step-part', { part: partName(locale, part), count: entries.length, missing })
}

function partButtons(locale: Locale, access: Access, draft: Draft, part: Part): Button[] {
  const t = say(locale)
  const name = partName(locale, part)
  const count = entriesOf(draft, part).length
  const show = PART.labelled(t('button-part', { part: name, count }), access.plan.id, part, 0)
  if (!mayWrite(access)) return [show]
  const words = part === 'analysis' ? [WORD_ANALYSIS.labelled(t('button-word'), access.plan.id)] : []
  if (!hasRows(part) && count === 0)
    return [ADD.labelled(t('button-fill', { part: name }), access.plan.id, part), ...words]
  if (!hasRows(part)) return [show]
  const add = ADD.labelled(t('button-add', { part: name }), access.plan.id, part)
  return count > 0 ? [show, add] : [add]
}

function neighbours(locale: Locale, { id }: KeptPlan, { number }: Step): Button[] {
  const t = say(locale)
  return [
    ...(number > 1 ? [STEP.labelled(t('button-previous', { number: number - 1 }), id, number - 1)] : []),
    ...(number < STEPS.length ? [STEP.labelled(t('button-next', { number: number + 1 }), id, number + 1)] : []),
  ]
}
