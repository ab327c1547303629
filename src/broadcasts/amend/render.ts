import { z } from 'zod'
import { paragraph } from '../../bot/message/rich.ts'
import type { Payload } from '../../bot/send/outbox.ts'
import { localeOfChat } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { rightTo } from '../audience.ts'
import { copyFor } from '../render.ts'
import { readBroadcast } from '../store.ts'
import { say } from '../texts.ts'
import { readChange } from './store.ts'

const dataForm = z.object({
  broadcastId: z.int(),
  personId: z.int(),
  audience: z.int(),
  messageId: z.int(),
  version: z.int(),
})

/** The change of one person's copy as things are when it leaves; `null` when a later change came, or they erased their data. */
export async function renderChange(db: Db, raw: unknown, chatId: number): Promise<Payload | null> {
  const { broadcastId, personId, audience, messageId: edits, version } = dataForm.parse(raw)
  const broadcast = await readBroadcast(db, broadcastId)
  const change = await readChange(db, broadcastId)
  const locale = await localeOfChat(db, chatId)
  if (!broadcast || !change || !locale || change.version !== version) return null
  const keepsFile = broadcast.content.file ? ({ keepsFile: true } as const) : {}
  if (change.kind === 'withdrawn')
    return { content: [paragraph(say(locale)('withdrawn-copy'))], edits, deletes: true, ...keepsFile }
  const concerned = (await rightTo(db, personId, broadcast.audiences[audience])) === 'concerned'
  const { file, ...copy } = await copyFor(db, locale, broadcast, { audience, concerned })
  return { ...copy, edits, ...keepsFile }
}
