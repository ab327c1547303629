import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Judgement, judge, LEAST_RIGHT, readLabelled, rightPercent } from '../src/answers/judge.ts'
import { configFromProcess } from '../src/config.ts'
import { type EvalReport, evaluate, readQuestions } from '../src/knowledge/evaluate.ts'
import { createSearch } from '../src/knowledge/search.ts'
import { command, readArguments, withScratchDatabase } from './command.ts'

const SHIPPED_QUESTIONS = fileURLToPath(new URL('../test/answers/questions/brief.jsonl', import.meta.url))

const HELP = `LAP Savetnik: npm run eval

How well search finds the right file, over a scratch database that is removed afterwards.

  --knowledge DIR     the collection (default: KNOWLEDGE_DIR)
  --questions FILE    a JSON object a line: {"id", "text", "relevant": ["path below DIR", …]} (default: the shipped ones)
  --json              one object: {files, chunks, ingestMs, questions, recall1, recall5, recall10, mrr10, ndcg10, p50Ms, p95Ms}
  --misses            lists the questions whose right file is not first
  --check             also asks every question in all spellings (as written, Latin, without diacritics, Cyrillic): each
                      must be answered or declined as its label says ("expect", "sections"), the right section first;
                      status 1 when fewer than ${LEAST_RIGHT} % are

Percentages are 0 to 100. Results count by file, its best passage first. Uses DATABASE_URL when it is set.`

const { values } = readArguments({
  options: {
    knowledge: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const jsonLines = readFileSync(values.questions ?? SHIPPED_QUESTIONS, 'utf8')
  const questions = readQuestions(jsonLines)
  const labelled = values.check ? readLabelled(jsonLines) : null
  const folder = resolve(values.knowledge ?? config.knowledgeDir)
  const { report, judgement } = await withScratchDatabase(config.databaseUrl?.reveal() ?? null, async (database) => ({
    report: await evaluate(database, folder, questions),
    judgement: labelled && (await judge(createSearch(database.pool), labelled)),
  }))
  const { misses, ...figures } = report
  if (values.json) console.log(JSON.stringify(figures))
  else console.log(describe(report))
  if (values.misses)
    for (const miss of misses) console.log(`${miss.id}\t${miss.text}\t→ ${miss.found.slice(0, 3).join(', ')}`)
  if (judgement) check(judgement)
})

/** Says on standard error how many answers are right, and which are not; too few end the command with status 1. */
function check(judgement: Judgement): void {
  for (const { id, text, first } of judgement.wrong) console.error(`✗ ${id}\t${text}\t→ ${first}`)
  const isEnough = rightPercent(judgement) >= LEAST_RIGHT
  console.error(
    `${isEnough ? '✓' : '✗'} ${judgement.right} of ${judgement.asked} as labelled; at least ${LEAST_RIGHT} %`,
  )
  if (!isEnough) process.exitCode = 1
}

function describe(report: EvalReport): string {
  const rows: [string, string][] = [
    ['files / passages', `${report.files} / ${report.chunks}`],
    ['read in', `${report.ingestMs} ms`],
    ['questions', String(report.questions)],
    ['recall@1 / 5 / 10', `${report.recall1} / ${report.recall5} / ${report.recall10}`],
    ['MRR@10', String(report.mrr10)],
    ['nDCG@10', String(report.ndcg10)],
    ['p50 / p95', `${report.p50Ms} / ${report.p95Ms} ms`],
  ]
  return rows.map(([name, value]) => `${name.padEnd(20)}${value}`).join('\n')
}
