import { expect, test } from 'vitest'
import { chunksOf } from '../../../src/knowledge/ingest/chunk.ts'
import { withWays } from '../../../src/knowledge/ingest/ways.ts'
import { fitting, type ProposeWays, proposeWays } from '../../../src/knowledge/material/ways.ts'
import type { Section } from '../../../src/knowledge/readers/document.ts'
import { bareDocument, bareSection } from '../../../src/knowledge/readers/document.ts'

const never = new AbortController().signal
const finds = async () => true

const section = (heading: string, texts: string[]) =>
  bareSection(
    [heading],
    texts.map((text) => ({ kind: 'paragraph', text })),
  )

const documentOf = (sections: Section[]) => bareDocument('Водич', sections)

const LONG = 'Савет прати спровођење плана и о томе извештава скупштину сваке године до краја марта. '.repeat(15)
const DOCUMENT = documentOf([
  section('Превоз', ['Надокнада за превоз зависи од удаљености.']),
  section('Праћење', [LONG, LONG, LONG]),
])
const CHUNKS = chunksOf(DOCUMENT)
const about = { language: 'sr' as const, title: DOCUMENT.title, chunks: CHUNKS }

/** Asks «питање о одломку n» for each passage, in batches as they come. */
const honest: ProposeWays = async (_, passages) => passages.map(({ text }) => [`питање: ${text.slice(0, 30)}`])

test('a passage gets its own ways, also where several stand under one heading, and stays the passage it was', () => {
  const ways = CHUNKS.map((_, i) => (i === 1 ? [] : [`питање ${i}`]))
  const chunks = chunksOf(withWays(DOCUMENT, ways))
  expect(CHUNKS.length).toBe(4)
  expect(chunks.map((chunk) => chunk.askedAs)).toEqual(ways)
  const asBefore = ({ headings, body, blocks }: (typeof chunks)[number]) => ({ headings, body, blocks })
  expect(chunks.map(asBefore)).toEqual(CHUNKS.map(asBefore))
})

test('ways written by hand stay', () => {
  const document = documentOf([{ ...DOCUMENT.sections[0]!, askedAs: ['колико за пут'] }])
  expect(chunksOf(withWays(document, [['колики је превоз']]))[0]!.askedAs).toEqual([
    'колико за пут',
    'колики је превоз',
  ])
})

test('every passage is shown once, a few at a time', async () => {
  const calls: number[] = []
  const propose: ProposeWays = async (...given) => {
    calls.push(given[1].length)
    return honest(...given)
  }
  const chunks = Array.from({ length: 10 }, (_, i) => ({ ...CHUNKS[0]!, body: `Одломак ${i}.` }))
  const proposed = await proposeWays({ propose, finds }, 1, { ...about, chunks }, never)
  expect(calls.toSorted()).toEqual([2, 4, 4])
  expect(proposed).toMatchObject({ shown: 10, proposed: 10, ended: 'whole' })
  expect(proposed.ways).toEqual(chunks.map(({ body }) => [`питање: ${body}`]))
})

test('only ways that find their passage are kept', async () => {
  const proposed = await proposeWays(
    { propose: honest, finds: async (_, chunk) => chunk === CHUNKS[0] },
    1,
    about,
    never,
  )
  expect(proposed.ways.map((ways) => ways.length)).toEqual([1, 0, 0, 0])
  expect(proposed.proposed).toBe(4)
})

test('a long document is asked about as far as it goes', async () => {
  const chunks = Array.from({ length: 70 }, () => CHUNKS[0]!)
  expect(await proposeWays({ propose: honest, finds }, 1, { ...about, chunks }, never)).toMatchObject({
    shown: 60,
    ended: 'long',
  })
})

test('whoever fails is not asked again, and what was there is kept', async () => {
  let calls = 0
  const propose: ProposeWays = async (...given) => (++calls === 1 ? honest(...given) : null)
  const chunks = Array.from({ length: 60 }, () => CHUNKS[0]!)
  const proposed = await proposeWays({ propose, finds }, 1, { ...about, chunks }, never)
  expect(proposed).toMatchObject({ shown: 4, ended: 'failed' })
  expect(calls).toBeLessThanOrEqual(3)
})

test('a slow model is left when its time is over', async () => {
  const propose: ProposeWays = (_, passages, { signal }) =>
    passages.length > 2
      ? new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)))
      : honest(_, passages, { language: 'sr', most: 5, signal })
  const chunks = Array.from({ length: 6 }, (_, i) => ({ ...CHUNKS[0]!, body: `Одломак ${i}.` }))
  const proposed = await proposeWays({ propose, finds }, 1, { ...about, chunks }, AbortSignal.timeout(50))
  expect(proposed).toMatchObject({ shown: 2, ended: 'slow' })
  expect(proposed.ways.flat()).toHaveLength(2)
})

test.each<[string, string[], string[]]>([
  ['twice the same, also in the other script', ['Колики је превоз?', 'koliki je prevoz'], ['Колики је превоз?']],
  ['the heading', ['Превоз'], []],
  ['one there is already', ['Колико за пут?'], []],
  ['nothing', ['', ' … '], []],
  ['an essay', ['а '.repeat(100)], []],
  ['more lines', ['Колики\nје  превоз?'], ['Колики је превоз?']],
  ['thirty', Array.from({ length: 30 }, (_, i) => `питање ${i}`), [0, 1, 2, 3, 4].map((i) => `питање ${i}`)],
])('of %s', (_, ways, kept) => {
  expect(fitting(ways, { headings: ['Превоз'], askedAs: ['колико за пут'] })).toEqual(kept)
})
