import { paragraph } from '../../bot/message/rich.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { listPeople } from '../../people/directory-store.ts'
import { personOfLink } from '../../people/entered/link.ts'
import { askTheRest } from '../../people/registration/handlers.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { handle } from '../../people/roles/handle.ts'
import { isRegistered } from '../../people/rules.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { CLAIM, NOT_ME, QUESTIONS } from '../buttons.ts'
import { tellInCharge } from '../desk/tell.ts'
import { type Follow, joinPeople } from '../joining/actions.ts'
import { sessionButton } from '../line/card-texts.ts'
import { say } from '../say.ts'
import { lineMessage, timeOf, titleOf } from '../session/texts.ts'
import { readerOf } from './handlers.ts'

type Parts = { clock: Clock; follow: readonly Follow[] }

/** Opens a personal link: whose places it holds is said, and taken over by a tap. `false`: the link is of another kind. */
export async function followPersonalLink(ctx: BotContext, { db }: { db: Db }, payload: string): Promise<boolean> {
  const enteredId = await personOfLink(db, payload)
  if (enteredId === null) return false
  await ctx.turn.finish(async (db) => [await openedMessage(db, ctx, enteredId, payload)])
  return true
}

async function openedMessage(db: Db, ctx: BotContext, enteredId: number, payload: string): Promise<Outgoing> {
  const known = (await listPeople(db, [enteredId])).get(enteredId)
  if (!known?.isEntered || known.municipality === null) return lineMessage(readerOf(ctx), 'claim-used')
  const t = say(ctx.locale)
  const about = {
    name: shownTo(ctx.locale, known.name),
    municipality: municipalityLabel(ctx.locale, known.municipality),
  }
  return {
    chatId: ctx.turn.chatId,
    content: [paragraph(t('claim-ask', about))],
    buttons: [[CLAIM.labelled(t('button-claim'), payload), NOT_ME.labelled(t('button-not-me'))]],
  }
}

/** The buttons under a personal link. */
export function claimHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    handle(CLAIM, (ctx, [payload]) => ctx.turn.finish((db) => claim(db, ctx, parts, payload))),
    handle(NOT_ME, (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(readerOf(ctx), 'claim-not'))])),
  ]
}

/** Takes the places over; somebody who has not told who they are tells the rest first, and consents. */
export async function claim(db: Db, ctx: BotContext, { clock, follow }: Parts, payload: string): Promise<Outgoing[]> {
  const now = clock.now()
  const enteredId = await personOfLink(db, payload)
  const known = enteredId === null ? undefined : (await listPeople(db, [enteredId])).get(enteredId)
  if (enteredId === null || !known?.isEntered) return [lineMessage(readerOf(ctx), 'claim-used')]
  if (!isRegistered(ctx.person)) {
    const told = { fullName: known.name, municipalityCode: known.municipality!, email: known.email }
    return [inPlace(ctx, await askTheRest(db, ctx, told, CLAIM.data(payload), now))]
  }
  // Kept in Cyrillic, which every reader gets in their own script.
  const by = {
    enteredId,
    personId: ctx.person.id,
    actorId: ctx.person.id,
    reason: say('sr-Cyrl')('claim-reason'),
    follow,
  }
  const result = await joinPeople(db, by, now)
  if (result.kind === 'not-entered') return [lineMessage(readerOf(ctx), 'claim-used')]
  for (const { session, signUpId } of result.places) {
    const { municipality } = known
    const about = { signUpId, personId: ctx.person.id, municipality: municipality ?? '' }
    const matter = { kind: 'claimed', ...about } as const
    await tellInCharge(db, session, { matter, key: `claimed:${signUpId}`, except: ctx.person.id }, now)
  }
  return [claimedMessage(ctx, result.places)]
}

/** The sessions that are theirs now, each with what it asks. */
function claimedMessage(
  ctx: BotContext,
  places: Extract<Awaited<ReturnType<typeof joinPeople>>, { kind: 'joined' }>['places'],
): Outgoing {
  const t = say(ctx.locale)
  const line = ({ session }: (typeof places)[number]) =>
    paragraph(t('claim-place', { title: titleOf(ctx.locale, session), when: timeOf(ctx.locale, session) }))
  return {
    chatId: ctx.turn.chatId,
    content: [paragraph(t('claim-done')), ...places.map(line)],
    buttons: places.flatMap(({ session, signUpId }) => [
      [sessionButton(ctx.locale, session)],
      ...(session.questions.length > 0 ? [[QUESTIONS.labelled(t('button-questions'), signUpId)]] : []),
    ]),
  }
}
