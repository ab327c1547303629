import { expect, test } from 'vitest'
import { chunksOf } from '../../../src/knowledge/ingest/chunk.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'

const GLOSSARY = `# Појмовник

| Ознака | Појам | Други називи | English | Значење | Meaning |
|---|---|---|---|---|---|
| G1 | миграциони салдо | салдо миграција | migration balance; net migration | Разлика досељених и одсељених. | Arrivals minus departures. |
| G2 | нацрт | – | draft | Текст пре расправе. | The text before the debate. |

<!-- pitanja G1: у табели пише минус 214, шта се ту пореди | како се зове разлика -->
<!-- pitanja G9: појам који не постоји -->
<!-- pitanja G1 2: јел то исто што и природни прираштај -->
`

test('an entry of a glossary is a passage, found by its names and by how people ask for it', () => {
  const chunks = chunksOf(readMarkdown(GLOSSARY, ''))
  expect(chunks.map(({ headings, body }) => [headings, body])).toEqual([
    [['миграциони салдо'], 'Разлика досељених и одсељених.'],
    [['нацрт'], 'Текст пре расправе.'],
  ])
  expect(chunks[0]!.titles).toEqual([
    'sta je i sta znaci migracioni saldo',
    'migration balance',
    'net migration',
    'saldo migracija',
    'u tabeli pise minus 214 sta se tu poredi',
    'kako se zove razlika',
    'jel to isto sto i prirodni prirastaj',
  ])
  expect(chunks[0]!.answeredIn).toEqual(['', '', '', '2'])
})

test('pieces that ways of asking name are counted in whole sections: where a section is cut, none is known', () => {
  const of = (text: string) =>
    chunksOf(readMarkdown(`# М\n\n## Н\n\n<!-- pitanja 2: а -->\n<!-- pitanja: б -->\n\n${text}`, ''))
  expect(of('Једно. Друго.').map(({ answeredIn }) => answeredIn)).toEqual([['2', '']])
  const long = Array.from({ length: 3 }, (_, i) => `${i} ${'реч '.repeat(300)}.`).join('\n\n')
  expect(of(long).map(({ askedAs, answeredIn }) => [askedAs, answeredIn])).toEqual([
    [['а', 'б'], []],
    [['а', 'б'], []],
    [['а', 'б'], []],
  ])
})

test('which piece answers is a part of what tells a passage from others', () => {
  const hashOf = (mark: string) =>
    chunksOf(readMarkdown(`# М\n\n<!-- pitanja${mark}: а -->\n\nЈедно. Друго.`, ''))[0]!.hash
  expect(hashOf(' 1')).not.toBe(hashOf(' 2'))
  expect(hashOf('')).not.toBe(hashOf(' 1'))
})
