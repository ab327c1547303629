import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../src/platform/errors.ts'

/** A file system of its own in memory, which can be filled. */
export type Disk = { folder: string; fill(): void; free(): void; remove(): void }

/** `null` where this user may not make one: then no disk fills. */
export function aDisk(folder: string, megabytes: number): Disk | null {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder)
      try {
        writeFileSync(ballast, Buffer.alloc(bavail * bsize))
      } catch (error) {
        // Somebody else wrote meanwhile: full all the same.
        if (codeOf(error) !== 'ENOSPC') throw error
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => execFileSync('umount', ['--lazy', folder]),
  }
}
