import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../platform/database/database.ts'

/** What a link into the bot says. `kind` is one letter; `data` at most 41 of the characters Telegram allows. */
export type Link = { kind: string; data: string }

const MAC_LENGTH = 22
const PAYLOAD = /^([a-z])([\w-]{0,41})([\w-]{22})$/

/** What links are signed with: made by whoever asks first, the same for every process. */
export async function linkSecret(db: Db): Promise<Buffer> {
  const known = await readSecret(db)
  if (known) return known
  await db.query('insert into link_secret (secret) values ($1::bytea) on conflict do nothing', [randomBytes(32)])
  return (await readSecret(db))!
}

async function readSecret(db: Db): Promise<Buffer | null> {
  const { rows } = await db.query<{ secret: Buffer }>('select secret from link_secret')
  return rows[0]?.secret ?? null
}

/** Keeps whom links lead to, for messages that nobody asks for. */
export async function rememberBot(db: Db, username: string): Promise<void> {
  await linkSecret(db)
  await db.query('update link_secret set username = $1::text where username is distinct from $1::text', [username])
}

/** The name of the bot that links lead to; `null` before Telegram told it. */
export async function botName(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ username: string | null }>('select username from link_secret')
  return rows[0]?.username ?? null
}

/** The payload of a `?start=` link: kind, data, and a signature that nobody else can make. Fits Telegram's 64 characters. */
export function sealLink(secret: Buffer, { kind, data }: Link): string {
  const payload = `${kind}${data}${macOf(secret, kind + data)}`
  if (!PAYLOAD.test(payload)) throw new Error(`A link of kind '${kind}' cannot carry ${data.length} characters`)
  return payload
}

/** What a payload says; `null` for one that we did not sign. */
export function openLink(secret: Buffer, payload: string): Link | null {
  const [, kind, data, mac] = PAYLOAD.exec(payload) ?? []
  if (kind === undefined || data === undefined || mac === undefined) return null
  const right = timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(secret, kind + data)))
  return right ? { kind, data } : null
}

/** 128 bits. */
function macOf(secret: Buffer, content: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url').slice(0, MAC_LENGTH)
}
