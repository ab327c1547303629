import type { Api } from 'grammy'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { ChatPace } from './chat-pace.ts'
import type { Payload, Renderer } from './outbox.ts'
import type { Outcome } from './outcome.ts'
import { sendRow } from './send.ts'
import type { Row } from './sender-store.ts'

/** Puts a row into words when that was deferred, and gives it to Telegram. Never throws. */
export function createDelivery(parts: {
  db: Db
  api: Api
  log: Log
  renderers: Readonly<Record<string, Renderer>>
  chatPace: ChatPace
  /** Told how long a call took that Telegram took a message from. */
  answered: (seconds: number) => void
}): (row: Row) => Promise<Outcome> {
  const { db, api, log, renderers, chatPace } = parts

  const send = async (chatId: number, payload: Payload): Promise<Outcome> => {
    // Changes of messages are not counted by Telegram.
    if (payload.edits !== undefined) return sendRow(api, chatId, payload)
    chatPace.passed(chatId)
    const startedMs = performance.now()
    const outcome = await sendRow(api, chatId, payload, () => chatPace.passed(chatId))
    if (outcome.kind === 'sent') parts.answered((performance.now() - startedMs) / 1000)
    if (outcome.kind === 'later' && outcome.waitSeconds === undefined) chatPace.tookNothing(chatId)
    return outcome
  }

  return async ({ id, chatId, payload }) => {
    if (!('renderer' in payload)) return send(chatId, payload)
    try {
      const rendered = await renderers[payload.renderer]!(db, payload.data, chatId)
      const { sent } = payload
      return rendered
        ? await send(chatId, sent === undefined ? rendered : { ...rendered, sent })
        : { kind: 'dropped', reason: 'nothing to say any more' }
    } catch (error) {
      log.error({ err: error, row: id }, 'a message could not be put into words; trying again')
      return { kind: 'later', reason: 'it could not be put into words' }
    }
  }
}
