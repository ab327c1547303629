import { setTimeout as wait } from 'node:timers/promises'
import { Api, GrammyError } from 'grammy'
import { TOKEN } from '../processes/bots.ts'
import type { SandboxProcess } from '../processes/sandbox-client.ts'
import type { Person } from './people.ts'

/** What bots without an outbox do: one chat after another, again when Telegram asks to wait. */
export async function plainLoop(
  { apiRoot }: SandboxProcess,
  people: readonly Person[],
): Promise<{ perSecond: number; refusals: number }> {
  const api = new Api(TOKEN, { apiRoot })
  const started = performance.now()
  let refusals = 0
  for (const { id } of people) {
    while (!(await sends(api, id))) refusals++
  }
  return { perSecond: people.length / ((performance.now() - started) / 1_000), refusals }
}

async function sends(api: Api, chatId: number): Promise<boolean> {
  try {
    await api.sendMessage(chatId, 'Видимо се у Пландишту у 10 часова.')
    return true
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 429) throw error
    await wait((error.parameters.retry_after ?? 1) * 1_000)
    return false
  }
}
