import type { State } from '../../src/sessions/attendance/attendance.ts'
import { insertMarks } from '../../src/sessions/attendance/store.ts'
import { addPerson } from '../../src/sessions/staff/actions.ts'
import type { Bot } from '../support/bot.ts'

/** Gives a person a place in a session on staff's word. Returns the sign-up. */
export async function aPlaceFor(bot: Bot, telegramId: number, sessionId: number): Promise<number> {
  const { rows } = await bot.database.pool.query<{ id: number; code: string }>(
    'select id, municipality_code as code from person where telegram_id = $1',
    [telegramId],
  )
  const { id: personId, code: municipality } = rows[0]!
  const by = {
    sessionId,
    applicant: { personId, municipality, consented: true },
    staffId: personId,
    reason: 'договорено',
  }
  const result = await bot.database.transaction((db) => addPerson(db, by, bot.clock.now()))
  if (!('signUp' in result)) throw new Error(`No place: ${result.kind}`)
  return result.signUp.id
}

/** Notes of people, by their sign-ups, what they did on each of the days. */
export async function note(
  bot: Bot,
  sessionId: number,
  days: readonly string[],
  people: Record<number, readonly State[]>,
): Promise<void> {
  const at = bot.clock.now()
  const marks = Object.entries(people).flatMap(([signUpId, states]) =>
    states.map((state, i) => ({
      signUpId: Number(signUpId),
      on: Temporal.PlainDate.from(days[i]!),
      state,
      how: 'corrected' as const,
      at,
      actorId: null,
      reason: null,
    })),
  )
  await insertMarks(bot.database.pool, sessionId, marks)
}
