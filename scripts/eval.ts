import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configFromProcess } from '../src/config.ts'
import { type EvalReport, evaluate, readQuestions, type Share } from '../src/knowledge/evaluate.ts'
import type { Lanes } from '../src/knowledge/search.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { embedderOf } from '../src/platform/model.ts'
import { command, readArguments, withScratchDatabase } from './command.ts'

const SHIPPED_QUESTIONS = fileURLToPath(new URL('../test/answers/questions/brief.jsonl', import.meta.url))

const HELP = `LAP Savetnik: npm run eval

How well search finds the right file, over a scratch database that is removed afterwards.

  --knowledge DIR     the collection (default: KNOWLEDGE_DIR)
  --questions FILE    a JSON object a line: {"id", "text", "relevant": ["path below DIR", …]} (default: the shipped ones)
  --lanes WHICH       lexical (by words), dense (by meaning, needs a model) or both (default, where there is a model)
  --json              one object: {files, chunks, ingestMs, questions, recall1, recall5, recall10, mrr10, ndcg10, p50Ms, p95Ms,
                      lanes, embedding, unembedded, shares}
  --misses            lists the questions whose right file is not first

Percentages are 0 to 100. Results count by file, its best passage first. Uses DATABASE_URL when it is set.`

const { values } = readArguments({
  options: {
    knowledge: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean' },
    lanes: { type: 'string' },
    misses: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const questions = readQuestions(readFileSync(values.questions ?? SHIPPED_QUESTIONS, 'utf8'))
  const folder = resolve(values.knowledge ?? config.knowledgeDir)
  const embedder = embedderOf(config.model)
  const lanes = lanesOf(values.lanes, embedder !== undefined)
  const report = await withScratchDatabase(config.databaseUrl?.reveal() ?? null, (database) =>
    evaluate(database, folder, questions, { embedder, ...(lanes ? { lanes } : {}) }),
  )
  const { misses, ...figures } = report
  if (values.json) console.log(JSON.stringify(figures))
  else console.log(describe(report))
  if (values.misses)
    for (const miss of misses) console.log(`${miss.id}\t${miss.text}\t→ ${miss.found.slice(0, 3).join(', ')}`)
})

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
  if (report.embedding)
    rows.splice(2, 0, [
      'embedded in',
      `${report.embedding.ms} ms, ${report.embedding.model} (${report.embedding.dimensions})`,
    ])
  if (report.unembedded > 0) rows.push(['by words alone', `${report.unembedded}, since the provider failed`])
  const lines = rows.map(([name, value]) => `${name.padEnd(20)}${value}`)
  return [...lines, '', ...report.shares.map(describeShare)].join('\n')
}

function describeShare({ lanes, language, questions, recall1, recall5, mrr10, ndcg10 }: Share): string {
  const figures = `recall@1 / 5 ${recall1} / ${recall5}, MRR@10 ${mrr10}, nDCG@10 ${ndcg10}`
  return `${`${lanes}, ${questions} in ${language}`.padEnd(20)}${figures}`
}

function lanesOf(said: string | undefined, hasModel: boolean): Lanes | null {
  if (said === undefined) return null
  if (said !== 'lexical' && said !== 'dense' && said !== 'both')
    throw new CannotStart(`--lanes: expected lexical, dense or both, not «${said}».`)
  if (said !== 'lexical' && !hasModel)
    throw new CannotStart(`--lanes ${said} needs a model: set OPENAI_API_KEY or OPENAI_BASE_URL.`)
  return said
}
