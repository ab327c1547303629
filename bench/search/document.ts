import { buffer } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { extractText } from 'unpdf'
import { withScratchDatabase } from '../../scripts/command.ts'
import { answer } from '../../src/answers/quoting/answer.ts'
import { hashOf, prepare } from '../../src/knowledge/ingest/folder.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { publishFiles } from '../../src/knowledge/ingest/publish.ts'
import { readInWorker } from '../../src/knowledge/readers/read-in-worker.ts'
import { createSearch } from '../../src/knowledge/search/search.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { questionsOf } from '../questions.ts'
import { Random } from '../random.ts'
import { type Part, progress, type Row } from '../report.ts'
import { p50, timed } from '../timing.ts'
import { passagesOf } from './collection.ts'

const PAGES = 300
const PASSAGES_A_PAGE = 3
const TARGET_S = 2
const TARGET_MB = 150
/** How many times slower questions may be answered while a document is read. */
const TARGET_SLOWER = 2
const LOOK_EVERY_MS = 20
const FONT = fileURLToPath(new URL('../../node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf', import.meta.url))

/** A long PDF, read in its thread while questions are answered in ours, as when a trainer sends it. */
export async function benchDocument(bench: Bench): Promise<Part> {
  const pages = bench.tenth(PAGES)
  progress(`document: writing ${pages} pages`)
  const pdf = await aPdf(bench.material, pages)
  const plain = await timed(() => extractText(new Uint8Array(pdf)))
  const elsewhere = bench.databaseUrl === null ? [] : await askedElsewhere(bench, bench.databaseUrl, pdf)
  return withScratchDatabase(null, async (database) => {
    await ingestFolder({ database, clock: systemClock, folder: bench.material })
    const search = createSearch(database.pool)
    const texts = questionsOf(undefined).map((question) => question.text)
    const ask = async (n: number) => (await timed(() => answer(search, texts[n % texts.length]!))).ms
    progress('document: people ask')
    const quiet: number[] = []
    for (let n = 0; n < texts.length; n++) quiet.push(await ask(n))
    progress('document: people ask while it is read')
    const busy: number[] = []
    const memory = watchMemory()
    let isRead = false
    const reading = timed(() => readInWorker(pdf, 'a.pdf')).finally(() => {
      isRead = true
    })
    while (!isRead) {
      busy.push(await ask(busy.length))
      // An embedded database answers within the turn of the event loop; the thread is heard between turns.
      await nextTurn()
    }
    const { ms, result } = await reading
    if (result.kind === 'refused') throw new Error(`The PDF was refused: ${result.reason}`)
    return {
      name: 'document',
      title: `Document: a PDF of ${pages} pages (${Math.round(pdf.length / 1e6)} MB) read while questions are answered (embedded)`,
      rows: [
        {
          name: 'read in',
          figure: ms / 1000,
          unit: 's',
          target: { atMost: TARGET_S },
          baselines: [{ name: 'text by unpdf alone', figure: plain.ms / 1000 }],
        },
        { name: 'memory it took', figure: memory.stop(), unit: 'MB', target: { atMost: TARGET_MB } },
        {
          name: `p50 of ${busy.length} answers meanwhile`,
          figure: p50(busy),
          unit: 'ms',
          target: { atMost: TARGET_SLOWER * p50(quiet) },
          baselines: [{ name: 'answers when nothing is read', figure: p50(quiet) }],
        },
        ...elsewhere,
      ],
      notes: [
        'Text by unpdf alone knows no headings, tables or running lines, and has the processor to itself.',
        ...(bench.databaseUrl === null ? ['No DATABASE_URL: not asked in another process.'] : []),
      ],
    }
  })
}

/** Published by one process, and asked in another, which has searched what was there before. */
function askedElsewhere(bench: Bench, databaseUrl: string, pdf: Uint8Array): Promise<Row[]> {
  progress('document: publishing it, and asking elsewhere')
  return withScratchDatabase(databaseUrl, async (database, url) => {
    await ingestFolder({ database, clock: systemClock, folder: bench.material })
    const other = await openDatabase({ kind: 'server', url: url! }, 'measuring')
    try {
      const search = createSearch(other.pool)
      const bytes = Buffer.from(pdf)
      const prepared = (await prepare(NAME, bytes, hashOf(bytes)))!
      const asked = prepared.chunks.at(-1)!.body.slice(0, LONGEST_ASKED)
      await search.find(asked, TOP)
      const publishing = await timed(() =>
        database.transaction((db) => publishFiles(db, [prepared], systemClock.now())),
      )
      const asking = await timed(() => search.find(asked, TOP))
      const isFound = asking.result.hits.some(({ chunk, isBehind }) => chunk.path === NAME && !isBehind)
      return [
        { name: `server: publishing its ${prepared.chunks.length} passages`, figure: publishing.ms / 1000, unit: 's' },
        {
          name: 'server: the first question in another process',
          figure: asking.ms / 1000,
          unit: 's',
          target: { atMost: TARGET_S },
        },
        {
          name: 'server: found there',
          figure: isFound ? 1 : 0,
          unit: 'times',
          target: { atLeast: 1 },
        },
      ]
    } finally {
      await other.close()
    }
  })
}

const NAME = 'a.pdf'
/** A passage is asked for by its own words; the material has the same one, and the document may have it several times. */
const LONGEST_ASKED = 200
const TOP = 20

/** A PDF whose pages hold passages of the material. */
async function aPdf(material: string, pages: number): Promise<Uint8Array> {
  const random = new Random(5)
  const passages = passagesOf(material)
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false })
  for (let page = 1; page <= pages; page++) {
    pdf.addPage().font(FONT)
    pdf.fontSize(16).text(`Поглавље ${page}`).fontSize(9)
    for (let n = 0; n < PASSAGES_A_PAGE; n++) pdf.text(random.pick(passages).text.slice(0, 1_200)).moveDown()
  }
  pdf.end()
  return new Uint8Array(await buffer(pdf))
}

/** By how much this process grows at most until stopped, in MB (2²⁰ bytes). */
function watchMemory(): { stop(): number } {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, LOOK_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return (most - before) / 2 ** 20
    },
  }
}
