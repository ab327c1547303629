import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultsOf } from '../../scripts/texts/check.ts'
import { readRooms } from '../../scripts/texts/room.ts'
import { typesFileOf, typesOf } from '../../scripts/texts/types-file.ts'

const TEXTS = join(import.meta.dirname, '../../src/bot/message/texts.ts')

let root: string
beforeEach(() => {
  root = newRoot()
})
afterEach(() => rmSync(root, { recursive: true }))

function newRoot(): string {
  root = mkdtempSync(join(tmpdir(), 'lap-texts-'))
  write(
    'tsconfig.json',
    '{"compilerOptions":{"strict":true,"module":"nodenext","target":"esnext","noEmit":true,"allowImportingTsExtensions":true},"include":["src"]}',
  )
  write('package.json', '{"type":"module"}')
  return root
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** A room whose sentences are these, and its code after the line that loads them. */
function aRoom(folder: string, given: { sr: string; en?: string; code?: string }): void {
  write(`src/${folder}/texts.sr.ftl`, given.sr)
  write(`src/${folder}/texts.en.ftl`, given.en ?? given.sr)
  write(
    `src/${folder}/texts.ts`,
    `import { loadTexts, type Plain } from '${TEXTS}'
import type { Texts } from './texts.types.ts'
const say = loadTexts<Texts>(import.meta.url)
export type PlainHere = Plain<Texts>
export const t = say('en')
${given.code ?? ''}`,
  )
}

/** What the check says once the types are written. */
function check(): string[] {
  for (const room of readRooms(root)) write(typesFileOf(room), typesOf(room))
  // As npm run texts has it, with a slash at its end.
  return faultsOf(`${root}/`, readRooms(`${root}/`))
}

const unsaid = (folder: string, id: string) =>
  `src/${folder}/texts.sr.ftl: «${id}» is said nowhere: remove it, or write its whole id in quotes where a sentence is expected`

describe('the two languages', () => {
  test('a sentence that one lacks is named with its file', () => {
    aRoom('here', { sr: 'a = А\nb = Б\n', en: 'a = A\n' })
    expect(check()).toEqual(['src/here/texts.en.ftl: «b» is missing, which src/here/texts.sr.ftl has'])
  })

  test('so is a variable that only one says', () => {
    aRoom('here', { sr: 'a = А\n', en: 'a = A { $name }\n' })
    expect(check()).toEqual(['src/here/texts.sr.ftl: «a» does not say $name, which src/here/texts.en.ftl says'])
  })

  test('a file that is not there lacks every sentence', () => {
    write('src/here/texts.sr.ftl', 'a = А\n')
    expect(check()).toEqual(['src/here/texts.en.ftl: «a» is missing, which src/here/texts.sr.ftl has'])
  })

  test('where one chooses by number and the other only says it, a number is given', () => {
    aRoom('here', { sr: 'a = { $n ->\n  [one] један\n *[other] { $n }\n }\n', en: 'a = { $n }\n' })
    expect(typesOf(readRooms(root)[0]!)).toContain('  a: { n: number }\n')
  })
})

test('types that are not those of the sentences are named', () => {
  aRoom('here', { sr: 'a = А\n', code: "t('a')" })
  expect(check()).toEqual([])
  write('src/here/texts.sr.ftl', 'a = А\nb = Б\n')
  write('src/here/texts.en.ftl', 'a = A\nb = B\n')
  expect(faultsOf(`${root}/`, readRooms(`${root}/`))).toEqual([
    'src/here/texts.types.ts: not what the sentences are. Run npm run texts.',
  ])
})

/** Each is the code of a room with the sentences «one» and «one-more»; what else stands there names both. */
const SAID: Record<string, string> = {
  'by its id': "t('one'); t('one-more')",
  'by one of two': "declare const c: boolean\nt(c ? 'one' : ('one-more'))",
  'by a table': "export const A: Record<string, PlainHere> = { x: 'one', y: 'one-more' }",
  'by a list that keeps its words': "export const A = ['one', 'one-more'] as const satisfies readonly (keyof Texts)[]",
  'by what takes a sentence or none': "declare const f: (s: PlainHere | null) => void\nf('one')\nf('one-more')",
  'by a result that carries it':
    "export const f = (c: boolean): { note?: keyof Texts } => ({ note: c ? 'one' : 'one-more' })",
  'by a helper of its own': "declare const f: <Id extends keyof Texts>(id: Id) => void\nf('one')\nf('one-more')",
}

/** Here the code says «one» alone. */
const UNSAID: Record<string, string> = {
  'when only its beginning is': "t('one')",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a room.
  'when a template makes it': "declare const k: 'more'\nt('one'); t(`one-${k}`)",
  'when the word is the kind of a result':
    "t('one')\nexport const r: { kind: 'one-more' | 'other' } = { kind: 'one-more' }",
  'when the word is only compared': "declare const k: string\nt(k === 'one-more' ? 'one' : 'one')",
  'when the word is a key': "t('one')\nexport const A: Record<string, PlainHere> = { 'one-more': 'one' }",
  'when it only stands in a type': "t('one')\nexport type A = Extract<PlainHere, 'one-more'>",
  'when it only stands in a comment': "t('one') // t('one-more')",
}

describe('what code says', () => {
  const cases = [...Object.entries(SAID), ...Object.entries(UNSAID)]
  // Rooms are told apart by their ids, so each has its own.
  const idIn = (name: string, id: string) => `${id.replace('one', `room-${cases.findIndex(([key]) => key === name)}`)}`
  let found: string[]
  beforeAll(() => {
    root = newRoot()
    for (const [name, code] of cases)
      aRoom(idIn(name, 'one'), {
        sr: `${idIn(name, 'one')} = А\n${idIn(name, 'one-more')} = Б\n`,
        code: code.replaceAll(/\bone\b/g, idIn(name, 'one')),
      })
    found = check()
    rmSync(root, { recursive: true })
  })

  const faults = (name: string) => found.filter((fault) => fault.startsWith(`src/${idIn(name, 'one')}/`))

  test.each(Object.keys(SAID))('a sentence is said %s', (name) => {
    expect(faults(name)).toEqual([])
  })

  test.each(Object.keys(UNSAID))('a sentence is said nowhere %s', (name) => {
    expect(faults(name)).toEqual([unsaid(idIn(name, 'one'), idIn(name, 'one-more'))])
  })
})

test('sentences of one name in two rooms are two, and those with variables are said as well', () => {
  aRoom('here', { sr: 'a = { $n }\nsame = Б\n', code: "t('a', { n: 1 })" })
  aRoom('there', { sr: 'b = В\nsame = Г\n', code: "t('b')\nt('same')" })
  expect(check()).toEqual([unsaid('here', 'same')])
})
