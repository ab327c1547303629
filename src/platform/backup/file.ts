import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CannotStart, codeOf, messageOf } from '../errors.ts'
import type { Piece } from './backup.ts'

/** Two names: a file is whole, or is not there under its own. */
const unfinished = (file: string) => `${file}.unfinished`

/**
 * Writes pieces to a new file, a JSON object a line, compressed, for its owner alone. The file appears under its name
 * only once everything is on the disk.
 */
export async function writeBackup<T>(
  file: string,
  write: (take: (piece: Piece) => Promise<void>) => Promise<T>,
): Promise<T> {
  if (existsSync(file)) throw new CannotStart(`${file} exists already. Name another file, or remove it first.`)
  const zip = createGzip({ level: 5 })
  const written = pipeline(zip, createWriteStream(unfinished(file), { mode: 0o600 }))
  const failed = Promise.withResolvers<never>()
  written.catch(failed.reject)
  failed.promise.catch(() => {})
  const take = async (piece: Piece) => {
    if (zip.write(`${JSON.stringify(piece)}\n`)) return
    await Promise.race([new Promise((resolve) => zip.once('drain', resolve)), failed.promise])
  }
  try {
    const result = await write(take)
    zip.end()
    await written
    await settle(file)
    return result
  } catch (error) {
    zip.destroy()
    await written.catch(() => {})
    await rm(unfinished(file), { force: true })
    throw cannotWrite(file, error)
  }
}

async function settle(file: string): Promise<void> {
  const handle = await open(unfinished(file), 'r+')
  await handle.sync()
  await handle.close()
  await rename(unfinished(file), file)
}

function cannotWrite(file: string, error: unknown): unknown {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EACCES: 'this user may not write there',
    ENOENT: 'its folder does not exist',
  }
  const reason = reasons[codeOf(error) ?? '']
  return reason ? new CannotStart(`The backup ${file} could not be written: ${reason}.`, { cause: error }) : error
}

/** The pieces of a file, read as they are asked for. Throws `CannotStart` when it is no backup or is damaged. */
export async function* readBackup(file: string): AsyncGenerator<Piece> {
  const unzip = createGunzip()
  const read = pipeline(createReadStream(file), unzip)
  read.catch(() => {})
  try {
    for await (const line of linesOf(unzip)) yield JSON.parse(line) as Piece
    await read
  } catch (error) {
    throw damaged(file, error)
  }
}

async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const part of stream) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

function damaged(file: string, error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'ENOENT') return new CannotStart(`There is no file ${file}.`, { cause: error })
  if (
    code?.startsWith('Z_') ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ||
    error instanceof SyntaxError
  ) {
    return new CannotStart(
      `${file} is no backup, or is damaged (${messageOf(error)}). Nothing was changed; take another copy.`,
      {
        cause: error,
      },
    )
  }
  return error
}
