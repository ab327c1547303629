import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { quotesOf } from '../../../../src/answers/answer.ts'
import { answer } from '../../../../src/answers/quoting/answer.ts'
import { placeOf } from '../../../../src/answers/quoting/source-texts.ts'
import { ingestFolder } from '../../../../src/knowledge/ingest/ingest.ts'
import { textOfBlock } from '../../../../src/knowledge/readers/document.ts'
import { createSearch, type Search } from '../../../../src/knowledge/search/search.ts'
import { toLatin } from '../../../../src/language/script.ts'
import { systemClock } from '../../../../src/platform/clock.ts'
import { afterwards } from '../../../support/afterwards.ts'
import { aDatabase } from '../../../support/database/database.ts'
import { allText, mustRead, sectionWith } from '../support.ts'
import { aPresentation, aText, aWorkbook, type Content, convert, hasLibreOffice } from './files.ts'

type Kind = { write: (content: Content) => string; place: (content: Content) => string }
const TEXT: Kind = { write: aText, place: (content) => `${content.title}, стр. 2 › 2.1 ${content.section}` }
const SLIDES: Kind = { write: aPresentation, place: (content) => `${content.title}, слајд 2 › ${content.section}` }
const SHEETS: Kind = { write: aWorkbook, place: (content) => content.section }

/** Every format in both scripts, each about a program of its own, so that answers cannot come from another file. */
const FILES = (
  [
    ['docx', TEXT, 'Јасен', 'Јавор'],
    ['odt', TEXT, 'Брест', 'Топола'],
    ['pdf', TEXT, 'Храст', 'Врба'],
    ['pptx', SLIDES, 'Липа', 'Смрча'],
    ['odp', SLIDES, 'Буква', 'Кестен'],
    ['xlsx', SHEETS, 'Јела', 'Орах'],
    ['ods', SHEETS, 'Бреза', 'Дуд'],
  ] as const
).flatMap(([format, kind, inCyrillic, inLatin]) => [
  { format, kind, program: inCyrillic, script: 'Cyrillic', s: (text: string) => text },
  { format, kind, program: inLatin, script: 'Latin', s: toLatin },
])

/** An amount that no other file has. */
const amountOf = (at: number) => `${at + 11}.500 динара`

const CONTENTS = FILES.map(
  ({ program, s }, at): Content => ({
    title: s(`Водич за програм ${program}`),
    intro: s(`Пријаве за програм ${program} прима писарница.`),
    footnote: s(`Образац за програм ${program} штампа општина.`),
    chapter: s('Поступак'),
    section: s(`Износи за програм ${program}`),
    rows: [
      [s('Мера'), s('Износ'), s('Рок')],
      [s('Огрев'), s(amountOf(at)), s('март')],
      [s('Алат'), s('900 динара'), s('јун')],
    ],
    header: s('Радна верзија'),
  }),
)

describe.skipIf(!hasLibreOffice())('a file written by LibreOffice', () => {
  let search: Search
  let paths: string[]
  beforeAll(async () => {
    const database = await aDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
    afterwards(() => rmSync(folder, { recursive: true, force: true }))
    const sources = FILES.map((file, at) => ({
      name: `vodic-${file.format}-${file.script}`,
      flat: file.kind.write(CONTENTS[at]!),
      to: file.format,
    }))
    paths = await convert(folder, sources)
    await ingestFolder({ database, clock: systemClock, folder: dirname(paths[0]!) })
    search = createSearch(database.pool)
  }, 300_000)

  const cases = FILES.map((file, at) => ({ ...file, at, content: CONTENTS[at]! }))

  test.each(cases)('$format in $script keeps what went in', async ({ at, format, content }) => {
    const read = await mustRead(readFileSync(paths[at]!), basename(paths[at]!))
    expect(read).toMatchObject({ format, language: 'sr' })
    const section = sectionWith(read, content.rows[1]![1]!)
    const [head, ...rows] = content.rows
    expect(section.blocks).toContainEqual({ kind: 'table', head, rows })
    expect(allText(read)).toContain(content.intro)
    expect(allText(read)).not.toContain(content.header)
  })

  test.each(cases)('$format in $script can be asked', async ({ program, kind, content }) => {
    const found = await answer(search, `колики је износ за огрев у програму ${program}`)
    const [quote] = quotesOf(found)
    expect(quote?.blocks.map(textOfBlock).join()).toContain(content.rows[1]![1])
    expect(placeOf('sr-Cyrl', quote!.chunk)).toContain(kind.place(content))
  })

  test.each(cases.filter(({ kind }) => kind === TEXT))(
    '$format in $script has its footnote',
    async ({ at, content }) => {
      const read = await mustRead(readFileSync(paths[at]!), basename(paths[at]!))
      const section = sectionWith(read, content.footnote)
      expect(section.place).toEqual({ kind: 'page', number: 1 })
    },
  )
})
