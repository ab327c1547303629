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
<!-- pitanja G1: јел то исто што и природни прираштај -->
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
})
