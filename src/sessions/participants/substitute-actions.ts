import { randomBytes } from 'node:crypto'
import { linkSecret, openLink, sealLink } from '../../bot/links.ts'
import type { Db } from '../../platform/database/database.ts'
import { decideOf } from '../line/decide-under-lock.ts'
import { type Applicant, isOver, type Missing, type Over } from '../line/decision.ts'
import { find } from '../line/sign-up.ts'
import { nextSignUpId, readRoll, sessionIdOf } from '../line/store.ts'
import { decideSubstitute, type SubstituteResult } from '../line/substitute.ts'
import type { Session } from '../session/session.ts'
import { findSubstituteLink, insertSubstituteLink, useSubstituteLink } from './link-store.ts'

/** The kind of links that hand a place to a colleague. */
export const SUBSTITUTE = 'z'

export type LinkResult =
  /** `payload` goes behind `?start=`; only somebody of `municipality` can take the place. */
  | { kind: 'made'; session: Session; municipality: string; payload: string }
  /** They have no confirmed place to give. */
  | { kind: 'place-gone'; session: Session }
  | Missing

/** A one-time link by which a colleague of the same municipality takes the place over. A new one ends those before. */
export async function makeSubstituteLink(
  db: Db,
  by: { signUpId: number; personId: number },
  now: Temporal.Instant,
): Promise<LinkResult> {
  const sessionId = await sessionIdOf(db, by.signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const signUp = roll ? find(roll, by.signUpId) : undefined
  if (!roll || !signUp) return { kind: 'unknown' }
  if (signUp.personId !== by.personId) return { kind: 'not-yours' }
  const { session } = roll
  const over = isOver(session, now)
  if (over) return over
  if (signUp.status !== 'confirmed') return { kind: 'place-gone', session }
  const token = randomBytes(16).toString('base64url')
  await insertSubstituteLink(db, by.signUpId, token, now)
  const payload = sealLink(await linkSecret(db), { kind: SUBSTITUTE, data: token })
  return { kind: 'made', session, municipality: signUp.municipality, payload }
}

export type OpenedLink =
  /** The place is there to be taken by somebody of `municipality`; `giverId` offers it. */
  | { kind: 'open'; session: Session; municipality: string; giverId: number | null }
  | { kind: 'place-gone'; session: Session }
  | { kind: 'link-used' }
  /** Forged, mistyped, or ended by a newer one. */
  | { kind: 'link-invalid' }
  | Over

/** What a link offers, before the colleague says yes. */
export async function readSubstituteLink(db: Db, payload: string, now: Temporal.Instant): Promise<OpenedLink> {
  const link = await linkBehind(db, payload)
  if (!link) return { kind: 'link-invalid' }
  if (link.used) return { kind: 'link-used' }
  const sessionId = await sessionIdOf(db, link.signUpId)
  const roll = await readRoll(db, sessionId!)
  const { session } = roll!
  const over = isOver(session, now)
  if (over) return over
  const { status, municipality, personId } = find(roll!, link.signUpId)!
  if (status !== 'confirmed') return { kind: 'place-gone', session }
  return { kind: 'open', session, municipality, giverId: personId }
}

/** The colleague takes the place. The link is used only by a success, so that a mistake costs nothing. */
export async function takeSubstitute(
  db: Db,
  by: { payload: string; colleague: Applicant },
  now: Temporal.Instant,
): Promise<SubstituteResult | { kind: 'link-used' | 'link-invalid' }> {
  const link = await linkBehind(db, by.payload)
  if (!link) return { kind: 'link-invalid' }
  if (link.used) return { kind: 'link-used' }
  const newId = await nextSignUpId(db)
  const { personId } = by.colleague
  const result = await decideOf(
    db,
    link.signUpId,
    (roll) => decideSubstitute(roll, link.signUpId, by.colleague, { now, newId }),
    { presser: personId, now },
  )
  if (result?.kind === 'took-over') await useSubstituteLink(db, link.token, now)
  return result ?? { kind: 'unknown' }
}

async function linkBehind(db: Db, payload: string): Promise<{ token: string; signUpId: number; used: boolean } | null> {
  const opened = openLink(await linkSecret(db), payload)
  if (opened?.kind !== SUBSTITUTE) return null
  const link = await findSubstituteLink(db, opened.data)
  return link && { ...link, token: opened.data }
}
