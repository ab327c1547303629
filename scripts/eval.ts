import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askerOf } from '../src/answers/evaluation/asker.ts'
import { placeClaims, readClaims } from '../src/answers/evaluation/claims.ts'
import { claimRows, describeClaims, judgeClaims } from '../src/answers/evaluation/claims-report.ts'
import { evaluateAnswers, readAskedQuestions, readRecorded, type Writer } from '../src/answers/evaluation/evaluate.ts'
import { type Judgement, judge, LEAST_RIGHT, readLabelled, rightPercent } from '../src/answers/evaluation/judge.ts'
import { describeAnswers, reportOf } from '../src/answers/evaluation/report.ts'
import { readSet } from '../src/answers/evaluation/sets.ts'
import { describeTables, type Judged, judgeSet, tableOf } from '../src/answers/evaluation/usable.ts'
import { loadPrompts } from '../src/answers/writing/prompts.ts'
import { ANSWER_TOKENS, messagesFor } from '../src/answers/writing/writer.ts'
import { type Config, configFromProcess } from '../src/config.ts'
import { judgeCases, listCases } from '../src/gaps/cases.ts'
import { type EvalReport, evaluate, readQuestions, type Share } from '../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../src/knowledge/ingest/ingest.ts'
import { createSearch, type Lanes } from '../src/knowledge/search/search.ts'
import { writingOf as languageAndScript } from '../src/language/detect.ts'
import { localeOfWriting } from '../src/language/locale.ts'
import { mask } from '../src/language/mask.ts'
import { systemClock } from '../src/platform/clock.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { embedderOf } from '../src/platform/model/model.ts'
import { writingOf } from '../src/writing.ts'
import { command, openReaderDatabase, readArguments, withScratchDatabase } from './command.ts'

const shipped = (name: string) => fileURLToPath(new URL(`../test/answers/questions/${name}.jsonl`, import.meta.url))
const SHIPPED_QUESTIONS = shipped('brief')
/** Questions with an answer and without one. */
const SHIPPED_FOR_ANSWERS = [SHIPPED_QUESTIONS, shipped('unanswerable')]

const HELP = `LAP Savetnik: npm run eval

How well search finds the right file, over a scratch database that is removed afterwards.

  --knowledge DIR     the collection (default: KNOWLEDGE_DIR)
  --questions FILE    a JSON object a line: {"id", "text", "relevant": ["path below DIR", …]} (default: the shipped ones)
  --lanes WHICH       lexical (by words), dense (by meaning, needs a model) or both (default, where there is a model)
  --json              one object: {files, chunks, ingestMs, questions, recall1, recall5, recall10, mrr10, ndcg10, p50Ms, p95Ms,
                      lanes, embedding, unembedded, shares}
  --misses            lists the questions whose right file is not first
  --check             also asks every question in all spellings (as written, Latin, without diacritics, Cyrillic): each
                      must be answered or declined as its label says ("expect", "sections"), the right section first;
                      status 1 when fewer than ${LEAST_RIGHT} % are

  --answers           instead: two sets of questions as people write them, by different hands, and what became of them: by
                      style and kind, intents, follow-ups, in percent
  --half a|b          one of the two; only a is looked at while anything is tuned
  --recorded FILE     instead: sentences as a model might write them, lies and true ones, and what the check made of each; a
                      JSON object a line: {"id", "kind", "lie", "file", "heading", "source", "text"}, or a folder of such files
  --misses            lists what went wrong

  --gaps              instead: the questions that trainers answered, over the database in use: how many are answered from that
  --json              them as a question file, a JSON object a line, with "answered"
  --misses            lists those that are not

  --written           instead: what the configured model writes, checked sentence by sentence, per language
  --recorded FILE     outputs of a model in its place, a JSON object a line: {"id", "text", "passages": [{"n", "text",
                      "titles"}]}; without passages, those that search finds
  --misses            lists the sentences that were removed, and why

Percentages are 0 to 100. Results count by file, its best passage first. Uses DATABASE_URL when it is set.`

const { values } = readArguments({
  options: {
    knowledge: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean' },
    lanes: { type: 'string' },
    misses: { type: 'boolean' },
    check: { type: 'boolean' },
    answers: { type: 'boolean' },
    half: { type: 'string' },
    gaps: { type: 'boolean' },
    written: { type: 'boolean' },
    recorded: { type: 'string' },
    help: { type: 'boolean' },
  },
})

await command(HELP, values.help === true, () => {
  if (values.gaps) return evalGaps()
  if (values.answers && values.recorded !== undefined) return evalClaims(values.recorded)
  if (values.written || values.recorded !== undefined) return evalWritten()
  return values.answers ? evalAnswers() : evalSearch()
})

