import type { Message } from 'grammy/types'
import { type Bot, TOKEN } from './bot.ts'

/** The bytes of the file that a message carries. */
export async function fileOf(bot: Bot, message: Message): Promise<Uint8Array<ArrayBuffer>> {
  const about = await fetch(
    `${bot.url}/bot${TOKEN}/getFile?file_id=${(message.document ?? message.photo!.at(-1)!).file_id}`,
  )
  const { result } = (await about.json()) as { result: { file_path: string } }
  return new Uint8Array(await (await fetch(`${bot.url}/file/bot${TOKEN}/${result.file_path}`)).arrayBuffer())
}
