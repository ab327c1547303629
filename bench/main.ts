import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { command } from '../scripts/command.ts'
import { configFromProcess } from '../src/config.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { CannotStart } from '../src/platform/errors.ts'
import type { Bench } from './bench.ts'
import { benchCheck } from './check.ts'
import { benchDay } from './day.ts'
import { documentOf, type Run } from './document-of.ts'
import { benchGaps } from './gaps.ts'
import { benchMemory } from './memory.ts'
import { benchAnswer } from './messages/answer.ts'
import { benchBroadcast } from './messages/broadcast.ts'
import { benchIntake } from './messages/intake.ts'
import { benchMixed } from './messages/mixed.ts'
import { benchSignUps } from './messages/sign-ups.ts'
import { benchWriting } from './messages/writing.ts'
import { benchPages } from './pages.ts'
import { benchPapers } from './papers.ts'
import { DOCUMENT, type MEASURED, PART_NAMES } from './parts.ts'
import { benchPlan } from './plan.ts'
import { describeMachine, describePart, type Part, partAsJson, thisMachine } from './report.ts'
import { benchDense } from './search/dense.ts'
import { benchDocument } from './search/document.ts'
import { benchIngest } from './search/ingest.ts'
import { benchLargest } from './search/largest.ts'
import { benchSearch } from './search/search.ts'
import { benchSizes } from './search/sizes.ts'
import { benchSoak } from './soak.ts'
import { benchStart } from './start.ts'

const PARTS = {
  search: benchSearch,
  sizes: benchSizes,
  ingest: benchIngest,
  document: benchDocument,
  dense: benchDense,
  answer: benchAnswer,
  start: benchStart,
  memory: benchMemory,
  day: benchDay,
  soak: benchSoak,
  intake: benchIntake,
  writing: benchWriting,
  check: benchCheck,
  plan: benchPlan,
  papers: benchPapers,
  gaps: benchGaps,
  pages: benchPages,
  'sign-ups': benchSignUps,
  broadcast: benchBroadcast,
  mixed: benchMixed,
  largest: benchLargest,
} satisfies Record<(typeof MEASURED)[number], unknown>

const HELP = `LAP Savetnik: npm run bench

Speed, memory and how well search finds, each beside its target and beside what simpler means reach in the same run.
Always on an embedded database; on a PostgreSQL server too when DATABASE_URL is set, in scratch databases that are
removed afterwards. A missed target is shown (✗) and is no error.

  --only a,b          only these parts: ${Object.keys(PARTS).join(', ')}
  --quick             a tenth of everything, to see that it runs; its figures mean little
  --knowledge DIR     search over this collection (default: KNOWLEDGE_DIR and passages that only look like it) …
  --questions FILE    … and these questions, a JSON object a line: {"id", "text", "relevant": ["path below DIR", …]}
  --full              what takes long too: a broadcast to 10,000 people instead of 1,000, a soak of four hours instead of 20 minutes,
                      search over 300,000 passages
  --write             writes what each part measured into docs/benchmarks.md; needs a DATABASE_URL, and not --quick
  --json              one object: {machine, quick, parts: [{name, title, figures, notes}]}`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    knowledge: { type: 'string' },
    questions: { type: 'string' },
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const { quick, full, knowledge, questions } = values
  if ((knowledge === undefined) !== (questions === undefined))
    throw new CannotStart('--knowledge and --questions belong together: name both or none.')
  const bench: Bench = {
    databaseUrl: config.databaseUrl?.reveal() ?? null,
    material: config.knowledgeDir,
    knowledge,
    questions,
    quick,
    full,
    tenth: (count) => (quick ? count / 10 : count),
  }
  if (values.write && (quick || bench.databaseUrl === null || knowledge !== undefined))
    throw new CannotStart('--write needs a DATABASE_URL, and every part whole: without --quick and --knowledge.')
  const chosen = partsOf(values.only)
  // Signals end us through «exit», which takes the children along.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const machine = thisMachine()
  if (!values.json) console.log(describeMachine(machine))
  const server = bench.databaseUrl === null ? null : await versionOf(bench.databaseUrl)
  const parts: Part[] = []
  for (const measure of chosen) {
    const part = await measure(bench)
    parts.push(part)
    if (values.write && server !== null) write({ machine, server, parts: [part] })
    if (!values.json) console.log(`\n${describePart(part)}`)
  }
  if (values.json) console.log(JSON.stringify({ machine, quick, parts: parts.map(partAsJson) }))
})

/** Puts what was measured into the document. */
function write(run: Run): void {
  const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : ''
  writeFileSync(DOCUMENT, documentOf(run, PART_NAMES, before))
}

/** Which PostgreSQL answers there. */
async function versionOf(url: string): Promise<string> {
  const database = await openDatabase({ kind: 'server', url }, 'measuring')
  try {
    const { rows } = await database.pool.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    return `PostgreSQL ${rows[0]!.version}`
  } finally {
    await database.close()
  }
}

function partsOf(only: string | undefined): ((bench: Bench) => Promise<Part>)[] {
  if (only === undefined) return Object.values(PARTS)
  const names = only.split(',').map((name) => name.trim())
  return names.map((name) => {
    if (!Object.hasOwn(PARTS, name))
      throw new CannotStart(`--only: no part is called '${name}'; expected some of ${Object.keys(PARTS).join(', ')}.`)
    return PARTS[name as keyof typeof PARTS]
  })
}
