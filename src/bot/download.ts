import type { ChatContext } from './context.ts'

/** A file took longer than this to come. */
const TIMEOUT_MS = 60_000

/**
 * Fetches a file that was sent to the bot, up to `mostBytes`. Throws when Telegram does not give it, gives too much, or
 * takes too long; the address, which holds the token, is in no message.
 */
export function downloader(telegram: {
  token: string
  apiRoot: string
}): (ctx: ChatContext, fileId: string, mostBytes: number) => Promise<Uint8Array> {
  return async (ctx, fileId, mostBytes) => {
    const { file_path: path } = await ctx.api.getFile(fileId)
    if (path === undefined) throw new Error('Telegram gave no path for the file')
    const response = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok || !response.body) throw new Error(`Telegram answered ${response.status} for the file`)
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > mostBytes) throw new Error('The file is larger than Telegram said')
      parts.push(part)
    }
    return Buffer.concat(parts)
  }
}
