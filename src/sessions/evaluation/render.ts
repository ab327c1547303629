import { z } from 'zod'
import type { Payload } from '../../bot/send/outbox.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { enter } from './actions.ts'
import { inviteBlocks, invitePayload, questionsOf } from './texts.ts'

const dataForm = z.object({ signUpId: z.int(), personId: z.int(), again: z.boolean() })

/** What asks somebody to evaluate a session, when it leaves; `null` when they have by then, or it is over. */
export function evaluationRenderer(clock: Clock): (db: Db, data: unknown) => Promise<Payload | null> {
  return async (db, raw) => {
    const { signUpId, personId, again } = dataForm.parse(raw)
    const [person] = await reachablePeople(db, [personId])
    const entered = await enter(db, { signUpId, personId }, clock.now())
    if (!person || entered.kind !== 'open') return null
    const locale = localeOf(person)
    const count = questionsOf(locale, entered.evaluation).length + 1
    return invitePayload(locale, inviteBlocks(locale, entered.session, { count, again }), signUpId)
  }
}
