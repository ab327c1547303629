import { type Plain, type Saying, saying, type Values } from '../../bot/message/texts.ts'
import { shortenedTo } from '../../language/letters.ts'
import type { Texts } from '../texts.types.ts'
import type { Place, Plan } from './plan.ts'

type Level = 'error' | 'warning' | 'hint'

/** What a check found: where, and why that is a fault. */
export type Found = { place: Place; why: Saying<Texts> }

export type Check = {
  code: string
  level: Level
  /** The fact it stands on («F78»); one of the material's sections states it. */
  fact: string
  /** One example of how it may be mended. */
  repair: Plain<Texts>
  /** `today` counts where the plan does not say when it was written. */
  find(plan: Plan, today: Temporal.PlainDate): Found[]
}

export type Finding = Found &
  Pick<Check, 'code' | 'level' | 'fact' | 'repair'> & {
    /** In how many more rows of its table, which has `of`, the same was found, where most have it. */
    alike?: { more: number; of: number }
  }

/** A finding that the plan's makers left as it is, knowing it, with their reason. */
export type Accepted = { code: string; quote: string; reason: string }

/** The day by which figures, prices and documents are old or new: the plan's own, and no later than today. */
export function dayOf(plan: Plan, today: Temporal.PlainDate): Temporal.PlainDate {
  const own = plan.datedOn?.value
  return own && Temporal.PlainDate.compare(own, today) < 0 ? own : today
}

/** The beginning of a text, to name it by. */
export function named(text: string): string {
  return shortenedTo(text.replace(/\s+/g, ' ').trim(), 80)
}

/** A place that is about the whole plan, or all of one table. */
export function placeOf(plan: Plan, table: Place['table'] = null): Place {
  const part = table && plan.tables[table]?.parts[0]
  if (part) return part.place
  return { headings: [], row: null, table, column: null, quote: '', cell: null }
}

/** A fault at a place, said by one of the room's sentences. */
export function fault<Id extends keyof Texts>(place: Place, id: Id, ...values: Values<Texts, Id>): Found {
  return { place, why: saying<Texts, Id>(id, ...values) }
}
