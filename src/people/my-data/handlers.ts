import type { Composer } from 'grammy'
import { z } from 'zod'
import { inPlace } from '../../bot/presses.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Clock } from '../../platform/clock.ts'
import type { BotContext } from '../context.ts'
import { askForChange } from '../registration/handlers.ts'
import { STEPS, type Step } from '../registration/rules.ts'
import { lineMessage, type PlainSentence, say } from '../texts.ts'
import { eraseAll, type PersonalData, readAll } from './personal-data.ts'
import { dataFileMessage, eraseQuestion, profileMessage } from './texts.ts'

type Parts = { clock: Clock; features: readonly PersonalData[] }

const changeData = z.tuple([z.literal('change'), z.enum(STEPS).exclude(['consent'])])
const eraseData = z.tuple([z.literal('erase'), z.literal('yes'), z.coerce.number().int().positive()])

/** Seeing, mending and erasing what is held about oneself. */
export function installMyData(bot: Composer<BotContext>, parts: Parts): void {
  bot.command('mojipodaci', (ctx) =>
    ctx.turn.finish(async (db) => [
      profileMessage(readerOf(ctx), ctx.person),
      dataFileMessage(readerOf(ctx), await readAll(db, ctx.person, parts.features)),
    ]),
  )
  bot.callbackQuery(/^change:/, async (ctx, next) => {
    const data = changeData.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    await ctx.turn.finish(async (db) => {
      const question = await askForChange(db, ctx, data.data[1], parts.clock.now())
      return [question ?? profileMessage(readerOf(ctx), ctx.person)]
    })
  })
  bot.command('obrisi', (ctx) => ctx.turn.say([eraseQuestion(readerOf(ctx), ctx.person)]))
  bot.callbackQuery('erase:ask', (ctx) => ctx.turn.say([eraseQuestion(readerOf(ctx), ctx.person)]))
  bot.callbackQuery('erase:no', (ctx) =>
    ctx.turn.say([inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, 'erase-not'))]),
  )
  bot.callbackQuery(/^erase:yes:/, async (ctx, next) => {
    const data = eraseData.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    // Somebody who wrote again after erasing is somebody new; an old button must not erase them.
    if (data.data[2] !== ctx.person.id) return ctx.toast(say(ctx.locale)('erase-stale'))
    await ctx.turn.finish(async (db) => {
      await eraseAll(db, ctx.person, parts.features, parts.clock.now())
      return [inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, 'erased'))]
    })
  })
}

/** What a person sees after they mended one answer. */
export function changedMessage(ctx: BotContext, step: Step): Outgoing {
  const note: PlainSentence = step === 'municipality' ? 'my-data-changed-municipality' : 'my-data-changed'
  return profileMessage(readerOf(ctx), ctx.person, note)
}

const readerOf = (ctx: BotContext) => ({ chatId: ctx.turn.chatId, locale: ctx.locale })
