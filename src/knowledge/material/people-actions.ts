import { shownTo } from '../../language/locale.ts'
import { tell } from '../../people/roles/notices.ts'
import { coordinatorIds } from '../../people/roles/store.ts'
import type { Person } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { publishPeople } from '../ingest/publish.ts'
import { lockVersion, readDocument, type Version } from '../ingest/version-store.ts'
import { judge, listsPeople } from '../personal/judge.ts'
import { type PlainSentence, say } from '../texts.ts'
import { requestMessage } from './people-texts.ts'
import { decidedMessage, plain, type Words } from './texts.ts'

/** A version that waits for a word, with its title; `null` once it is in use or thrown away. */
export async function waiting(db: Db, versionId: number): Promise<(Version & { title: string }) | null> {
  const version = await lockVersion(db, versionId)
  if (!version || version.state === 'published' || version.state === 'discarded') return null
  const { title } = await readDocument(db, versionId)
  return { ...version, title }
}

/** Asks the coordinators whether a list of people may be published. Returns what came of it, to be said to whoever asked. */
export async function askAboutList(
  db: Db,
  versionId: number,
  person: Pick<Person, 'name' | 'profile'>,
  now: Temporal.Instant,
): Promise<PlainSentence> {
  const version = await waiting(db, versionId)
  if (!version) return 'already-decided'
  const people = version.people ?? judge(await readDocument(db, versionId))
  const asked = await coordinatorIds(db)
  if (!listsPeople(people) || asked.length === 0) return 'people-nobody-to-ask'
  const by = person.profile?.fullName ?? person.name
  const { title, fileName, state } = version
  const request = { by, title, fileName, versionId, isDraft: state === 'draft', people }
  await tell(db, asked, (to) => requestMessage(to, request), `people-asked:${versionId}`, now)
  return 'people-asked'
}

/** A word or two say nothing; what is longer than this is no reason but a document. */
export const REASON = { least: 10, most: 500 }

/** A reason as it was written; `null` for what is too short or too long to be one. */
export function readReason(text: string): string | null {
  const reason = text.replace(/\s+/g, ' ').trim()
  return reason.length < REASON.least || reason.length > REASON.most ? null : reason
}

/** Publishes a list of people by the word of a coordinator, and tells whoever sent it. Returns what came of it. */
export async function publishWithReason(
  db: Db,
  asked: { versionId: number; replaces: number | null; reason: string },
  by: number,
  now: Temporal.Instant,
): Promise<Words> {
  const preparedBy = (await lockVersion(db, asked.versionId))?.preparedBy ?? null
  const result = await publishPeople(db, asked, by, now)
  if (result.kind !== 'published') return plain(result.kind === 'no-such-source' ? 'no-such-source' : 'already-decided')
  const { title, number, passages } = result
  const published: Words = (locale) => say(locale)('published', { title: shownTo(locale, title), number, passages })
  if (preparedBy !== null && preparedBy !== by)
    await tell(
      db,
      [preparedBy],
      ({ chatId, locale }) => decidedMessage(chatId, locale, published),
      `people-published:${asked.versionId}`,
      now,
    )
  return published
}
