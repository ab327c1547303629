import { systemClock } from '../../../src/platform/clock.ts'
import { openDatabase } from '../../../src/platform/database/database.ts'
import type { Applicant } from '../../../src/sessions/line/decision.ts'
import { answerOffer, settleDueSessions, signUp } from '../../../src/sessions/participants/sign-up-actions.ts'

/**
 * A process of its own that does at once, all together, what it is told: for tests in which several processes want the same.
 * Started with the address of the database; says «ready», then answers an order with what became of each.
 */
export type Order =
  | { do: 'sign-up'; sessionId: number; applicants: Applicant[] }
  | { do: 'accept'; signUps: { signUpId: number; personId: number }[] }
  | { do: 'settle'; now: string }

const database = await openDatabase({ kind: 'server', url: process.argv[2]! }, 'tests')
process.on('message', async (order: Order) => process.send!(await follow(order)))
process.on('disconnect', () => process.exit())
process.send!('ready')

async function follow(order: Order): Promise<string[]> {
  const now = systemClock.now()
  switch (order.do) {
    case 'sign-up':
      return Promise.all(
        order.applicants.map(async (applicant) => {
          const request = { sessionId: order.sessionId, applicant, requestedAt: now }
          const result = await database.transaction((db) => signUp(db, request, now))
          return result.kind === 'refused' ? result.reason : result.kind
        }),
      )
    case 'accept':
      return Promise.all(
        order.signUps.map(async (by) => {
          const answer = { ...by, answer: 'accepted' } as const
          return (await database.transaction((db) => answerOffer(db, answer, now))).kind
        }),
      )
    case 'settle':
      return [String(await settleDueSessions(database, Temporal.Instant.from(order.now)))]
  }
}
