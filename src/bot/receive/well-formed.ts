import type { Update } from 'grammy/types'
import { codeOf } from '../../platform/errors.ts'
import { chatOf } from './inbox.ts'

/** More than any message of Telegram is nested; 60,000 crash an embedded PostgreSQL, which cannot watch its stack. */
const MOST_LEVELS = 200

/** Whether this can be one of Telegram's updates: numbered from 0, of a chat whose number is exact, and not nested without end. */
export function isWellFormed(update: unknown): update is Update {
  if (typeof update !== 'object' || update === null) return false
  const { update_id: id } = update as { update_id?: unknown }
  return (
    Number.isSafeInteger(id) &&
    (id as number) >= 0 &&
    Number.isSafeInteger(chatOf(update as Update)) &&
    isWithin(update, MOST_LEVELS)
  )
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1))
}

/** Data exceptions and limits of the server («stack depth limit exceeded»). */
const DATA_REFUSED = /^(22|54)/

/** Whether storing failed by what was to be stored, so that it would fail for ever. */
export function cannotBeStored(error: unknown): boolean {
  return error instanceof RangeError || DATA_REFUSED.test(codeOf(error) ?? '')
}
