import type { Locale } from '../language/locale.ts'
import { mayAct } from '../people/roles/as-staff.ts'
import type { CoordinatorList } from '../people/roles/coordinator-list.ts'
import { lockRoles, readRole } from '../people/roles/store.ts'
import { localeOf } from '../people/rules.ts'
import { personOfChat } from '../people/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Page, View, Visit } from './page.ts'

export type VisitParts = { database: Database; clock: Clock; coordinators: Pick<CoordinatorList, 'recognise'> }

export type VisitResult =
  | { kind: 'view'; view: View; locale: Locale }
  /** Nobody we know: they never wrote to the bot, or had their data erased. */
  | { kind: 'unknown' }
  /** They do not have the role, or no longer. */
  | { kind: 'not-allowed'; locale: Locale; needed: 'trainer' | 'coordinator' }

/**
 * Shows a page to whoever has launch data, when they have the role in this very transaction: it may be taken while a page is
 * open. Coordinators act one after another, as in the chat.
 */
export async function visit(
  { database, clock, coordinators }: VisitParts,
  { telegramId, ...asked }: Pick<Visit, 'query' | 'form'> & { telegramId: number },
  { who, show }: Pick<Page, 'who' | 'show'>,
  ids: number[],
): Promise<VisitResult> {
  const known = await personOfChat(database.pool, telegramId)
  if (!known) return { kind: 'unknown' }
  await coordinators.recognise(known)
  const locale = localeOf(known)
  return database.transaction(async (db): Promise<VisitResult> => {
    if (who === 'coordinator') await lockRoles(db)
    const role = await readRole(db, known.id)
    if (who !== 'everyone' && !mayAct(role, who)) return { kind: 'not-allowed', locale, needed: who }
    const person = { ...known, role }
    return { kind: 'view', locale, view: await show({ ...asked, db, person, locale, now: clock.now() }, ids) }
  })
}
