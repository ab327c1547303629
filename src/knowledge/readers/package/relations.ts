import { posix } from 'node:path'
import { findAll, parseXml } from './xml.ts'

export type Relation = { type: string; target: string }

/** What a part of an office file refers to inside the file, by id; targets outside it are left out. */
export function relations(parts: Map<string, Uint8Array>, part: string): Map<string, Relation> {
  const folder = posix.dirname(part)
  const own = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!own) return new Map()
  return new Map(
    findAll(parseXml(own), 'Relationship')
      .filter(({ attribs }) => attribs.Id && attribs.Target && attribs.TargetMode !== 'External')
      .map(({ attribs }) => {
        const target = attribs.Target!.startsWith('/') ? attribs.Target!.slice(1) : posix.join(folder, attribs.Target!)
        return [attribs.Id!, { type: posix.basename(attribs.Type ?? ''), target }]
      }),
  )
}
