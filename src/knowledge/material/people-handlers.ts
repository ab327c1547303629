import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { say } from '../texts.ts'
import { ASK_COORDINATORS, KEEP_OUT, LIST_DIALOGUE, PUBLISH_ANYWAY, PUBLISH_LIST } from './buttons.ts'
import { askAboutList, publishWithReason, REASON, readReason, waiting } from './people-actions.ts'
import { sureMessage } from './people-texts.ts'
import { listMaterial } from './store.ts'
import { decidedMessage, plain, type Words } from './texts.ts'
import { nearestTitles } from './upload-handlers.ts'

/** A list of people is published by a coordinator who says why, and is asked twice. */
export function listHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(ASK_COORDINATORS, (db, ctx, [versionId]) => askCoordinators(db, ctx, versionId, clock.now())),
    handle(PUBLISH_ANYWAY, (db, ctx, [versionId]) => askWhy(db, ctx, versionId, clock.now())),
    converse(
      LIST_DIALOGUE,
      (ctx, { versionId }, { text }) =>
        (db) =>
          takeReason(db, ctx, versionId, text, clock.now()),
    ),
    handle(PUBLISH_LIST, (db, ctx, [versionId, replaces]) => publishList(db, ctx, versionId, replaces, clock.now())),
    handle(KEEP_OUT, async (db, ctx) => {
      await LIST_DIALOGUE.end(db, ctx.turn.chatId)
      return [inPlace(ctx, plain('people-kept-out'))]
    }),
  ]
}

async function askCoordinators(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  return [inPlace(ctx, plain(await askAboutList(db, versionId, ctx.person, now)))]
}

async function askWhy(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const version = await waiting(db, versionId)
  if (!version) return [inPlace(ctx, plain('already-decided'))]
  await LIST_DIALOGUE.keep(db, ctx.turn.chatId, { versionId, reason: null }, now)
  const question = said(ctx, (locale) => say(locale)('people-ask-why', { title: shownTo(locale, version.title) }))
  return [stoppable(ctx.locale, LIST_DIALOGUE, question)]
}

async function takeReason(
  db: Db,
  ctx: BotContext,
  versionId: number,
  text: string,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const reason = readReason(text)
  if (reason === null) return [said(ctx, (locale) => say(locale)('people-reason-length', REASON))]
  const version = await waiting(db, versionId)
  if (!version) {
    await LIST_DIALOGUE.end(db, ctx.turn.chatId)
    return [said(ctx, plain('already-decided'))]
  }
  await LIST_DIALOGUE.keep(db, ctx.turn.chatId, { versionId, reason }, now)
  const replaceable = version.state === 'draft' ? nearestTitles(await listMaterial(db), version.title) : []
  return [sureMessage(readerOf(ctx), { ...version, reason, replaceable })]
}

async function publishList(
  db: Db,
  ctx: BotContext,
  versionId: number,
  replaces: number,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const open = await LIST_DIALOGUE.read(db, ctx.turn.chatId)
  // A button of last week is no reason given today.
  if (open?.versionId !== versionId || open.reason === null) return askWhy(db, ctx, versionId, now)
  const asked = { versionId, replaces: replaces === 0 ? null : replaces, reason: open.reason }
  const words = await publishWithReason(db, asked, ctx.person.id, now)
  await LIST_DIALOGUE.end(db, ctx.turn.chatId)
  return [inPlace(ctx, words)]
}

const said = (ctx: BotContext, words: Words) => decidedMessage(ctx.turn.chatId, ctx.locale, words)
const inPlace = (ctx: BotContext, words: Words) =>
  decidedMessage(ctx.turn.chatId, ctx.locale, words, ctx.callbackQuery?.message?.message_id)
