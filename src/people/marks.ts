import { createHmac } from 'node:crypto'
import { linkSecret } from '../bot/links.ts'
import type { Db } from '../platform/database/database.ts'

/**
 * What stands for somebody where their Telegram id must not: a hash keyed with the database's own secret, another for each
 * purpose. Whoever has the id finds it again; nobody finds the id from it.
 */
export async function markOf(db: Db, purpose: string, telegramId: number): Promise<Buffer> {
  return macOf(await linkSecret(db), `${purpose}:${telegramId}`)
}

/** The same for several people. */
export async function marksOf(db: Db, purpose: string, telegramIds: Iterable<number>): Promise<Buffer[]> {
  const secret = await linkSecret(db)
  return [...telegramIds].map((id) => macOf(secret, `${purpose}:${id}`))
}

/** What stands for all of them together, in any order. */
export async function markOfAll(db: Db, purpose: string, telegramIds: Iterable<number>): Promise<Buffer> {
  return macOf(await linkSecret(db), `${purpose}:${[...telegramIds].toSorted((a, b) => a - b).join()}`)
}

function macOf(secret: Buffer, content: string): Buffer {
  return createHmac('sha256', secret).update(content).digest()
}
