import { readUnanswered, type Unanswered } from '../answers/keeping/store.ts'
import type { Search } from '../knowledge/search/search.ts'
import type { Person } from '../people/rules.ts'
import { type Db, lockForTransaction } from '../platform/database/database.ts'
import { byLikeness, groupOf } from './alike.ts'
import { listWaiting, lockOpenGap } from './group-store.ts'
import { phaseOf } from './phases.ts'
import { cutToRead, type NearHit, type NotTaken, whyNotTaken } from './rules.ts'
import { insertGap, insertQuestion, type OwnQuestion, readSent } from './store.ts'

/** Who asks, in their own chat, and which of their questions. */
export type Asker = { person: Person; chatId: number; questionId: number }

/** What may be handed to trainers, as they would read it; `gone`: it is forgotten, or answered after all. */
export type Offer = { kind: 'offered'; question: Unanswered } | { kind: 'refused'; reason: NotTaken } | { kind: 'gone' }

/** Whether somebody's question can go to trainers now. Changes nothing: they are asked for consent first. */
export async function offerToTrainers(
  db: Db,
  { person, chatId, questionId }: Asker,
  now: Temporal.Instant,
): Promise<Offer> {
  const found = await readUnanswered(db, chatId, questionId)
  if (!found) return { kind: 'gone' }
  const question = { ...found, text: cutToRead(found.text) }
  const reason = whyNotTaken(await readSent(db, person.id), question.text, now)
  return reason ? { kind: 'refused', reason } : { kind: 'offered', question }
}

export type SendResult = { kind: 'sent'; own: OwnQuestion } | Exclude<Offer, { kind: 'offered' }>

/** Passages kept with a question, to tell its phase and its like. */
const NEAR = 10

/** Hands a question to trainers, as its person consented, into the group of its like. Of several presses at once one counts. */
export async function sendToTrainers(
  db: Db,
  search: Search,
  asker: Asker,
  signed: boolean,
  now: Temporal.Instant,
): Promise<SendResult> {
  const { person, questionId } = asker
  await lockForTransaction(db, `gaps:${person.id}`)
  const offer = await offerToTrainers(db, asker, now)
  if (offer.kind !== 'offered') return offer
  const { question } = offer
  const about = { questionId, personId: person.id, municipalityCode: person.profile?.municipalityCode ?? null, signed }
  const near = (await search.find(question.text, NEAR)).hits
  const hits = near.map(({ chunk, score }) => ({ chunkId: chunk.id, score }))
  const phase = phaseOf(near.map(({ chunk, score }) => ({ path: chunk.path, score })))
  const gapId = await placeFor(db, search, { ...question, hits }, now)
  const id = await insertQuestion(db, { ...about, ...question, gapId, hits, phase }, now)
  if (id === null) return { kind: 'refused', reason: 'already-sent' }
  return { kind: 'sent', own: { id, text: question.text, signed, wantsNews: true } }
}

/** A question as it is compared with others. */
type Asked = { text: string; hits: readonly NearHit[] }

/** The open group of questions like this one; a new one where there is none, or it was closed meanwhile. */
async function placeFor(db: Db, search: Search, question: Asked, now: Temporal.Instant): Promise<number> {
  const gapId = (await groupsLike(db, search, question)).found
  return gapId !== null && (await lockOpenGap(db, gapId)) ? gapId : insertGap(db, now)
}

/** The group that a question belongs to, and all that wait by how alike they are to it. */
export async function groupsLike(db: Db, search: Search, question: Asked) {
  const waiting = await listWaiting(db)
  const [gist, ...others] = await search.gists([question.text, ...waiting.map(({ text }) => text)])
  const groups = Map.groupBy(
    waiting.map(({ gapId, hits }, i) => ({ gapId, hits, gist: others[i]! })),
    ({ gapId }) => gapId,
  )
  const compared = [...groups].map(([gapId, questions]) => ({ gapId, questions }))
  const own = { gist: gist!, hits: question.hits }
  return { found: groupOf(own, compared), nearest: byLikeness(own, compared) }
}
