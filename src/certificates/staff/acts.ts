import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { isQuiet } from '../../people/notices/rules.ts'
import { readName } from '../../people/registration/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { quizOf } from '../../quiz/quizzes.ts'
import { MOST_STRETCHES } from '../../sessions/session/days.ts'
import {
  changeRule,
  correctName,
  giveCertificates,
  type Issuer,
  restore,
  revokeCertificate,
  tellAgain,
} from '../actions.ts'
import { arrivedBlocks } from '../own/texts.ts'
import { type Issuing, paperOf } from '../paper.ts'
import { readCertificate } from '../store.ts'
import { type PlainSentence, say } from '../texts.ts'

/** Who acts, wherever they do it, in the chat or on a page. */
export type By = { staffId: number; locale: Locale; now: Temporal.Instant }

/** Gives the certificates of a session, or brings them in order. Returns what came of it; `null`: the overview says why nothing did. */
export async function give(
  db: Db,
  { sessionId, issuer }: { sessionId: number; issuer: Issuer },
  { staffId, locale, now }: By,
): Promise<string | null> {
  const result = await giveCertificates(db, { sessionId, staffId, issuer }, now)
  switch (result.kind) {
    case 'given':
      return say(locale)(isQuiet(now) ? 'given-at-night' : 'given-done', result)
    case 'as-they-are':
      return say(locale)('given-nothing')
    case 'too-early':
    case 'cancelled':
    case 'unknown':
      return null
  }
}

/** Chooses whom the rule names: on how many days (0: all), and with which quiz (0: none); what is left out stays. */
export async function chooseRule(db: Db, sessionId: number, chosen: { days?: number; quiz?: number }): Promise<void> {
  const { days, quiz } = chosen
  const isCount = days !== undefined && Number.isInteger(days) && days >= 0 && days <= MOST_STRETCHES
  await changeRule(db, sessionId, {
    ...(isCount ? { leastDays: days === 0 ? null : days } : {}),
    // An old button may name a quiz that is gone.
    ...(quiz === undefined ? {} : { quiz: quizOf(quiz) ? quiz : null }),
  })
}

/** What came of an act on one certificate, and which one is looked at now. `refused`: what was written cannot be taken. */
export type Acted = { kind: 'done'; certificateId: number; note: PlainSentence } | { kind: 'refused'; says: string }

/** Gives the certificate anew with the name as it was written. */
export async function correct(
  db: Db,
  { certificateId, text }: { certificateId: number; text: string },
  { staffId, locale, now }: By,
): Promise<Acted> {
  const read = readName(text)
  if (read.kind === 'refused') return { kind: 'refused', says: say(locale)('name-unclear') }
  const result = await correctName(db, { certificateId, name: read.name, staffId }, now)
  switch (result.kind) {
    case 'corrected':
      return { kind: 'done', certificateId: result.certificateId, note: 'name-corrected' }
    case 'same':
      return { kind: 'done', certificateId, note: 'name-same' }
    case 'gone':
      return { kind: 'done', certificateId, note: 'certificate-gone' }
  }
}

const LONGEST_REASON = 300

/** Takes a certificate back for the reason as it was written. */
export async function revoke(
  db: Db,
  { certificateId, text }: { certificateId: number; text: string },
  { staffId, locale, now }: By,
): Promise<Acted> {
  const reason = text.trim()
  if (reason.length > LONGEST_REASON || !/[\p{L}\p{N}]{2}/u.test(reason))
    return { kind: 'refused', says: say(locale)('reason-unclear', { most: LONGEST_REASON }) }
  const { kind } = await revokeCertificate(db, { certificateId, reason, staffId }, now)
  return { kind: 'done', certificateId, note: kind === 'revoked' ? 'revoked-done' : 'certificate-gone' }
}

/** Lets the rule give one again that was taken back. */
export async function giveBack(
  db: Db,
  { certificateId, issuer }: { certificateId: number; issuer: Issuer },
  { staffId, now }: By,
): Promise<PlainSentence> {
  const { kind } = await restore(db, { certificateId, staffId, issuer }, now)
  return kind === 'unknown' ? 'certificate-gone' : 'restored-done'
}

/** The paper for whoever of staff wants to look at it or print it; `null`: it is not valid (any more), or its person is erased. */
export async function paperMessage(
  db: Db,
  { chatId, locale }: { chatId: number; locale: Locale },
  { certificateId, issuing }: { certificateId: number; issuing: Issuing },
  now: Temporal.Instant,
): Promise<Outgoing | null> {
  const certificate = await readCertificate(db, certificateId)
  const file = certificate && (await paperOf(db, locale, certificate, issuing, now))
  return file && { chatId, content: arrivedBlocks(locale, certificate).slice(0, 1), file }
}

/** Sends its person the paper once more. */
export async function sendAgain(db: Db, certificateId: number): Promise<PlainSentence> {
  const certificate = await readCertificate(db, certificateId)
  const { personId = null, state } = certificate ?? {}
  const [person] = personId === null ? [] : await reachablePeople(db, [personId])
  if (!person || state !== 'valid') return 'unreachable'
  await tellAgain(db, certificateId)
  return 'sent-again'
}
