import { type Locale, shownTo } from '../../language/locale.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Acted, actedText } from '../../sessions/staff/act-texts.ts'
import { approve, messagePerson, moveInLine, removePerson } from '../../sessions/staff/actions.ts'
import { LONGEST_MESSAGE, LONGEST_REASON, readWords } from '../../sessions/staff/form/dialogue.ts'
import { type Entry, listEntries } from '../../sessions/staff/reads.ts'
import { reasonText } from '../../sessions/staff/roll/reason-texts.ts'
import { entryName } from '../../sessions/staff/roll/status-texts.ts'
import type { Standing } from './filter.ts'
import { type Sentence, say } from './texts.ts'

/** What staff do about people they chose: each the act of the chat, with what it needs and for whom it is. */
export const ACTS = {
  approve: { label: 'act-approve', words: null, for: ['requested'] },
  decline: { label: 'act-decline', words: 'reason', for: ['requested'] },
  first: { label: 'act-first', words: 'reason', for: ['line'] },
  last: { label: 'act-last', words: 'reason', for: ['line'] },
  rule: { label: 'act-rule', words: 'reason', for: ['line'] },
  message: { label: 'act-message', words: 'message', for: ['requested', 'place', 'line', 'out'] },
  remove: { label: 'act-remove', words: 'reason', for: ['place', 'line'] },
} as const satisfies Record<string, { label: Sentence; words: 'reason' | 'message' | null; for: readonly Standing[] }>

export type Act = keyof typeof ACTS

/** What was asked for about whom; `words` as people will read them. */
export type Asked = { act: Act; signUpIds: number[]; words: string }

/** Reads what a form asks for; the sentence that says why it cannot be done where it cannot. */
export function askedIn(locale: Locale, form: URLSearchParams): Asked | { fault: string } {
  const t = say(locale)
  const act = form.get('act') as Act
  const signUpIds = form.getAll('person').map(Number)
  if (!Object.hasOwn(ACTS, act) || signUpIds.length === 0 || !signUpIds.every(Number.isSafeInteger))
    return { fault: t('fault-nobody') }
  const kind = ACTS[act].words
  const read = kind === null ? { words: '' } : readFor(locale, kind, form)
  return 'fault' in read ? read : { act, signUpIds, ...read }
}

/** The reason in a form, as people will read it, or why it is none. */
export function readReason(locale: Locale, form: URLSearchParams): { words: string } | { fault: string } {
  return readFor(locale, 'reason', form)
}

function readFor(
  locale: Locale,
  kind: 'reason' | 'message',
  form: URLSearchParams,
): { words: string } | { fault: string } {
  const t = say(locale)
  const words = readWords(form.get('words') ?? '')
  const most = kind === 'message' ? LONGEST_MESSAGE : LONGEST_REASON
  if (!/[\p{L}\p{N}]{2}/u.test(words)) return { fault: t(kind === 'message' ? 'fault-no-message' : 'fault-no-reason') }
  return words.length > most ? { fault: t('fault-too-long', { most, length: words.length }) } : { words }
}

/** So many results are told by name. */
const MOST_TOLD = 6

/** Does it for each of them who is in the session, in the order of the list; what came of it, in words. */
export async function carryOut(
  db: Db,
  asked: Asked,
  by: { sessionId: number; staffId: number; locale: Locale },
  now: Temporal.Instant,
): Promise<string> {
  const wanted = new Set(asked.signUpIds)
  const entries = (await listEntries(db, by.sessionId)).filter(({ signUp }) => wanted.has(signUp.id))
  const told: string[] = []
  for (const entry of inOrder(asked.act, entries)) told.push(await actOn(db, asked, entry, by, now))
  const rest = told.length - MOST_TOLD
  return rest > 0
    ? `${told.slice(0, MOST_TOLD).join(' ')} ${say(by.locale)('told-more', { count: rest })}`
    : told.join(' ')
}

/** Whoever is put first last stands first, so that the chosen keep their order. */
function inOrder(act: Act, entries: readonly Entry[]): readonly Entry[] {
  return act === 'first' ? entries.toReversed() : entries
}

async function actOn(
  db: Db,
  { act, words }: Asked,
  entry: Entry,
  { staffId, locale }: { staffId: number; locale: Locale },
  now: Temporal.Instant,
): Promise<string> {
  const by = { signUpId: entry.signUp.id, staffId, reason: words }
  const told = (acted: Acted) => actedText(locale, { name: entryName(locale, entry), call: entry.call }, acted, now)
  switch (act) {
    case 'approve':
      return told({ act, result: await approve(db, by, now) })
    case 'decline':
    case 'remove':
      return told({ act, result: await removePerson(db, by, now) })
    case 'message':
      return told({ act, result: await messagePerson(db, { ...by, text: words }, now) })
    case 'first':
    case 'last':
    case 'rule':
      return told({ act: 'move', result: await moveInLine(db, { ...by, to: act }, now) })
  }
}

/** Reasons that are given often, as one reads them in the list of choices. */
export function usualReasons(locale: Locale): string[] {
  return (['own-wish', 'double', 'not-invited', 'agreed'] as const).map((reason) =>
    shownTo(locale, reasonText('sr-Cyrl', reason)),
  )
}
