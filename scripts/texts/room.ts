import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { narrower, readSentences, type Sentences, type Variables } from './sentences.ts'

/** The sentences of one room, which stand beside each other in two languages. */
export type Room = {
  /** From the root: «src/people». */
  folder: string
  sentences: Sentences
  /** What is wrong with its files, each fault with the file's name before it. */
  faults: string[]
}

type File = { file: string; sentences: Sentences; faults: string[] }

/** Reads every room below `root` that has sentences of its own. */
export function readRooms(root: string): Room[] {
  const folders = new Set(globSync('src/**/texts.*.ftl', { cwd: root }).map((file) => dirname(file)))
  return [...folders].toSorted().map((folder) => readRoom(root, folder))
}

function readRoom(root: string, folder: string): Room {
  const serbian = readFile(root, `${folder}/texts.sr.ftl`)
  const english = readFile(root, `${folder}/texts.en.ftl`)
  const ids = [...new Set([...serbian.sentences.keys(), ...english.sentences.keys()])]
  return {
    folder,
    sentences: new Map(ids.map((id) => [id, merged(serbian.sentences.get(id), english.sentences.get(id))])),
    faults: [
      ...serbian.faults,
      ...english.faults,
      ...ids.flatMap((id) => [...missing(id, serbian, english), ...missing(id, english, serbian)]),
    ],
  }
}

function readFile(root: string, file: string): File {
  const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
  const { sentences, faults } = readSentences(source)
  return { file, sentences, faults: faults.map((fault) => `${file}: ${fault}`) }
}

/** What `file` lacks of the sentence `id` that `other` has. */
function missing(id: string, { file, sentences }: File, other: File): string[] {
  const given = sentences.get(id)
  if (!given) return [`${file}: «${id}» is missing, which ${other.file} has`]
  return [...(other.sentences.get(id)?.keys() ?? [])]
    .filter((variable) => !given.has(variable))
    .map((variable) => `${file}: «${id}» does not say $${variable}, which ${other.file} says`)
}

function merged(serbian: Variables = new Map(), english: Variables = new Map()): Variables {
  const types = new Map(serbian)
  for (const [variable, type] of english) types.set(variable, narrower(types.get(variable), type))
  return types
}
