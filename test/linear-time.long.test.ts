import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createChecker } from '../src/answers/check/check.ts'
import { intentOf } from '../src/answers/intent/intent.ts'
import { isForTrainer } from '../src/answers/intent/told.ts'
import { sidesOf } from '../src/answers/quoting/sides.ts'
import {
  isYes,
  mayFollowUp,
  mayStandAlone,
  opensAsFollowUp,
  tellingWords,
} from '../src/answers/reading/conversation.ts'
import { goesOn, withoutDenied } from '../src/answers/reading/follow-up.ts'
import { partsOf } from '../src/answers/reading/parts.ts'
import { readMessage } from '../src/answers/reading/read.ts'
import { commandFor } from '../src/bot/addressed.ts'
import { tappable } from '../src/bot/message/rich.ts'
import { readSendTime } from '../src/broadcasts/compose/send-time.ts'
import { readNumber, wordsAfterNumber } from '../src/certificates/number.ts'
import { judge } from '../src/knowledge/personal/judge.ts'
import type { ContentBlock, Document } from '../src/knowledge/readers/document.ts'
import { bareDocument, bareSection } from '../src/knowledge/readers/document.ts'
import { linesOf } from '../src/knowledge/readers/pdf/lines.ts'
import { pdfPieces } from '../src/knowledge/readers/pdf/pieces.ts'
import { partRunning } from '../src/knowledge/readers/pdf/running.ts'
import { readFile } from '../src/knowledge/readers/read-file.ts'
import { SegmentBuilder } from '../src/knowledge/search/index/build.ts'
import { mendWords } from '../src/knowledge/search/mend-words.ts'
import { questionWords } from '../src/knowledge/search/question-words.ts'
import { termsOf } from '../src/knowledge/search/search-text.ts'
import { readWhen } from '../src/language/dates/read.ts'
import { readDays } from '../src/language/dates/read-days.ts'
import { writingOf } from '../src/language/detect.ts'
import { findFigures } from '../src/language/figures/numbers.ts'
import { fold } from '../src/language/fold.ts'
import { withHardSpaces } from '../src/language/hard-spaces.ts'
import { findLinks, withoutLinks } from '../src/language/links.ts'
import { mask } from '../src/language/mask.ts'
import { mentionOf } from '../src/language/mention.ts'
import { inScript, mendLookAlikes } from '../src/language/script.ts'
import { sentences } from '../src/language/sentences.ts'
import { readEntry } from '../src/people/entered/rules.ts'
import { findMunicipalities } from '../src/people/municipalities/municipalities.ts'
import { readEmail, readName } from '../src/people/registration/rules.ts'
import { localeSeenIn } from '../src/people/rules.ts'
import { readPeriod } from '../src/plans/chat/overview-handlers.ts'
import { checkDocument } from '../src/plans/check-document.ts'
import { readRow } from '../src/plans/entries/read-row.ts'
import { personalKinds } from '../src/plans/rules/errors/e8-personal.ts'
import { printable } from '../src/platform/pdf/pdf.ts'
import { svgText } from '../src/platform/picture.ts'
import { readFilter } from '../src/reports/filter.ts'
import { readPast } from '../src/reports/past/read.ts'
import { readCode } from '../src/sessions/attendance/code.ts'
import { readQuestions } from '../src/sessions/evaluation/rules.ts'
import { readWords } from '../src/sessions/staff/form/dialogue.ts'
import { readTable, tableOfText } from '../src/sessions/staff/import/list.ts'
import { runs } from './support/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const NOW = Temporal.Instant.from('2026-03-02T10:00:00Z')
const TODAY = Temporal.PlainDate.from('2026-03-02')
const ME = { id: 1, username: 'savetnik_bot' }
const PASSAGE = { text: 'ЛАП усваја скупштина општине или града.', titles: ['Ко усваја ЛАП?'] }

/** A file as it is read of whoever sends it; what its bytes do to a reader is not asked here. */
const fileOf = (name: string, begin: string) => (text: string) => readFile(new TextEncoder().encode(begin + text), name)

