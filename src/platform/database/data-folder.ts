import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart, codeOf, messageOf } from '../errors.ts'
import { fullDisk, isFullDisk } from './disk.ts'

/** Makes the data folder when it is not there, for this user only. Throws `CannotStart` when that cannot be. */
export function makeDataFolder(folder: string): void {
  try {
    makeEach(folder)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/** The refusal for a folder in which nothing can be kept. */
export function notWritable(folder: string, error: unknown): CannotStart {
  if (isFullDisk(error)) return fullDisk(`The disk of the data folder ${folder}`, error)
  return new CannotStart(
    `The data folder ${folder} cannot be written (${codeOf(error) ?? messageOf(error)}). ` +
      'Give this user the right to write there, or set DATA_DIR to another folder.',
    { cause: error },
  )
}

/** One after another from the top: Node's own `recursive` never returns below /proc, which has no room for a folder. */
function makeEach(folder: string): void {
  if (existsSync(folder)) return
  makeEach(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process made it at this very moment.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
