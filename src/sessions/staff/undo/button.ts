import type { InlineKeyboardButton } from 'grammy/types'
import { timeFor } from '../../../language/dates/write.ts'
import type { Locale } from '../../../language/locale.ts'
import { ZONE } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { isOver } from '../../line/decision.ts'
import type { SignUp } from '../../line/sign-up.ts'
import { readEventsOf } from '../../line/store.ts'
import { type Undoable, undoableOf } from '../../line/undo.ts'
import type { Session } from '../../session/session.ts'
import { UNDO } from '../buttons.ts'
import { type PlainSentence, say } from '../texts.ts'

const ACTS: Partial<Record<Undoable['kind'], PlainSentence>> = {
  approved: 'act-approved',
  added: 'act-added',
  removed: 'act-removed',
  moved: 'act-moved',
}

/** The last act on somebody, while it can be taken back; `null`: there is none, or it is too late. */
export async function lastAct(
  db: Db,
  { session, signUp }: { session: Session; signUp: SignUp },
  now: Temporal.Instant,
): Promise<Undoable | null> {
  if (signUp.personId === null || isOver(session, now)) return null
  return undoableOf(await readEventsOf(db, signUp.id), signUp, now)
}

/** The button under a person's card that takes back what was done to them last, while that is possible; at most one row. */
export async function undoRow(
  db: Db,
  locale: Locale,
  on: { session: Session; signUp: SignUp },
  now: Temporal.Instant,
): Promise<InlineKeyboardButton[][]> {
  const act = await lastAct(db, on, now)
  return act ? [[UNDO.labelled(undoLabel(locale, act), on.signUp.id, act.number)]] : []
}

/** «Поништи: померање у реду (до 14:32)» */
export function undoLabel(locale: Locale, { kind, until }: Undoable): string {
  const t = say(locale)
  return t('button-undo', { what: t(ACTS[kind]!), until: timeFor(until.toZonedDateTimeISO(ZONE).toPlainTime()) })
}
