import { grantRole, meetPerson } from '../../src/people/store.ts'
import type { Session, SessionPlan } from '../../src/sessions/session/session.ts'
import { createSession, openSession } from '../../src/sessions/staff/session-actions.ts'
import type { Bot } from '../support/bot.ts'

/** Who made the sessions of a test; nobody writes to them. */
const STAFF = 900_000_001

/** An open session of the bot's, `daysAhead` days from its clock, for two people unless said otherwise. */
export async function aComingSession(bot: Bot, plan: Partial<SessionPlan> = {}, daysAhead = 30): Promise<Session> {
  const now = bot.clock.now()
  const start = now.toZonedDateTimeISO('Europe/Belgrade').add({ days: daysAhead }).withPlainTime('10:00')
  const wall = (time: Temporal.ZonedDateTime) => time.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return bot.database.transaction(async (db) => {
    await grantRole(db, { telegramId: STAFF, name: 'Тренер', role: 'trainer', now })
    const staff = await meetPerson(db, {
      telegramId: STAFF,
      name: 'Тренер',
      localeSeen: null,
      localeFirst: 'sr-Cyrl',
      now,
    })
    const made = await createSession(
      db,
      {
        plan: {
          title: 'Израда ЛАП-а: први кораци',
          module: null,
          description: 'Како се оснива радна група и прикупљају подаци.',
          starts: wall(start),
          ends: wall(start.add({ hours: 4 })),
          days: null,
          place: 'Ниш, Градска кућа',
          capacity: 2,
          municipalityQuota: null,
          reservedPlaces: 0,
          reservedUntil: null,
          signUpUntil: wall(start.subtract({ days: Math.min(3, daysAhead - 1) })),
          cancelUntil: wall(start.subtract({ days: Math.min(2, daysAhead - 1) })),
          needsApproval: false,
          language: 'sr',
          ...plan,
        },
        staffId: staff.id,
      },
      now,
    )
    if (made.kind === 'faulty') throw new Error(`Faulty plan: ${JSON.stringify(made.faults)}`)
    const opened = await openSession(db, { sessionId: made.session.id, staffId: staff.id }, now)
    if (opened.kind !== 'done') throw new Error(`Not opened: ${opened.kind}`)
    return opened.session
  })
}
