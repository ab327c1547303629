import { botName } from '../../bot/links.ts'
import { queueMails, writesMails } from '../../mail/store.ts'
import { readNames } from '../../people/directory-store.ts'
import { personalLinks } from '../../people/entered/link.ts'
import type { Entered } from '../../people/entered/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { staffInCharge } from '../desk/in-charge.ts'
import type { Session } from '../session/session.ts'
import { mailOf, type Told } from './texts.ts'

/** Something of a session for somebody whom staff wrote down; said once for its key, and not before `notBefore`. */
export type ToWrite = { key: string; entered: Entered; session: Session; told: Told; notBefore?: Temporal.Instant }

/**
 * Writes to those who have an address, where e-mails are configured, in the transaction that caused it; whoever has none is called
 * by staff, as are all where none are configured.
 */
export async function writeTo(db: Db, all: readonly ToWrite[], now: Temporal.Instant): Promise<void> {
  const reached = all.filter(({ entered }) => entered.email !== null)
  if (reached.length === 0 || !(await writesMails(db))) return
  const linkOf = await personalLinks(db)
  const bot = await botName(db)
  const trainers = await trainersOf(db, reached)
  const mails = reached.map(({ key, entered, session, told, notBefore = now }) => {
    const link = bot === null ? null : `https://t.me/${bot}?start=${linkOf(entered.personId)}`
    const to = { name: entered.name, email: entered.email!, link, trainers: trainers.get(session.id) ?? [] }
    return { key, personId: entered.personId, mail: mailOf('sr-Cyrl', { session, told }, to, now), notBefore }
  })
  await queueMails(db, mails, now)
}

/** Who is in charge of each session, by name. */
async function trainersOf(db: Db, all: readonly ToWrite[]): Promise<Map<number, string[]>> {
  const sessions = new Map(all.map(({ session }) => [session.id, session]))
  const named = new Map<number, string[]>()
  for (const session of sessions.values()) {
    const ids = (await staffInCharge(db, session)).map(({ id }) => id)
    const names = await readNames(db, ids)
    named.set(
      session.id,
      ids.flatMap((id) => names.get(id) ?? []),
    )
  }
  return named
}
