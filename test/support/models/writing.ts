import type { Trace } from '../../../src/answers/keeping/trace.ts'
import type { Budgets } from '../../../src/answers/spending/budget.ts'
import type { AppSettings } from '../../../src/app.ts'
import { plainOfHtml } from '../../../src/bot/message/rich-html.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { createChatModel, type ModelTimeouts } from '../../../src/platform/model/chat-model.ts'
import { createTranscriber } from '../../../src/platform/model/transcriber.ts'
import { afterwards } from '../afterwards.ts'
import { aBot } from '../bot.ts'
import { quoting, type Script, startModelServer } from './server.ts'

const ENOUGH = { tokens: 1_000_000_000, cost: 1_000_000 }

/** The bot beside a scripted model. To be called once, in `beforeAll`. */
export async function aWritingBot(
  options: {
    budgets?: Partial<Budgets>
    timeouts?: ModelTimeouts
    secondReader?: boolean
    settings?: Partial<AppSettings>
  } = {},
) {
  const model = await startModelServer(quoting())
  afterwards(() => model.close())
  const provider = { baseUrl: model.url, apiKey: null, chat: 'openai:scripted', transcription: 'scripted-ears' }
  const bot = await aBot(options.settings, {
    model: createChatModel(provider, options.timeouts ?? { firstWordMs: 10_000, wholeMs: 20_000 }),
    transcriber: createTranscriber(provider),
    secondReader: options.secondReader ?? false,
    prices: { inputPerMillion: 1, outputPerMillion: 10, hearingPerMinute: 0.5 },
    budgets: { day: ENOUGH, person: ENOUGH, ...options.budgets },
  })
  const drafts = async (personId: number) => {
    type Call = { method: string; chatId?: number; payload: { text: string; can_stop: boolean } }
    const calls = await bot.call<Call[]>('GET', '/calls?after=0')
    return calls
      .filter(({ method, chatId }) => method === 'sendMessageDraft' && chatId === personId)
      .map(({ payload }) => ({ text: plainOfHtml(payload.text), canStop: payload.can_stop }))
  }
  return {
    ...bot,
    model,
    /** From now on the model behaves so; what it wrote before is forgotten. */
    behave: async (script: Script) => {
      model.behave(script)
      await bot.database.pool.query('delete from cached_answer')
      model.requests.length = 0
    },
    /** What is kept of the last question of a chat. */
    trace: (chatId: number) => lastTrace(bot.database, chatId),
    /** Every draft that was shown in a chat, as the bot sent it. */
    drafts,
  }
}

export type WritingBot = Awaited<ReturnType<typeof aWritingBot>>

type TraceRow = Pick<Trace, 'outcome' | 'mode' | 'text' | 'evidence'> & {
  rewritten: string | null
  model: string | null
  prompt_hash: string | null
  input_tokens: number | null
  output_tokens: number | null
  cost: string | null
  verdict: string | null
  removed: { text: string; reason: string }[] | null
  fallback: string | null
  cached: boolean
  stopped: boolean
}

async function lastTrace(database: Database, chatId: number): Promise<TraceRow> {
  const { rows } = await database.pool.query<TraceRow>(
    `select outcome, mode, text, evidence, rewritten, model, prompt_hash, input_tokens, output_tokens, cost, verdict, removed,
            fallback, cached, stopped
     from question where chat_id = $1::bigint order by id desc limit 1`,
    [chatId],
  )
  return rows[0]!
}