async function evalSearch() {
  const config = configFromProcess()
  const jsonLines = readFileSync(values.questions ?? SHIPPED_QUESTIONS, 'utf8')
  const questions = readQuestions(jsonLines)
  const labelled = values.check ? readLabelled(jsonLines) : null
  const folder = resolve(values.knowledge ?? config.knowledgeDir)
  const embedder = embedderOf(config.model, (text) => mask(text).text)
  const lanes = lanesOf(values.lanes, embedder !== undefined)
  const { report, judgement } = await withScratchDatabase(config.databaseUrl?.reveal() ?? null, async (database) => ({
    report: await evaluate(database, folder, questions, { embedder, ...(lanes ? { lanes } : {}) }),
    judgement: labelled && (await judge(createSearch(database.pool), labelled)),
  }))
  const { misses, ...figures } = report
  if (values.json) console.log(JSON.stringify(figures))
  else console.log(describe(report))
  if (values.misses)
    for (const miss of misses) console.log(`${miss.id}\t${miss.text}\t→ ${miss.found.slice(0, 3).join(', ')}`)
  if (judgement) check(judgement)
}

async function evalAnswers() {
  const config = configFromProcess()
  const halves = values.half === undefined ? ['a', 'b'] : [values.half]
  const sets = halves.map((half) => readSet(fileURLToPath(new URL(`../test/answers/sets/${half}`, import.meta.url))))
  const folder = resolve(values.knowledge ?? config.knowledgeDir)
  const judged = await withScratchDatabase(config.databaseUrl?.reveal() ?? null, async (database) => {
    await ingestFolder({ database, clock: systemClock, folder })
    const ask = askerOf({ db: database.pool, search: createSearch(database.pool) })
    const all: Judged[][] = []
    for (const set of sets) all.push(await judgeSet(set, ask))
    return all
  })
  const tables = judged.map(tableOf)
  if (values.json) console.log(JSON.stringify(Object.fromEntries(halves.map((half, i) => [half, tables[i]]))))
  else console.log(describeTables(halves, tables))
  if (values.misses)
    for (const { id, is, text, got } of judged.flat())
      if (is !== 'clean' && is !== 'right') console.log(`${id}\t${is}\t${text.replaceAll('\n', ' ')}\t→ ${got}`)
}

async function evalGaps() {
  const database = await openReaderDatabase(configFromProcess())
  try {
    const judged = await judgeCases(createSearch(database.pool), await listCases(database.pool))
    const answered = judged.filter((one) => one.answered).length
    if (values.json) for (const one of judged) console.log(JSON.stringify(one))
    else console.log(`${answered} of ${judged.length} questions that trainers answered are answered from that`)
    if (values.misses) for (const { id, text, answered } of judged) if (!answered) console.log(`${id}\t${text}`)
  } finally {
    await database.close()
  }
}

async function evalClaims(path: string) {
  const folder = resolve(values.knowledge ?? configFromProcess().knowledgeDir)
  const { claims, glossary } = placeClaims(readClaims(path), folder)
  const judged = judgeClaims(claims, glossary)
  const rows = claimRows(judged)
  console.log(values.json ? JSON.stringify(rows) : describeClaims(rows))
  if (values.misses)
    for (const { claim, spelling, became, why } of judged)
      if (claim.lie === (became === 'kept'))
        console.log(`${claim.id}\t${claim.kind}\t${spelling}\t${became} ${why}\t${claim.text}`)
}

async function evalWritten() {
  const config = configFromProcess()
  const write =
    values.recorded === undefined
      ? askingModel(config)
      : { recorded: readRecorded(readFileSync(values.recorded, 'utf8')) }
  const files = values.questions === undefined ? SHIPPED_FOR_ANSWERS : [values.questions]
  const questions = files.flatMap((file) => readAskedQuestions(readFileSync(file, 'utf8')))
  const folder = resolve(values.knowledge ?? config.knowledgeDir)
  const evaluated = await withScratchDatabase(config.databaseUrl?.reveal() ?? null, async (database) => {
    await ingestFolder({ database, clock: systemClock, folder })
    return evaluateAnswers(createSearch(database.pool), questions, write)
  })
  const report = reportOf(evaluated)
  console.log(values.json ? JSON.stringify(report) : describeAnswers(report))
  if (values.misses)
    for (const { question, checked } of evaluated)
      for (const one of checked?.removed ?? []) console.log(`${question.id}\t${one.reason} ${one.detail}\t${one.text}`)
}

/** The configured model, asked with the prompt of an answer. A failure ends the evaluation: a report of half is none. */
function askingModel(config: Config): Writer {
  const writing = writingOf(config)
  if (!writing)
    throw new CannotStart(
      '--written needs a model (OPENAI_API_KEY or OPENAI_BASE_URL), or its outputs: --recorded FILE.',
    )
  const prompts = loadPrompts()
  return async (question, passages) => {
    const how = languageAndScript(question)
    const locale = how ? localeOfWriting(how) : 'sr-Cyrl'
    const messages = messagesFor(prompts, { task: 'answer', locale, question, passages })
    const signal = new AbortController().signal
    return (await writing.model.write(messages, { signal, mostTokens: ANSWER_TOKENS })).text
  }
}

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
