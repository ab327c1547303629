import { Bot } from 'grammy'
import { onTestFinished } from 'vitest'
import { type StartedSandbox, TOKEN } from './support.ts'

/** The real grammY client, polling until the test ends. */
export function aBot({ apiRoot }: StartedSandbox) {
  const bot = new Bot(TOKEN, { client: { apiRoot } })
  return {
    bot,
    start() {
      const running = bot.start()
      onTestFinished(async () => {
        await bot.stop()
        await running
      })
    },
  }
}
