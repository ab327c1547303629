import { daysOf, readDays, type Stretch, stretchesOf } from '../../../sessions/session/days.ts'
import { LANGUAGES, type SessionPlan } from '../../../sessions/session/session.ts'
import { withUsual } from '../../../sessions/staff/form/entry.ts'

/** A plan as the fields of the form: each day with its hours, the rest as it stands there. */
export function fieldsOf(plan: SessionPlan): URLSearchParams {
  const fields = new URLSearchParams({
    title: plan.title,
    module: plan.module ?? '',
    description: plan.description,
    place: plan.place,
    capacity: String(plan.capacity),
    quota: plan.municipalityQuota === null ? '' : String(plan.municipalityQuota),
    reserved: plan.reservedPlaces === 0 ? '' : String(plan.reservedPlaces),
    reservedUntil: plan.reservedUntil ?? '',
    signUpUntil: plan.signUpUntil,
    cancelUntil: plan.cancelUntil,
    language: plan.language,
    ...(plan.needsApproval ? { approval: 'on' } : {}),
  })
  for (const { from, to } of plan.days === null ? stretchesOf(plan) : readDays(plan.days)) {
    fields.append('on', from.toPlainDate().toString())
    fields.append('from', hourOf(from))
    fields.append('until', to.toPlainDate().toString())
    fields.append('to', hourOf(to))
  }
  return fields
}

/**
 * Takes the dates out of the fields of another session, and leaves its days with their hours: «after» has how many days each is after the
 * one before, «lasts» how many its last day is after its first, both empty where there is nothing to say.
 */
export function withoutDates(fields: URLSearchParams): void {
  const [on, until] = (['on', 'until'] as const).map((name) => fields.getAll(name).map(dateIn))
  for (const name of ['on', 'until', 'signUpUntil', 'cancelUntil', 'reservedUntil']) fields.delete(name)
  for (const [i, day] of on!.entries()) {
    const [after, lasts] = [i === 0 ? 0 : daysBetween(on![i - 1]!, day), daysBetween(day, until![i]!)]
    fields.append('on', '')
    fields.append('until', '')
    fields.append('after', after > 0 ? String(after) : '')
    fields.append('lasts', lasts > 0 ? String(lasts) : '')
  }
}

const dateIn = (text: string) => Temporal.PlainDate.from(text)
const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate) => from.until(to, { largestUnit: 'days' }).days

const hourOf = (moment: Temporal.PlainDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * What the form says, as a plan that `checkPlan` looks at; what was left open has its usual answer. Never throws: words where a number
 * or a time should be stay what cannot be held.
 */
export function planIn(fields: URLSearchParams, now: Temporal.PlainDateTime): SessionPlan {
  const text = (name: string) => fields.get(name) ?? ''
  const number = (name: string) => (text(name).trim() === '' ? null : Number(text(name)))
  const times = timesIn(fields)
  const plan: SessionPlan = {
    title: text('title'),
    module: text('module').trim() || null,
    description: text('description'),
    place: text('place'),
    capacity: number('capacity') ?? Number.NaN,
    municipalityQuota: number('quota'),
    reservedPlaces: number('reserved') ?? 0,
    reservedUntil: text('reservedUntil') || null,
    signUpUntil: text('signUpUntil'),
    cancelUntil: text('cancelUntil'),
    needsApproval: fields.has('approval'),
    language: LANGUAGES.find((one) => one === text('language')) ?? 'sr',
    ...times,
  }
  return isTime(plan.starts) ? withDeadlines(plan, now) : plan
}

/** Deadlines that were left open are the usual ones. */
function withDeadlines(plan: SessionPlan, now: Temporal.PlainDateTime): SessionPlan {
  const { signUpUntil, cancelUntil, ...rest } = plan
  const given = { ...(signUpUntil ? { signUpUntil } : {}), ...(cancelUntil ? { cancelUntil } : {}) }
  return withUsual({ plan: { ...rest, ...given }, days: null }, now).plan as SessionPlan
}

function timesIn(fields: URLSearchParams): Pick<SessionPlan, 'starts' | 'ends' | 'days'> {
  const [from, to, until] = [fields.getAll('from'), fields.getAll('to'), fields.getAll('until')]
  const rows = fields
    .getAll('on')
    .flatMap((on, i) => (on === '' ? [] : [{ from: `${on}T${from[i] ?? ''}`, to: `${until[i] || on}T${to[i] ?? ''}` }]))
  const starts = rows[0]?.from ?? ''
  const ends = rows.at(-1)?.to ?? ''
  const areTimes = rows.length > 0 && rows.every((row) => isTime(row.from) && isTime(row.to))
  return { starts, ends, days: areTimes ? daysOf(rows.map(stretchOf)) : null }
}

function stretchOf(row: { from: string; to: string }): Stretch {
  return { from: Temporal.PlainDateTime.from(row.from), to: Temporal.PlainDateTime.from(row.to) }
}

function isTime(text: string): boolean {
  try {
    return /T\d/.test(text) && Boolean(Temporal.PlainDateTime.from(text))
  } catch {
    // A day or an hour that there is not.
    return false
  }
}
