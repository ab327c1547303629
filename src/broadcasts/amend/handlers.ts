import type { Message } from 'grammy/types'
import { type Authored, readAuthored } from '../../bot/message/authored.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { toast } from '../compose/asking.ts'
import { composeLine } from '../compose/texts.ts'
import { countRecipients } from '../recipient-store.ts'
import { copyFor } from '../render.ts'
import type { Broadcast } from '../rules.ts'
import { readBroadcast } from '../store.ts'
import { type ChangeResult, correctBroadcast, withdrawBroadcast } from './actions.ts'
import { AMEND, CORRECT_LEAVE, CORRECT_OTHERWISE, CORRECT_YES, CORRECTION, KEEP } from './buttons.ts'
import { correctedContent } from './rules.ts'
import { askCorrection, askWithdrawal, changeAnswer, correctionPreview } from './texts.ts'

type Parts = { clock: Clock }

/** A message to many is corrected, or taken back, in the chats where it arrived. */
export function amendHandlers({ clock }: Parts): Handled<BotContext>[] {
  const asked = async (db: Db, ctx: BotContext, broadcastId: number) => {
    await CORRECTION.begin(db, ctx.turn.chatId, { broadcastId, words: null }, clock.now())
    return ask(db, ctx, broadcastId)
  }
  return [
    handle(AMEND.correct, (db, ctx, [broadcastId]) => asked(db, ctx, broadcastId)),
    handle(CORRECT_OTHERWISE, async (db, ctx) => {
      const open = await CORRECTION.read(db, ctx.turn.chatId)
      return open ? asked(db, ctx, open.broadcastId) : toast(ctx, 'stale')
    }),
    converse(CORRECTION, (ctx, { broadcastId, words }, message) =>
      words === null ? (db) => read(db, ctx, { clock }, broadcastId, message) : null,
    ),
    handle(CORRECT_YES, (db, ctx) => correct(db, ctx, { clock })),
    handle(CORRECT_LEAVE, (db, ctx) => leave(db, ctx)),
    handle(AMEND.withdraw, async (db, ctx, [broadcastId]) => {
      const people = (await countRecipients(db, broadcastId)).sent
      return [askWithdrawal(readerOf(ctx), broadcastId, people)]
    }),
    handle(AMEND['withdraw-yes'], async (db, ctx, [broadcastId]) =>
      answered(ctx, await withdrawBroadcast(db, { broadcastId, staffId: ctx.person.id }, clock.now()), 'withdrawn'),
    ),
    handle(KEEP, async (_, ctx) => [inPlace(ctx, composeLine(readerOf(ctx), 'kept-as-it-is'))]),
  ]
}

async function ask(db: Db, ctx: BotContext, broadcastId: number): Promise<Outgoing[]> {
  const broadcast = await readBroadcast(db, broadcastId)
  if (!broadcast) return toast(ctx, 'control-unknown')
  return [askCorrection(readerOf(ctx), broadcast.content.file !== null)]
}

/** The words are shown as everybody will have them, before anything changes. */
async function read(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  broadcastId: number,
  message: Message,
): Promise<Outgoing[]> {
  const broadcast = await readBroadcast(db, broadcastId)
  if (!broadcast) return leave(db, ctx)
  const given = readWords(broadcast, message)
  if (given.kind !== 'read') return [refusal(ctx, given)]
  const { text, entities } = given.authored
  await CORRECTION.keep(db, ctx.turn.chatId, { broadcastId, words: { text, entities } }, clock.now())
  const copy = {
    id: null,
    audiences: broadcast.audiences,
    content: correctedContent(broadcast.content, { text, entities }),
  }
  const copies = [await copyFor(db, 'sr-Cyrl', copy), await copyFor(db, 'sr-Latn', copy)]
  const people = (await countRecipients(db, broadcastId)).sent
  return correctionPreview(readerOf(ctx), copies, people)
}

type Given = ReturnType<typeof readAuthored> | { kind: 'file' }

/** Under a file fewer words fit; a file itself cannot be put into messages that have arrived. */
function readWords({ content }: Broadcast, message: Message): Given {
  const given = readAuthored(message)
  if (given.kind === 'read' && given.authored.file) return { kind: 'file' }
  return content.file ? readAuthored({ ...message, ...withFile(content.file) }) : given
}

/** As if the text had been written under the file that stays, for what fits there. */
function withFile(file: NonNullable<Authored['file']>): Partial<Message> {
  return { document: { file_id: file.fileId, file_unique_id: '' } }
}

function refusal(ctx: BotContext, given: Exclude<Given, { kind: 'read' }>): Outgoing {
  const to = readerOf(ctx)
  switch (given.kind) {
    case 'too-long':
      return composeLine(to, 'content-too-long', { length: given.length, most: given.most })
    case 'file':
    case 'album':
      return composeLine(to, 'correction-no-file')
    case 'empty':
      return composeLine(to, 'content-empty')
    case 'not-understood':
      return composeLine(to, 'content-not-understood')
  }
}

async function correct(db: Db, ctx: BotContext, { clock }: Parts): Promise<Outgoing[]> {
  const open = await CORRECTION.read(db, ctx.turn.chatId)
  if (!open?.words) return toast(ctx, 'stale')
  await CORRECTION.end(db, ctx.turn.chatId)
  const order = { broadcastId: open.broadcastId, staffId: ctx.person.id, words: open.words }
  return answered(ctx, await correctBroadcast(db, order, clock.now()), 'corrected')
}

async function leave(db: Db, ctx: BotContext): Promise<Outgoing[]> {
  await CORRECTION.end(db, ctx.turn.chatId)
  return [inPlace(ctx, composeLine(readerOf(ctx), 'kept-as-it-is'))]
}

const answered = (ctx: BotContext, result: ChangeResult, kind: 'corrected' | 'withdrawn'): Outgoing[] => [
  inPlace(ctx, changeAnswer(readerOf(ctx), result, kind)),
]
