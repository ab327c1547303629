import { type Block, bold, list } from '../../../bot/message/rich.ts'
import { deadlineFor, momentFor, stretchesFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { stretchesOf } from '../../session/days.ts'
import type { Fault as PlanFault } from '../../session/plan.ts'
import type { SessionPlan, WallTime } from '../../session/session.ts'
import { type PlainSentence, say } from '../texts.ts'
import { LANGUAGE_NAMES } from './choices.ts'
import { type Entry, FIELDS, type Field, type Step, stepOf } from './entry.ts'

export const momentOf = (moment: WallTime) => Temporal.PlainDateTime.from(moment)

export const FIELD_NAMES: Record<Field, PlainSentence> = {
  title: 'field-title',
  module: 'field-module',
  description: 'field-description',
  when: 'field-when',
  place: 'field-place',
  capacity: 'field-capacity',
  quota: 'field-quota',
  'sign-up-until': 'field-sign-up-until',
  'cancel-until': 'field-cancel-until',
  reserved: 'field-reserved',
  approval: 'field-approval',
  language: 'field-language',
}

/** Every field with its value, as staff see it. */
export function settingsList(locale: Locale, plan: SessionPlan): Block {
  const entries = FIELDS.filter((field) => field !== 'description').map((field) => [
    bold(`${say(locale)(FIELD_NAMES[field])}: `),
    fieldValue(locale, plan, field),
  ])
  return list(entries)
}

/** What a field of a plan is called. */
export function fieldName(locale: Locale, field: keyof SessionPlan): string {
  return say(locale)(FIELD_NAMES[fieldOf(stepOf(field))])
}

/** What was understood, with its year: «✓ Када: четвртак, 12. март 2026, 9:00–13:00». `null` for days whose hours are missing. */
export function answeredLine(locale: Locale, { plan, days }: Entry, step: Step): string | null {
  const field = fieldOf(step)
  if (field === 'when' && days) return null
  return `✓ ${say(locale)(FIELD_NAMES[field])}: ${fieldValue(locale, plan as SessionPlan, field)}`
}

/** The field that a question belongs to. */
export function fieldOf(step: Step): Field {
  if (step === 'hours') return 'when'
  return step === 'reserved-until' ? 'reserved' : step
}

function fieldValue(locale: Locale, plan: SessionPlan, field: Field): string {
  const t = say(locale)
  switch (field) {
    case 'title':
    case 'place':
      return shownTo(locale, plan[field])
    case 'description':
      return plan.description === '' ? t('value-none') : shownTo(locale, plan.description)
    case 'module':
      return plan.module === null ? t('value-none') : shownTo(locale, plan.module)
    case 'when':
      return stretchesFor(locale, stretchesOf({ ...plan, days: plan.days ?? null }))
    case 'capacity':
      return String(plan.capacity)
    case 'quota':
      return plan.municipalityQuota === null ? t('value-no-quota') : String(plan.municipalityQuota)
    case 'sign-up-until':
      return momentFor(locale, momentOf(plan.signUpUntil))
    case 'cancel-until':
      return momentFor(locale, momentOf(plan.cancelUntil))
    case 'reserved':
      return reservedValue(locale, plan)
    case 'approval':
      return t(plan.needsApproval ? 'value-approval' : 'value-no-approval')
    case 'language':
      return t(LANGUAGE_NAMES[plan.language])
  }
}

function reservedValue(locale: Locale, { reservedPlaces, reservedUntil }: SessionPlan): string {
  if (reservedPlaces === 0) return say(locale)('value-no-reserved')
  // Until when is the next question.
  if (reservedUntil === null) return String(reservedPlaces)
  const until = deadlineFor(locale, momentOf(reservedUntil))
  return say(locale)('value-reserved', { count: reservedPlaces, until })
}

/** Why a plan cannot be held as it is. */
export function planFaultSentence(locale: Locale, fault: PlanFault): string {
  const t = say(locale)
  const field = fieldName(locale, fault.field)
  switch (fault.kind) {
    case 'missing':
      return t('plan-missing', { field })
    case 'too-long':
      return t('plan-too-long', { field, most: fault.most })
    case 'not-a-count':
      return t('plan-not-a-count', { field, least: fault.least, most: fault.most })
    case 'below-taken':
      return t('plan-below-taken', { taken: fault.taken })
    case 'above-capacity':
      return t('plan-above-capacity', { capacity: fault.capacity })
    case 'no-such-time':
      return t('plan-no-such-time', { field })
    case 'skipped-by-clocks':
      return t('plan-skipped-by-clocks', { field })
    case 'twice-by-clocks':
      return t('plan-twice-by-clocks', { field })
    case 'past':
      return t('plan-past', { field })
    case 'before-start':
      return t('plan-before-start')
    case 'after-start':
      return t('plan-after-start', { field })
    case 'unknown-language':
      return t('plan-unknown-language')
  }
}
