import { readUnanswered, type Unanswered } from '../answers/store.ts'
import type { Person } from '../people/rules.ts'
import { type Db, lockForTransaction } from '../platform/database/database.ts'
import { cutToRead, type NotTaken, whyNotTaken } from './rules.ts'
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

/** Hands a question to trainers, as its person consented. Of several presses at once one counts. */
export async function sendToTrainers(
  db: Db,
  asker: Asker,
  signed: boolean,
  now: Temporal.Instant,
): Promise<SendResult> {
  const { person, questionId } = asker
  await lockForTransaction(db, `gaps:${person.id}`)
  const offer = await offerToTrainers(db, asker, now)
  if (offer.kind !== 'offered') return offer
  const { text, locale, hits } = offer.question
  const about = { questionId, personId: person.id, municipalityCode: person.profile?.municipalityCode ?? null }
  const gapId = await insertGap(db, now)
  const id = await insertQuestion(db, { ...about, gapId, text, locale, hits, signed }, now)
  if (id === null) return { kind: 'refused', reason: 'already-sent' }
  return { kind: 'sent', own: { id, text, signed, wantsNews: true } }
}
