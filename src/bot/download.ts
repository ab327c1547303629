import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, sep } from 'node:path'
import type { ChatContext } from './context.ts'

/** A file took longer than this to come. */
const TIMEOUT_MS = 60_000

/** Whom files are asked of. `files` is the folder of a Bot API server on this machine that gives paths of its disk (`--local`); `null` without. */
type Source = { token: string; apiRoot: string; files: string | null }

/**
 * Fetches a file that was sent to the bot, up to `mostBytes`. Throws when Telegram does not give it, gives too much, or
 * takes too long; the address, which holds the token, is in no message.
 */
export function downloader(
  source: Source,
): (ctx: ChatContext, fileId: string, mostBytes: number) => Promise<Uint8Array> {
  return async (ctx, fileId, mostBytes) => {
    const { file_path: path } = await ctx.api.getFile(fileId)
    if (path === undefined) throw new Error('Telegram gave no path for the file')
    return isAbsolute(path) ? readLocal(source.files, path, mostBytes) : fetchFrom(source, path, mostBytes)
  }
}

async function fetchFrom({ token, apiRoot }: Source, path: string, mostBytes: number): Promise<Uint8Array> {
  const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
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

/** Reads what the server has put on our disk: in its folder alone, wherever links lead. Its path holds the token too. */
async function readLocal(folder: string | null, path: string, mostBytes: number): Promise<Uint8Array> {
  if (folder === null)
    throw new Error('The Bot API server gives paths of its own disk (--local): set TELEGRAM_FILES to its folder')
  const [root, file] = await Promise.all([realpath(folder), realpath(path).catch(() => null)])
  if (file === null)
    throw new Error('The file is not in the folder of the Bot API server, or cannot be read by this user')
  if (!file.startsWith(root + sep)) throw new Error('The file is outside of TELEGRAM_FILES')
  if ((await stat(file)).size > mostBytes) throw new Error('The file is larger than Telegram said')
  return readFile(file)
}
