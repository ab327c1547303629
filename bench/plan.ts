import { unzipSync } from 'fflate'
import { fold } from '../src/language/fold.ts'
import { writeInWorker } from '../src/plans/document/write-in-worker.ts'
import { write } from '../src/plans/document/written.ts'
import { type Draft, type Entry, entriesOf } from '../src/plans/draft/draft.ts'
import { reviewOf } from '../src/plans/keeping/review.ts'
import { aDraft } from '../test/plans/made/draft.ts'
import type { Bench } from './bench.ts'
import { benchSteps } from './plan-steps.ts'
import { type Part, progress, type Row } from './report.ts'
import { p50, p95, timed } from './timing.ts'

const RUNS = 40
const ROWS = 300
const TARGET_CHECK_MS = 20
const TARGET_DOCUMENT_S = 1

/** A plan with entries in every table: its checks, and its document made in a thread while others go on. */
export async function benchPlan(bench: Bench): Promise<Part> {
  const full = aDraft()
  const large = grown(full, ROWS)
  progress('plan: checks')
  const checks = await checked(full, bench.tenth(RUNS))
  const folding = await foldedOnce(full, bench.tenth(RUNS))
  const largeChecks = await checked(large, bench.tenth(RUNS))
  progress('plan: documents')
  const here = await seconds(() => write(wantedOf(full)), 3)
  const inThread = await seconds(() => writeInWorker(wantedOf(full)), 3)
  const ofLarge = await timed(() => writeInWorker(wantedOf(large)))
  const { length: parts } = Object.keys(unzipSync(ofLarge.result))
  const steps = await benchSteps(bench, large)
  if (parts < 5) throw new Error('The document of the large plan is none')
  return {
    name: 'plan',
    title: `Plan: ${full.entries.length} entries in every table, and one of ${large.entries.length}`,
    rows: [
      row('checks of a full plan, p50', p50(checks), { name: 'folding its cells', figure: p50(folding) }, true),
      row('checks of a full plan, p95', p95(checks), { name: 'folding its cells', figure: p95(folding) }),
      row(`checks of ${ROWS} rows, p50`, p50(largeChecks), { name: 'checks of a full plan', figure: p50(checks) }),
      {
        name: 'its Word document, made in a thread',
        figure: inThread,
        unit: 's',
        target: { atMost: TARGET_DOCUMENT_S },
        baselines: [{ name: 'made in this thread, warm', figure: here }],
      },
      { name: `a Word document of ${ROWS} rows, in a thread`, figure: ofLarge.ms / 1000, unit: 's' },
      ...steps,
    ],
    notes: [
      'Checks read the plan as its document says it, so that an export has nothing that was not said before. A thread begins with nothing loaded.',
    ],
  }
}

function row(name: string, figure: number, baseline: { name: string; figure: number }, isAimed = false): Row {
  const target = isAimed ? { target: { atMost: TARGET_CHECK_MS } } : {}
  return { name, figure, unit: 'ms', baselines: [baseline], ...target }
}

const TODAY = Temporal.PlainDate.from('2026-11-30')
const wantedOf = (draft: Draft) => ({ kind: 'document', draft, on: TODAY.toString(), script: 'cyrl' }) as const

/** The plan with more activities and lines of its budget. */
function grown(draft: Draft, rows: number): Draft {
  const kinds = [entriesOf(draft, 'activities'), entriesOf(draft, 'budget')]
  const more = Array.from({ length: rows - draft.entries.length }, (_, i): Entry => {
    const all = kinds[i % kinds.length]!
    const { part, cells } = all[i % all.length]!
    return { id: 1_000_000 + i, part, cells: { ...cells, mark: '', activity: `${cells.activity} ${i}` } }
  })
  return { ...draft, entries: [...draft.entries, ...more] }
}

/** How long each of so many checks takes in ms, after those that pay for what is compiled. */
async function checked(draft: Draft, times: number): Promise<number[]> {
  return timesOf(() => reviewOf(draft, TODAY, []), times)
}

function foldedOnce({ entries }: Draft, times: number): Promise<number[]> {
  // A sign of its own each time, since texts that were folded lately are not folded again.
  let n = 0
  return timesOf(() => {
    n += 1
    for (const { cells } of entries) for (const cell of Object.values(cells)) fold(`${cell} ${n}`)
  }, times)
}

async function timesOf(work: () => unknown, times: number): Promise<number[]> {
  for (let i = 0; i < times / 4; i++) work()
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await timed(async () => work())).ms)
  return all
}

/** The shortest of a few runs, since other work on the machine lengthens some. */
async function seconds(work: () => Promise<unknown>, runs: number): Promise<number> {
  const all: number[] = []
  for (let i = 0; i < runs; i++) all.push((await timed(work)).ms / 1000)
  return Math.min(...all)
}
