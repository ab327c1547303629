import { posix } from 'node:path'
import { findAll, parseXml } from './xml.ts'

export type Relation = { type: string; target: string }

/** What a part of an office file refers to inside the file, by id; targets outside it are left out. The file itself is the part «». */
export function relations(parts: Map<string, Uint8Array>, part: string): Map<string, Relation> {
  const folder = posix.dirname(part)
  const own = parts.get(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (!own) return new Map()
  return new Map(
    findAll(parseXml(own), 'Relationship')
      .filter(({ attribs }) => attribs.Id && attribs.Target && attribs.TargetMode !== 'External')
      .map(({ attribs }) => {
        const target = unescaped(attribs.Target!)
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
        return [attribs.Id!, { type: posix.basename(attribs.Type ?? ''), target: path }]
      }),
  )
}

/** The first part to which `part` refers as a `type`, or `undefined`. */
export function relatedPart(parts: Map<string, Uint8Array>, part: string, type: string): Uint8Array | undefined {
  const target = [...relations(parts, part).values()].find((relation) => relation.type === type)?.target
  return target === undefined ? undefined : parts.get(target)
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target.replaceAll('\\', '/'))
  } catch {
    return target
  }
}