const documentWith = (block: ContentBlock) => bareDocument('', [bareSection([], [block])])

/** A document that says this, as a paragraph, an item, a heading and in the cells of a plan's tables. */
const planSaying = (text: string): Document => {
  const table = (head: string[], rows: string[][]) => ({ kind: 'table' as const, head, rows })
  const blocks: ContentBlock[] = [
    { kind: 'paragraph', text },
    { kind: 'list', ordered: false, items: [text] },
    table(['Циљ', 'Показатељ', 'Циљна вредност', 'Извор провере'], [[text, text, text, text]]),
    table(['Активност', 'Мера', 'Носилац', 'Рок', 'Износ'], [[text, text, text, text, text]]),
    table(['Категорија', 'Потреба', 'Број лица', 'Извор'], [[text, text, text, text]]),
    table(['Активност', 'Јединична цена', 'Укупно', '2027'], [[text, text, text, text]]),
    table([text.slice(0, 300), 'Б'], [[text, text]]),
  ]
  const [section] = documentWith(blocks[0]!).sections
  return { ...documentWith(blocks[0]!), title: text, sections: [{ ...section!, headings: [text], blocks }] }
}

/** The text of a PDF, so many lines a page, a piece of the file for each. */
const LINES_A_PAGE = 50
function readPages(text: string): unknown {
  const texts = text
    .split('\n')
    .map((line, i) => ({ text: line, x: 50, right: 500, y: 800 - 14 * (i % LINES_A_PAGE), size: 11, font: 'f' }))
  const pages = Array.from({ length: Math.ceil(texts.length / LINES_A_PAGE) }, (_, i) => i)
  const lines = pages.flatMap((page) => {
    const items = texts.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE)
    return linesOf([{ items, degrees: 0, bottom: 0, height: 842 }], { page: page + 1, boldFonts: new Set() })
  })
  const { text: body } = partRunning(lines, pages.length)
  return pdfPieces({ lines: body, notes: new Map(), rulings: new Map() }, [])
}

/** Everything that reads what people write or files hold. */
const READERS: Record<string, (text: string) => unknown> = {
  'a person without Telegram': readEntry,
  'a pasted list of people': (text) => readTable(tableOfText(text)),
  'a list of people, each cell': (text) =>
    readTable([
      ['Ана Анић', 'Ниш', '064 123 4567', text],
      [text, text, text, text],
    ]),
  intentOf: (text) => intentOf(text),
  commandFor: (text) => commandFor(text, ME),
  withHardSpaces,
  readMessage,
  readCode,
  svgText,
  readFilter,
  readPast: (text) => readPast(text, Temporal.PlainDate.from('2026-03-02')),
  partsOf,
  goesOn,
  withoutDenied,
  isYes,
  mayFollowUp,
  mayStandAlone,
  opensAsFollowUp,
  tellingWords,
  sidesOf,
  questionWords,
  'words that are mended': (text) =>
    mendWords({ countOf: (gram) => gram.charCodeAt(1) % 4, isWord: () => true }, questionWords(text)),
  writingOf,
  fold,
  'somebody who is looked for': (text) => mentionOf({ names: ['Милица Јовић'], exact: ['mj@primer.rs'] }).blank(text),
  findLinks,
  withoutLinks,
  mask,
  findFigures,
  readWhen: (text) => readWhen(text, TODAY),
  readDays: (text) => readDays(text, TODAY),
  isForTrainer: (text) => isForTrainer(text, { answers: false }),
  'a row of a plan': (text) => readRow('needs', text, { from: 2027, to: 2031 }),
  'the period of a plan': readPeriod,
  personalKinds,
  readSendTime: (text) => readSendTime(text, NOW),
  inScript: (text) => inScript(text, 'latn'),
  mendLookAlikes,
  sentences,
  findMunicipalities,
  readEmail,
  'the number of a certificate': readNumber,
  wordsAfterNumber,
  'questions about a session': readQuestions,
  printable,
  readName,
  localeSeenIn,
  readWords,
  tappable,
  'a passage that is indexed': (text) => {
    const builder = new SegmentBuilder()
    builder.add(1, termsOf(text))
    builder.finish()
  },
  'a text of a model': (text) => createChecker([{ n: 1, ...PASSAGE }]).check(text),
  'a passage it cites': (text) => createChecker([{ n: 1, ...PASSAGE, text }]).check('ЛАП усваја скупштина. [1]'),
  'a plan made elsewhere': (text) => checkDocument(planSaying(text), TODAY),
  'a Markdown file': fileOf('a.md', ''),
  'front matter': fileOf('a.md', '---\ntitle: '),
  'a web page in a single file': fileOf(
    'a.mht',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><body>',
  ),
  'a web page': fileOf('a.html', '<html><body>'),
  'a table of commas': fileOf('a.csv', ''),
  'a text file': fileOf('a.txt', ''),
  'pages of a PDF': readPages,
  'a text that may list people': (text) => judge(documentWith({ kind: 'paragraph', text })),
  'a table that may list people': (text) => {
    const row = text.split(/[|;\n]/).slice(0, 20)
    return judge(documentWith({ kind: 'table', head: row, rows: [row, row, [...row, text]] }))
  },
}

