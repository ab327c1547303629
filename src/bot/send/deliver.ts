import type { Api } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { mayBeRich, type RichUse } from '../message/form.ts'
import { noteRich, readChatForm } from './chat-form-store.ts'
import type { Payload, Renderer } from './outbox.ts'
import type { Outcome } from './outcome.ts'
import type { ChatPace } from './pace/chat-pace.ts'
import { type How, sendRow } from './send.ts'
import type { Row } from './sender-store.ts'

/** How rich messages are used, and the button under a chat's first one by which its person asks for plainer ones. */
export type Rich = { use: RichUse; offer?: (chatId: number) => Promise<InlineKeyboardButton> }

/** Puts a row into words when that was deferred, and gives it to Telegram. Never throws. */
export function createDelivery(parts: {
  db: Db
  api: Api
  clock: Clock
  log: Log
  rich: Rich
  renderers: Readonly<Record<string, Renderer>>
  chatPace: ChatPace
  /** Told how long a call took that Telegram took a message from. */
  answered: (seconds: number) => void
}): (row: Row) => Promise<Outcome> {
  const { db, api, clock, log, rich, renderers, chatPace } = parts

  const howFor = async (chatId: number, { content, file, sent }: Payload): Promise<How> => {
    if (file || sent !== undefined || !mayBeRich(rich.use, chatId, content)) return { rich: false }
    const form = await readChatForm(db, chatId)
    // In a group nobody speaks for the others.
    if (form !== 'new' || chatId < 0 || !rich.offer) return { rich: form !== 'plain' }
    return { rich: true, offer: await rich.offer(chatId) }
  }

  const sendAs = async (how: How, chatId: number, payload: Payload): Promise<Outcome> => {
    const { rich: wasRich, ...outcome } = await sendRow(api, chatId, payload, how, () => chatPace.passed(chatId))
    if (wasRich && how.offer)
      await noteRich(db, chatId, clock.now()).catch((error: unknown) =>
        log.warn(
          { err: error },
          'that a chat got its first rich message was not noted; it is offered plainer ones again',
        ),
      )
    return outcome
  }

  const send = async (chatId: number, payload: Payload, insist: boolean): Promise<Outcome> => {
    const how = { ...(await howFor(chatId, payload)), insist }
    // Changes of messages are not counted by Telegram.
    if (payload.edits !== undefined) return sendAs(how, chatId, payload)
    chatPace.passed(chatId)
    const startedMs = performance.now()
    const outcome = await sendAs(how, chatId, payload)
    if (outcome.kind === 'sent') parts.answered((performance.now() - startedMs) / 1000)
    if (outcome.kind === 'later' && outcome.waitSeconds === undefined) chatPace.tookNothing(chatId)
    return outcome
  }

  return async ({ id, chatId, payload, insist }) => {
    try {
      if (!('renderer' in payload)) return await send(chatId, payload, insist)
      const rendered = await renderers[payload.renderer]!(db, payload.data, chatId)
      const { sent } = payload
      return rendered
        ? await send(chatId, sent === undefined ? rendered : { ...rendered, sent }, insist)
        : { kind: 'dropped', reason: 'nothing to say any more' }
    } catch (error) {
      log.error({ err: error, row: id }, 'a message could not be put into words; trying again')
      return { kind: 'later', reason: 'it could not be put into words' }
    }
  }
}
