import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart, codeOf } from '../errors.ts'

const MIB = 1024 ** 2
/**
 * So much stays free on the disk of an embedded database: three segments of its log. Without room for the next one it ends in
 * the middle of whatever it does, and answers nothing any more until the process starts again.
 */
export const RESERVED_BYTES = 48 * MIB
/** How long a look at the disk holds good. */
const LOOK_MS = 200

/** What is free for this user where `folder` is, or where it would be made. */
export function freeBytes(folder: string): number {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  const { bavail, bsize } = statfsSync(at)
  return bavail * bsize
}

export function hasRoom(folder: string): boolean {
  return freeBytes(folder) >= RESERVED_BYTES
}

/** Whether something was not stored since a disk is full, here or on the server. */
export function isFullDisk(error: unknown): boolean {
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
}

/** What an operator reads whose disk is full. Nothing that it advises loses what is stored. */
export function fullDisk(where: string, cause?: unknown): CannotStart {
  return new CannotStart(
    `${where} is full, so nothing can be stored. Make room there and start again: nothing that was stored is lost, and what ` +
      'people write meanwhile waits at Telegram for a day.',
    { cause },
  )
}

/** Refuses, with the server's own code for a full disk, whatever would be written to a folder without room. */
export function guardOf(folder: string): () => void {
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let isRoom = true
  return () => {
    if (performance.now() - lookedAtMs > LOOK_MS) {
      lookedAtMs = performance.now()
      isRoom = hasRoom(folder)
    }
    if (!isRoom) throw Object.assign(new Error(`No space left on device: ${folder}`), { code: '53100' })
  }
}
