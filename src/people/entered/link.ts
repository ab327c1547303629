import { linkSecret, openLink, sealLink } from '../../bot/links.ts'
import type { Db } from '../../platform/database/database.ts'

/** The kind of links by which somebody without Telegram, once they have it, takes over what staff wrote down of them. */
const PERSONAL = 'l'

/** How a personal link is made: the payload behind `?start=`. It is good as long as they are without Telegram. */
export async function personalLinks(db: Db): Promise<(personId: number) => string> {
  const secret = await linkSecret(db)
  return (personId) => sealLink(secret, { kind: PERSONAL, data: String(personId) })
}

/** Whose personal link it is; `null` for links of other kinds and those that we did not make. */
export async function personOfLink(db: Db, payload: string): Promise<number | null> {
  const link = openLink(await linkSecret(db), payload)
  return link?.kind === PERSONAL ? Number(link.data) : null
}
