import { createInterface } from 'node:readline'
import { outcomeOf, quotesOf } from '../src/answers/answer.ts'
import { askAlone, type Told } from '../src/answers/ask-alone.ts'
import { commandOf } from '../src/answers/intent/functions.ts'
import { headingOf, titleOf } from '../src/answers/quoting/source-texts.ts'
import type { Conversation } from '../src/answers/reading/conversation.ts'
import { loadPrompts } from '../src/answers/writing/prompts.ts'
import { createWriter } from '../src/answers/writing/writer.ts'
import { plainOfBlocks } from '../src/bot/message/rich.ts'
import { configFromProcess } from '../src/config.ts'
import { ingestFolder } from '../src/knowledge/ingest/ingest.ts'
import { textOfBlock } from '../src/knowledge/readers/document.ts'
import { createDenseLane } from '../src/knowledge/search/dense.ts'
import { createSearch } from '../src/knowledge/search/search.ts'
import { mask } from '../src/language/mask.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLog } from '../src/platform/log.ts'
import { embedderOf } from '../src/platform/model/model.ts'
import { writingOf } from '../src/writing.ts'
import { command, openReaderDatabase, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run ask -- "питање"

One answer in the terminal, from the same material and by the same rules as in the chat.

  npm run ask -- "ko usvaja LAP?"                     the answer as text
  npm run --silent ask -- --json "ko usvaja LAP?"     one JSON object: {question, outcome, mode, text, citations, ms}
  npm run --silent ask -- --json -                    a question a line on standard input, an object a line
  npm run --silent ask -- --dialogue -                those lines as one conversation, in which each may mean the ones before

With a model configured it writes here too. Questions asked here are not kept. Settings as for npm start (docs/settings.md).`

const { values, positionals } = readArguments({
  options: { json: { type: 'boolean' }, dialogue: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: true,
})

const wantsHelp = values.help === true || (positionals.length === 0 && !values.dialogue)

await command(HELP, wantsHelp, async () => {
  const config = configFromProcess()
  const database = await openReaderDatabase(config)
  try {
    await ingestFolder({ database, clock: systemClock, folder: config.knowledgeDir })
    const embedder = embedderOf(config.model, (text) => mask(text).text)
    const log = createLog({ level: config.logLevel, secrets: [config.model?.apiKey?.reveal() ?? ''] })
    const search = createSearch(database.pool, { dense: embedder && createDenseLane({ database, embedder, log }) })
    const writing = writingOf(config)
    const db = database.pool
    const writer = writing ? createWriter({ ...writing, prompts: loadPrompts(), db, clock: systemClock, log }) : null
    const parts = { db, search, writer }
    const question = positionals.join(' ')
    if (question !== '-' && !values.dialogue) return show(await askOne(parts, question, []))
    await askLines(parts)
  } finally {
    await database.close()
  }
})

/** Asks what stands on standard input, a question a line; in a dialogue each after the ones before. */
async function askLines(parts: Parameters<typeof askAlone>[0]): Promise<void> {
  let conversation: Conversation = []
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    const asked = await askOne(parts, line, conversation)
    show(asked)
    if (values.dialogue) conversation = asked.conversation
  }
}

type Asked = Told & { question: string; ms: number }

async function askOne(
  parts: Parameters<typeof askAlone>[0],
  question: string,
  conversation: Conversation,
): Promise<Asked> {
  const started = performance.now()
  const told = await askAlone(parts, question, conversation)
  return { ...told, question, ms: performance.now() - started }
}

function show({ question, answer: found, message, ms }: Asked): void {
  const topics =
    found.kind === 'unknown' || found.kind === 'asked-back'
      ? (message.buttons ?? [])
          .flat()
          .map((topic) => `• ${topic.text}`)
          .join('\n')
      : ''
  if (!values.json) {
    console.log([plainOfBlocks(message.content), topics].filter(Boolean).join('\n'))
    return
  }
  const citations = quotesOf(found).map((quote) => ({
    n: quote.n,
    source: quote.chunk.path,
    heading: headingOf('sr-Cyrl', quote.chunk) || titleOf('sr-Cyrl', quote.chunk),
    quote: quote.blocks.map(textOfBlock).join('\n'),
  }))
  // The folded sources repeat the passages: in JSON they are the citations.
  const text = [plainOfBlocks(message.content.filter((block) => block.type !== 'details')), topics]
    .filter(Boolean)
    .join('\n')
  const asksFor = found.kind === 'function' ? { function: commandOf(found.function) } : {}
  console.log(
    JSON.stringify({ question, ...outcomeOf(found), ...asksFor, text, citations, ms: Math.round(ms * 10) / 10 }),
  )
}
