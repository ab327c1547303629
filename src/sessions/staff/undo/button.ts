import type { InlineKeyboardButton } from 'grammy/types'
import { timeFor } from '../../../language/dates.ts'
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

/** The button under a person's card that takes back what was done to them last, while that is possible; at most one row. */
export async function undoRow(
  db: Db,
  locale: Locale,
  { session, signUp }: { session: Session; signUp: SignUp },
  now: Temporal.Instant,
): Promise<InlineKeyboardButton[][]> {
  if (signUp.personId === null || isOver(session, now)) return []
  const act = undoableOf(await readEventsOf(db, signUp.id), signUp, now)
  return act ? [[undoButton(locale, signUp.id, act)]] : []
}

function undoButton(locale: Locale, signUpId: number, { number, kind, until }: Undoable): InlineKeyboardButton {
  const t = say(locale)
  const time = timeFor(until.toZonedDateTimeISO(ZONE).toPlainTime())
  return UNDO.labelled(t('button-undo', { what: t(ACTS[kind]!), until: time }), signUpId, number)
}
