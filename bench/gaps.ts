import { readFileSync } from 'node:fs'
import { withScratchDatabase } from '../scripts/command.ts'
import { groupsLike } from '../src/gaps/actions.ts'
import { readGroup, readQueue } from '../src/gaps/staff/queue.ts'
import { insertGap } from '../src/gaps/store.ts'
import { ingestFolder } from '../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../src/knowledge/search/search.ts'
import { MUNICIPALITIES } from '../src/people/municipalities/municipalities.ts'
import { fillMunicipalities } from '../src/people/municipalities/store.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { Db } from '../src/platform/database/database.ts'
import type { Bench } from './bench.ts'
import { Random } from './random.ts'
import { type Part, progress, type Row } from './report.ts'
import { p50, p95, timed } from './timing.ts'

const CROWD = 2_000
const OTHERS = 8_000
const GROUPS = 400
const LOOKS = 40
const PER_PAGE = 25
const TARGET = { pageMs: 80 }

/** The queue of what people could not find out: a page of it, a group that very many ask, and one more question that comes. */
export async function benchGaps(bench: Bench): Promise<Part> {
  const sizes = { crowd: bench.tenth(CROWD), others: bench.tenth(OTHERS), groups: bench.tenth(GROUPS) }
  const rows = await withScratchDatabase(null, async (database) => {
    progress('gaps: reading in')
    await ingestFolder({ database, clock: systemClock, folder: bench.material })
    await fillMunicipalities(database.pool)
    const search = createSearch(database.pool)
    const texts = askedInVain()
    progress('gaps: questions')
    const crowded = await fill(database.pool, search, texts, sizes)
    const now = systemClock.now()
    const times = bench.tenth(LOOKS)
    const person = { id: 0, role: 'trainer' } as const
    const asked = { text: texts[0]!, hits: await hitsOf(search, texts[0]!) }
    return [
      ...(await rowsOf('a page of the queue', times, () =>
        readQueue(database.pool, { asked: 0, perPage: PER_PAGE }, person, now),
      )),
      ...(await rowsOf('the group that most ask', times, () => readGroup(database.pool, search, crowded, now))),
      ...(await rowsOf('the group that one more question belongs to', times, () =>
        groupsLike(database.pool, search, asked),
      )),
    ]
  })
  return {
    name: 'gaps',
    title: `What could not be found out: ${sizes.crowd} questions in one group, ${sizes.others} in ${sizes.groups} others (embedded)`,
    rows,
    notes: ['What pages and the chat read from the database and compare, in this process, without making the page.'],
  }
}

async function rowsOf(name: string, times: number, work: () => Promise<unknown>): Promise<Row[]> {
  await work()
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await timed(work)).ms)
  return [
    { name: `${name}, p50`, figure: p50(all), unit: 'ms' },
    { name: `${name}, p95`, figure: p95(all), unit: 'ms', target: { atMost: TARGET.pageMs } },
  ]
}

/** Questions that the material does not answer, as people write them. */
function askedInVain(): string[] {
  const lines = readFileSync(new URL('../test/gaps/sets/alike.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => (JSON.parse(line) as { text: string }).text)
}

async function hitsOf(search: Search, text: string) {
  const { hits } = await search.find(text, 10)
  return hits.map(({ chunk, score }) => ({ chunkId: chunk.id, score }))
}

/** Questions that wait, each with what is near it. Returns the group that most are in. */
async function fill(
  db: Db,
  search: Search,
  texts: readonly string[],
  sizes: { crowd: number; others: number; groups: number },
): Promise<number> {
  const near = await Promise.all(texts.map((text) => hitsOf(search, text)))
  const random = new Random(32)
  const now = Temporal.Now.instant()
  const one = (gapId: number, i: number) => ({
    gap_id: gapId,
    municipality_code: random.pick(MUNICIPALITIES).code,
    sent_at: now.subtract({ hours: random.below(60 * 24) }).toString(),
    text: `${texts[i % texts.length]} ${random.pick(MUNICIPALITIES).nameCyrl}`,
    hits: near[i % texts.length],
    phase: random.pick(['goals', 'money', 'people']),
  })
  const crowded = await insertGap(db, now)
  const others: number[] = []
  for (let i = 0; i < sizes.groups; i++) others.push(await insertGap(db, now))
  await insertAll(db, [
    ...Array.from({ length: sizes.others }, (_, i) => one(others[i % others.length]!, i)),
    ...Array.from({ length: sizes.crowd }, (_, i) => one(crowded, i % 5)),
  ])
  return crowded
}

async function insertAll(db: Db, questions: readonly object[]): Promise<void> {
  await db.query(
    `insert into gap_question (gap_id, municipality_code, sent_at, text, locale, hits, signed, phase)
     select gap_id, municipality_code, sent_at, text, 'sr-Cyrl', hits, false, phase
     from jsonb_to_recordset($1::jsonb)
       as q (gap_id int, municipality_code text, sent_at timestamptz, text text, hits jsonb, phase text)`,
    [JSON.stringify(questions)],
  )
  await db.query('analyze gap, gap_question')
}