/** What patterns that look ahead, or back, or for an end that does not come, stumble over. */
const ATOMS = [
  ...' \n\t.,;:!?*_`~[]()|#<>&"„“\'/\\@=+-–…%$1aаŽџ😀\u0301\u200b',
  ...[
    '](',
    '![',
    '[^',
    ']: ',
    '<!--',
    '</',
    '<a ',
    '<p>',
    '<ul><li>',
    '<td>',
    '```\n',
    '---\n',
    '- ',
    '1) ',
    '> ',
    '# ',
    '| ',
  ],
  ...['http://', 'www.', 'a@', 'a.', '12.', '1,', 'а ', 'члан ', 'хиљада ', 'и ', 'да ли ', 'mart ', 'Ана '],
]
const unit = fc.array(fc.constantFrom(...ATOMS), { minLength: 1, maxLength: 3 }).map((atoms) => atoms.join(''))

/** Lengths that are compared: eight and four times as long. */
const STEPS = [
  [4_096, 32_768],
  [32_768, 131_072],
] as const
/** Twice the length may take so many times as long. */
const MOST_TWICE = 2.5
/** Times below this, in ms of processor time, tell nothing: the clock goes in steps, and the compiler is still at work. */
const FLOOR = 10

async function cpuMs(read: (text: string) => unknown, text: string): Promise<number> {
  const before = process.threadCpuUsage()
  await read(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/**
 * How much longer twice the length takes, between these two lengths; measured again before it is believed to be too much.
 */
async function growth(read: (text: string) => unknown, unit: string, [from, to]: readonly [number, number]) {
  const textOf = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const twice = (ratio: number) => ratio ** (1 / Math.log2(to / from))
  let short = Number.POSITIVE_INFINITY
  let long = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    short = Math.min(short, await cpuMs(read, textOf(from)))
    long = Math.min(long, await cpuMs(read, textOf(to)))
    if (twice(long / Math.max(short, FLOOR)) <= MOST_TWICE) break
  }
  return twice(long / Math.max(short, FLOOR))
}

/**
 * The least growth over the steps. What grows with the square does so at each of them; a collection of garbage or the
 * compiler, whose time falls into one, does not (a Markdown file of «;a@» grew 15.6 times at the first, 3 at the second).
 */
async function leastGrowth(read: (text: string) => unknown, unit: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (const step of STEPS) {
    least = Math.min(least, await growth(read, unit, step))
    if (least <= MOST_TWICE) break
  }
  return least
}

test.each(Object.entries(READERS))('%s takes time in proportion to the length of what it reads', async (_, read) => {
  await fc.assert(
    fc.asyncProperty(unit, async (repeated) => {
      expect(await leastGrowth(read, repeated)).toBeLessThanOrEqual(MOST_TWICE)
    }),
    runs(5),
  )
})
