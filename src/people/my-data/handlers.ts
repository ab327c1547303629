import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Clock } from '../../platform/clock.ts'
import type { BotContext } from '../context.ts'
import { askForChange } from '../registration/handlers.ts'
import type { Step } from '../registration/rules.ts'
import { command, handle } from '../roles/handle.ts'
import { readStanding } from '../roles/personal.ts'
import { lineMessage, type PlainSentence, say } from '../texts.ts'
import { ASK_TO_ERASE, CHANGE, ERASE, KEEP_ALL } from './buttons.ts'
import { type Asked, eraseAll, type PersonalData, readAll } from './personal-data.ts'
import { dataFileMessage, eraseQuestion, profileMessage } from './texts.ts'

type Parts = { clock: Clock; features: readonly PersonalData[] }

/** Seeing, mending and erasing what is held about oneself. */
export function myDataHandlers(parts: Parts): Handled<BotContext>[] {
  const askToErase = (ctx: BotContext) =>
    ctx.turn.finish(async (db) => [eraseQuestion(readerOf(ctx), ctx.person, await readStanding(db, ctx.person))])
  return [
    command('mojipodaci', 'everyone', (ctx) =>
      ctx.turn.finish(async (db) => [
        profileMessage(readerOf(ctx), ctx.person),
        dataFileMessage(readerOf(ctx), await readAll(db, askedBy(ctx), parts.features)),
      ]),
    ),
    handle(CHANGE, (ctx, [step]) =>
      ctx.turn.finish(async (db) => {
        const question = await askForChange(db, ctx, step, parts.clock.now())
        return [question ?? profileMessage(readerOf(ctx), ctx.person)]
      }),
    ),
    command('obrisi', 'everyone', askToErase),
    handle(ASK_TO_ERASE, askToErase),
    handle(KEEP_ALL, (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, 'erase-not'))])),
    handle(ERASE, (ctx, [personId]) => erase(ctx, parts, personId)),
  ]
}

async function erase(ctx: BotContext, { clock, features }: Parts, personId: number): Promise<unknown> {
  // Somebody who wrote again after erasing is somebody new; an old button must not erase them.
  if (personId !== ctx.person.id) return ctx.toast(say(ctx.locale)('erase-stale'))
  return ctx.turn.finish(async (db) => {
    await eraseAll(db, askedBy(ctx), features, clock.now())
    return [{ ...inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, 'erased')), forget: true }]
  })
}

/** What a person sees after they mended one answer. */
export function changedMessage(ctx: BotContext, step: Step): Outgoing {
  const note: PlainSentence = step === 'municipality' ? 'my-data-changed-municipality' : 'my-data-changed'
  return profileMessage(readerOf(ctx), ctx.person, note)
}

const askedBy = (ctx: BotContext): Asked => ({ ...ctx.person, username: ctx.from?.username })
