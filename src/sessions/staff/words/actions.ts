import { readFates } from '../../../bot/send/outbox.ts'
import { readNames } from '../../../people/directory-store.ts'
import type { Db } from '../../../platform/database/database.ts'
import { tellInCharge } from '../../desk/tell.ts'
import { find, type SignUp } from '../../line/sign-up.ts'
import { readRoll } from '../../line/store.ts'
import type { Session } from '../../session/session.ts'
import { insertWord, type KeptWord, wordsTo, wordsToStaff } from './store.ts'

/** The outbox key of what was written, as one of its readers gets it: by it an answer to that message is known. */
export const keyOfWord = (wordId: number) => `word:${wordId}`

/** What somebody's words are about, and who of staff they answer, if anybody. */
export type Spoken = { signUpId: number; sessionId: number; staffId: number | null }

export type PassedOn =
  /** `to`: the names of whoever reads it. */
  | { kind: 'passed-on'; wordId: number; session: Session; signUp: SignUp; to: string[] }
  /** There is nobody of staff who could read it. */
  | { kind: 'nobody'; session: Session }
  | { kind: 'unknown' }

/** Passes somebody's words on to whoever of staff wrote to them last, or is in charge of the session; `atOnce`: also at night. */
export async function passOn(
  db: Db,
  { signUpId, sessionId, staffId }: Spoken,
  { text, atOnce }: { text: string; atOnce: boolean },
  now: Temporal.Instant,
): Promise<PassedOn> {
  const roll = await readRoll(db, sessionId)
  const signUp = roll ? find(roll, signUpId) : undefined
  if (!roll || !signUp) return { kind: 'unknown' }
  const { session } = roll
  const wordId = await insertWord(db, { sessionId, signUpId, staffId, fromStaff: false, text }, now)
  const matter = { kind: 'word', text, signUpId, personId: signUp.personId, municipality: signUp.municipality } as const
  const told = await tellInCharge(db, session, { matter, key: keyOfWord(wordId), first: staffId, atOnce }, now)
  if (told.length === 0) return { kind: 'nobody', session }
  const names = await readNames(db, told)
  return { kind: 'passed-on', wordId, session, signUp, to: told.flatMap((id) => names.get(id) ?? []) }
}

/** How far back an answer is looked for: what left the outbox is kept for a month. */
const MOST_WORDS = 300

/** The words of staff that a message of this chat carried; `null` when it carried none. */
export async function wordAnswered(db: Db, personId: number, messageId: number): Promise<KeptWord | null> {
  const words = await wordsTo(db, personId, MOST_WORDS)
  return carriedBy(db, words, ({ id }) => keyOfWord(id), messageId)
}

/** The words of somebody that a message to this one of staff carried; `null` when it carried none. */
export async function wordToStaffAnswered(db: Db, staffId: number, messageId: number): Promise<KeptWord | null> {
  const words = await wordsToStaff(db, MOST_WORDS)
  return carriedBy(db, words, ({ id }) => `${keyOfWord(id)}:${staffId}`, messageId)
}

async function carriedBy(
  db: Db,
  words: readonly KeptWord[],
  keyOf: (word: KeptWord) => string,
  messageId: number,
): Promise<KeptWord | null> {
  const fates = await readFates(
    db,
    words.flatMap((word) => [keyOf(word), `${keyOf(word)}#1`, `${keyOf(word)}#2`]),
  )
  const carries = (word: KeptWord) =>
    [keyOf(word), `${keyOf(word)}#1`, `${keyOf(word)}#2`].some((key) => fates.get(key)?.messageId === messageId)
  return words.find(carries) ?? null
}
