import { run } from '@grammyjs/runner'
import { Bot } from 'grammy'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { AdvancingClock, type Clock, systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { noLog } from '../../src/platform/log.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { writingOf } from '../../src/writing.ts'

export const TOKEN = '123456:token-of-the-benchmark-only'

/** Something that answers in the sandbox until it is stopped. */
export type Running = { stop(): Promise<void> }

export function aSandbox(): Sandbox {
  return createSandbox({
    token: TOKEN,
    clock: new AdvancingClock(),
    file: ':memory:',
    port: 0,
    grantRole: async () => {},
  })
}

/** Our bot with its defaults, as `npm start` makes it; with a model when one is at `modelUrl`. */
export async function startApp(
  database: Database,
  apiRoot: string,
  { modelUrl, clock = systemClock }: { modelUrl?: string; clock?: Clock } = {},
): Promise<Running> {
  const telegram = { token: TOKEN, apiRoot }
  const config = readConfig(
    modelUrl === undefined
      ? {}
      : { OPENAI_BASE_URL: modelUrl, EMBEDDING_MODEL: 'off', PERSON_BUDGET: '1000', DAILY_BUDGET: '1000' },
  )
  const writing = writingOf(config)
  const app = createApp({ settings: config, database, clock, log: noLog, telegram, writing })
  await app.start()
  return app
}

/** The shortest grammY bot there is: repeats what it is told, keeps nothing. */
export async function startEcho(apiRoot: string): Promise<Running> {
  const bot = new Bot(TOKEN, { client: { apiRoot } })
  bot.on('message:text', (ctx) => ctx.reply(ctx.message.text))
  return poll(bot)
}

/** The same by grammY's own runner: many updates at once, in no order. */
export async function startEchoRunner(apiRoot: string): Promise<Running> {
  const bot = new Bot(TOKEN, { client: { apiRoot } })
  bot.on('message:text', (ctx) => ctx.reply(ctx.message.text))
  await bot.init()
  const runner = run(bot)
  return { stop: () => runner.stop() }
}

/** The shortest bot that gives out `places`: counts in memory, knows no quota, no line, and forgets all when it ends. */
export async function startCounter(apiRoot: string, places: number): Promise<Running> {
  const bot = new Bot(TOKEN, { client: { apiRoot } })
  let taken = 0
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery()
    await ctx.reply(taken++ < places ? 'Место је Ваше.' : `На листи сте, место ${taken - places}.`)
  })
  return poll(bot)
}

async function poll(bot: Bot): Promise<Running> {
  const { promise: polling, resolve } = Promise.withResolvers<void>()
  const ended = bot.start({ onStart: () => resolve() })
  await Promise.race([polling, ended])
  return {
    stop: async () => {
      await bot.stop()
      await ended
    },
  }
}
