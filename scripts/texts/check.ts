import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMentions } from './mentions.ts'
import type { Room } from './room.ts'
import { typesFileOf, typesOf } from './types-file.ts'

/** What is wrong with the rooms below `root`: their files, their types, and sentences that no code says. */
export function faultsOf(root: string, rooms: readonly Room[]): string[] {
  const faults = rooms.flatMap((room) => [...room.faults, ...staleTypes(root, room)])
  // The compiler tells who says what by the types, so these come first.
  return faults.length > 0 ? faults : unsaid(root, rooms)
}

function unsaid(root: string, rooms: readonly Room[]): string[] {
  const mentions = findMentions(root, rooms)
  return rooms.flatMap(({ folder, sentences }) =>
    [...sentences.keys()]
      .filter((id) => !mentions.get(folder)!.has(id))
      .map(
        (id) =>
          `${folder}/texts.sr.ftl: «${id}» is said nowhere: remove it, or write its whole id in quotes where a sentence is expected`,
      ),
  )
}

function staleTypes(root: string, room: Room): string[] {
  const file = join(root, typesFileOf(room))
  const written = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return written === typesOf(room) ? [] : [`${typesFileOf(room)}: not what the sentences are. Run npm run texts.`]
}
