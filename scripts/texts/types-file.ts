import type { Room } from './room.ts'
import type { Variables } from './sentences.ts'

/** Where the types of a room's sentences stand, from the root. */
export const typesFileOf = ({ folder }: Room): string => `${folder}/texts.types.ts`

const HEAD = `// Written by \`npm run texts\` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
`

/** The width that Biome keeps to, so that what is written here is formatted already. */
const WIDTH = 120

/** The types of a room's sentences as the text of a TypeScript file. */
export function typesOf({ sentences }: Room): string {
  return `${HEAD}${[...sentences].map(([id, variables]) => sentenceLine(id, variables)).join('')}}\n`
}

function sentenceLine(id: string, variables: Variables): string {
  const fields = [...variables].map(([name, type]) => `${keyOf(name)}: ${type}`)
  if (fields.length === 0) return `  ${keyOf(id)}: null\n`
  const line = `  ${keyOf(id)}: { ${fields.join('; ')} }`
  if (line.length <= WIDTH) return `${line}\n`
  return `  ${keyOf(id)}: {\n${fields.map((field) => `    ${field}\n`).join('')}  }\n`
}

const keyOf = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`)
