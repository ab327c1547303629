import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import { backOff } from '../platform/backoff.ts'
import type { ChatContext } from './context.ts'

/** A file took longer than this to come. */
const TIMEOUT_MS = 60_000
/** How often a file is asked for before whoever sent it hears that it did not come: a proxy fails one call, and the next comes through. */
const TRIES = 3
const PAUSE_MS = { first: 500, longest: 2_000 }

/** Whom files are asked of. `files` is the folder of a Bot API server on this machine that gives paths of its disk (`--local`); `null` without. */
type Source = { token: string; apiRoot: string; files: string | null }

/** A file that does not come however often it is asked for. */
class NoSuchFile extends Error {
  override name = 'NoSuchFile'
}

/**
 * Fetches a file that was sent to the bot, up to `mostBytes`, again where the way there failed. Throws when Telegram does not
 * give it, gives too much, or takes too long; the address, which holds the token, is in no message.
 */
export function downloader(
  source: Source,
): (ctx: ChatContext, fileId: string, mostBytes: number) => Promise<Uint8Array> {
  return async (ctx, fileId, mostBytes) => {
    for (let failures = 1; ; failures++) {
      try {
        return await fetchOnce(source, ctx, fileId, mostBytes)
      } catch (error) {
        if (failures === TRIES || isFinal(error)) throw error
        await pause(backOff(failures, PAUSE_MS))
      }
    }
  }
}

async function fetchOnce(source: Source, ctx: ChatContext, fileId: string, mostBytes: number): Promise<Uint8Array> {
  const { file_path: path } = await ctx.api.getFile(fileId)
  if (path === undefined) throw new NoSuchFile('Telegram gave no path for the file')
  return isAbsolute(path) ? readLocal(source.files, path, mostBytes) : fetchFrom(source, path, mostBytes)
}

/** Whether asking again would come to the same: it was refused, or took too long. */
function isFinal(error: unknown): boolean {
  if (error instanceof GrammyError) return error.error_code < 500
  return error instanceof NoSuchFile || (error instanceof Error && error.name === 'TimeoutError')
}

async function fetchFrom({ token, apiRoot }: Source, path: string, mostBytes: number): Promise<Uint8Array> {
  const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    const reason = `Telegram answered ${response.status} for the file`
    throw response.status < 500 ? new NoSuchFile(reason) : new Error(reason)
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > mostBytes) throw new NoSuchFile('The file is larger than Telegram said')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Reads what the server has put on our disk: in its folder alone, wherever links lead. Its path holds the token too. */
async function readLocal(folder: string | null, path: string, mostBytes: number): Promise<Uint8Array> {
  if (folder === null)
    throw new NoSuchFile('The Bot API server gives paths of its own disk (--local): set TELEGRAM_FILES to its folder')
  const [root, file] = await Promise.all([realpath(folder), realpath(path).catch(() => null)])
  if (file === null)
    throw new NoSuchFile('The file is not in the folder of the Bot API server, or cannot be read by this user')
  if (!file.startsWith(root + sep)) throw new NoSuchFile('The file is outside of TELEGRAM_FILES')
  if ((await stat(file)).size > mostBytes) throw new NoSuchFile('The file is larger than Telegram said')
  return readFile(file)
}
