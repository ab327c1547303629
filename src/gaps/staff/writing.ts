import { queue } from '../../bot/send/outbox.ts'
import type { Search } from '../../knowledge/search/search.ts'
import { readChunks, type StoredChunk } from '../../knowledge/search/store.ts'
import { readWhen } from '../../language/dates/read.ts'
import { byDay } from '../../people/notices/rules.ts'
import { listStaff } from '../../people/roles/store.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { lockOpenGap, readLead } from '../group-store.ts'
import { cutToRead } from '../rules.ts'
import { lineMessage, say } from '../texts.ts'
import { type Field, type GapAnswer, insertAnswer, lockAnswer, markAnswer } from './answer-store.ts'
import { type Beside, besideMaterial } from './beside.ts'
import { SHOW } from './buttons.ts'

const LEAST_TEXT = 15
export const MOST: Record<Exclude<Field, 'until'>, number> = { question: 300, text: 3_000, origin: 400 }
/** How long an answer holds when its author says nothing else. */
export const USUAL_MONTHS = 12

/** The last day of an answer that holds for so many months. */
export function inMonths(now: Temporal.Instant, months: number): string {
  return dayAt(now).add({ months }).toString()
}

/** A part of an answer as it is kept, or why it cannot be. */
export type Part =
  | { kind: 'part'; value: string }
  | { kind: 'until-past' | 'too-short' }
  | { kind: 'too-long-part'; length: number; most: number }

export function readPart(field: Field, text: string, now: Temporal.Instant): Part {
  const value = field === 'until' ? dayIn(text, now) : text.trim()
  if (value === null) return { kind: 'until-past' }
  if (field === 'text' && value.length < LEAST_TEXT) return { kind: 'too-short' }
  if (field !== 'until' && value.length > MOST[field])
    return { kind: 'too-long-part', length: value.length, most: MOST[field] }
  return { kind: 'part', value }
}

/** A day that is still to come, as people write it. */
function dayIn(text: string, now: Temporal.Instant): string | null {
  const today = dayAt(now)
  const read = readWhen(text, today)
  const day = read.kind === 'read' && read.days.length === 1 ? read.days[0]! : null
  return day !== null && Temporal.PlainDate.compare(day, today) > 0 ? day.toString() : null
}

type Begun = { gapId: number; authorId: number }

/** Begins an answer in words. Returns its number; `null`: the group is closed. */
export async function beginAnswer(
  db: Db,
  { gapId, authorId, text }: Begun & { text: string },
  now: Temporal.Instant,
): Promise<number | null> {
  const question = await questionOf(db, gapId)
  if (question === null) return null
  const validUntil = inMonths(now, USUAL_MONTHS)
  return insertAnswer(db, { gapId, authorId, question, text, origin: '', validUntil, chunkId: null }, now)
}

/** Begins an answer by a passage of the material. `null`: the group is closed, or the passage is gone. */
export async function pointTo(
  db: Db,
  { gapId, authorId, chunkId }: Begun & { chunkId: number },
  now: Temporal.Instant,
): Promise<number | null> {
  const question = await questionOf(db, gapId)
  if (question === null || !(await readChunks(db, [chunkId])).has(chunkId)) return null
  return insertAnswer(db, { gapId, authorId, question, text: '', origin: '', validUntil: null, chunkId }, now)
}

/** What an open group asks, as the title of its answer. */
async function questionOf(db: Db, gapId: number): Promise<string | null> {
  const lead = (await lockOpenGap(db, gapId)) ? await readLead(db, gapId) : null
  return lead === null ? null : cutToRead(lead).slice(0, MOST.question)
}

/** A draft of this person, locked; `null` for anybody else's and for what is decided. */
export async function ownDraft(db: Db, id: number, personId: number): Promise<GapAnswer | null> {
  const answer = await lockAnswer(db, id)
  return answer?.state === 'draft' && answer.authorId === personId ? answer : null
}

/** Throws an answer away that is not published. `false`: it is decided already. */
export async function discardAnswer(db: Db, id: number): Promise<boolean> {
  const answer = await lockAnswer(db, id)
  const isOpen = answer?.state === 'draft' || answer?.state === 'review'
  if (isOpen) await markAnswer(db, id, 'discarded')
  return isOpen
}

/** Tells everybody else of staff that an answer waits for them, once. */
export async function askReviewers(db: Db, answer: GapAnswer, authorId: number, now: Temporal.Instant): Promise<void> {
  const others = (await listStaff(db)).map(({ personId }) => personId).filter((id) => id !== authorId)
  for (const person of await reachablePeople(db, others)) {
    const to = { chatId: person.telegramId, locale: localeOf(person) }
    const message = {
      ...lineMessage(to, 'review-asked', { question: answer.question }),
      buttons: [[SHOW.labelled(say(to.locale)('button-show-answer'), answer.id)]],
    }
    await queue(db, message, {
      key: `gap:review:${answer.id}:${person.id}`,
      lane: 'bulk',
      now,
      ...byDay(now),
    })
  }
}

/** An answer that is not decided, beside the material; `null`: it is. */
export async function readAnswer(
  db: Db,
  search: Search,
  id: number,
): Promise<{ answer: GapAnswer; beside: Beside; passage: StoredChunk | null } | null> {
  const answer = await lockAnswer(db, id)
  if (answer?.state !== 'draft' && answer?.state !== 'review') return null
  const passage =
    answer.chunkId === null ? null : ((await readChunks(db, [answer.chunkId])).get(answer.chunkId) ?? null)
  const beside = passage ? { nearest: [], differences: [] } : await besideMaterial(search, answer)
  return { answer, beside, passage }
}
