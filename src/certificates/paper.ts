import { botName } from '../bot/links.ts'
import type { OutgoingFile } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { type CheckedAt, certificatePdf } from './document.ts'
import { shownNumber } from './number.ts'
import type { Certificate } from './store.ts'
import { say } from './texts.ts'

/** Where the page for checking is, below the address of our pages. */
export const CHECK_PATH = '/verify'

/** What certificates need to know of where this runs. */
export type Issuing = {
  /** Who stands for them; `null`: nobody is named on them. */
  issuer: string | null
  /** Where anybody checks them; `null`: in the chat with the bot. */
  page: string | null
}

/** The paper as a file; `null` for one that is not valid (any more), or whose person is erased. */
export async function paperOf(
  db: Db,
  locale: Locale,
  certificate: Certificate,
  { page }: Issuing,
  now: Temporal.Instant,
): Promise<OutgoingFile | null> {
  const { number, stated, state } = certificate
  if (state !== 'valid' || number === null || stated.name === null) return null
  const at: CheckedAt = page === null ? { bot: (await botName(db)) ?? '' } : { page }
  const pdf = await certificatePdf(locale, { number, stated, at }, now)
  const name = say(locale)('file-name', { number: shownNumber('en', number) })
  return { name: `${name}.pdf`, base64: Buffer.from(pdf).toString('base64') }
}
