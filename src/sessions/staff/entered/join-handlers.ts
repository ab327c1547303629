import { paragraph } from '../../../bot/message/rich.ts'
import { inPlaceFor, placed } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { shownTo } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { JOIN_PEOPLE, NOT_THE_SAME } from '../../buttons.ts'
import { type Follow, joinPeople } from '../../joining/actions.ts'
import { personCard } from '../roll/handlers.ts'
import { say } from './texts.ts'

type Parts = { clock: Clock; follow: readonly Follow[] }

/** Staff say that somebody whom they wrote down is the person who came to the bot. */
export function staffJoining(parts: Parts): Handled<BotContext>[] {
  return [
    handle(JOIN_PEOPLE, (db, ctx, [enteredId, personId]) => join(db, ctx, parts, { enteredId, personId })),
    handle(NOT_THE_SAME, async (_, ctx) => [
      { ...placed(inPlaceFor(ctx)), content: [paragraph(say(ctx.locale)('not-joined'))] },
    ]),
  ]
}

async function join(
  db: Db,
  ctx: BotContext,
  { clock, follow }: Parts,
  people: { enteredId: number; personId: number },
): Promise<Outgoing[]> {
  const now = clock.now()
  const t = say(ctx.locale)
  // Kept in Cyrillic, which every reader gets in their own script.
  const by = { ...people, actorId: ctx.person.id, reason: say('sr-Cyrl')('join-reason'), follow }
  const result = await joinPeople(db, by, now)
  if (result.kind === 'not-entered') return [{ ...placed(inPlaceFor(ctx)), content: [paragraph(t('not-entered'))] }]
  const note = t('joined', { name: shownTo(ctx.locale, result.entered.name) })
  const last = result.places.at(-1)
  return last
    ? [await personCard(db, ctx, last.signUpId, now, note)]
    : [{ ...placed(inPlaceFor(ctx)), content: [paragraph(note)] }]
}
