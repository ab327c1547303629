import { strFromU8, unzipSync } from 'fflate'
import type { Mention } from '../language/mention.ts'
import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import type { Words } from '../platform/database/words.ts'
import type { Block } from './message/rich.ts'
import type { Payload } from './send/outbox.ts'

/** What stands of people in other people's chats: dialogues, updates that failed, messages that still wait or may not have arrived. */
export const CHAT_WORDS: readonly Words[] = [
  { table: 'dialogue', json: ['data'] },
  { table: 'inbox', text: ['failure'], json: ['payload'], where: `done_at is not null and payload <> '{}'` },
  {
    table: 'outbox',
    json: ['payload'],
    where: `state in ('waiting', 'unknown') and payload <> '{}' and payload #> '{file,base64}' is null`,
  },
]

/**
 * Files of ours that still wait and hold somebody: a list that trainers asked for, say. In place of each goes what `outdated`
 * says to that chat. Files have no words to look for in SQL, but those that wait are few.
 */
export async function replaceFilesAbout(
  db: Db,
  mention: Mention,
  outdated: (chatId: number) => Promise<Block[]>,
): Promise<void> {
  const { rows } = await db.query<{ id: number; chat_id: number; payload: Payload }>(
    `select id, chat_id, payload from outbox
     where finished_at is null and state = 'waiting' and payload #> '{file,base64}' is not null for update`,
  )
  for (const { id, chat_id, payload } of rows) {
    const { file } = payload
    if (!file || !('base64' in file) || !isIn(file, mention)) continue
    const replaced: Payload = { content: await outdated(chat_id) }
    await db.query(`update outbox set method = 'sendMessage', payload = $2::jsonb where id = $1::bigint`, [
      id,
      toJsonb(replaced),
    ])
  }
}

function isIn({ name, base64 }: { name: string; base64: string }, mention: Mention): boolean {
  return mention.isIn(name) || textsOf(Buffer.from(base64, 'base64')).some((text) => mention.isIn(text))
}

/** What a file of ours says: as it is, or each part of a workbook. */
function textsOf(bytes: Uint8Array): string[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [strFromU8(bytes)]
}
