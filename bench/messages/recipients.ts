import { setTimeout as wait } from 'node:timers/promises'
import { Api } from 'grammy'
import { orderBroadcast } from '../../src/broadcasts/actions.ts'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { grantRole, meetPerson } from '../../src/people/store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { TOKEN } from '../processes/bots.ts'
import type { SandboxProcess } from '../processes/sandbox-client.ts'
import { forEachOf } from '../timing.ts'
import { registerAll } from './crowd.ts'
import { makePeople, type Person } from './people.ts'

/** People who may be written to; what they wrote to begin with is forgotten. */
export async function startedPeople({ url, apiRoot }: SandboxProcess, count: number): Promise<Person[]> {
  const people = await makePeople(url, count)
  await forEachOf(people, 8, async (person) => void (await person.write('/start')))
  await new Api(TOKEN, { apiRoot }).deleteWebhook({ drop_pending_updates: true })
  return people
}

/** They have told us who they are. */
export async function register(database: Database, people: readonly Person[]): Promise<void> {
  await fillMunicipalities(database.pool)
  await registerAll(database, people)
}

/** Orders a broadcast to everyone, of a trainer whom the sandbox knows, to be sent now or later. Returns its id. */
export async function orderToAll(
  { pool }: Database,
  author: Pick<Person, 'id'>,
  sendAt = systemClock.now(),
): Promise<number> {
  const now = systemClock.now()
  await grantRole(pool, { telegramId: author.id, name: 'Ана', role: 'trainer', now })
  const seen = { telegramId: author.id, name: 'Ана', localeSeen: null, localeFirst: 'sr-Cyrl', now } as const
  const { id: authorId } = await meetPerson(pool, seen)
  const content = { text: 'Видимо се у Пландишту у 10 часова.', entities: [], file: null, button: null }
  return orderBroadcast(pool, { audiences: [{ kind: 'everyone' }], content, insists: true, sendAt, authorId }, now)
}

export async function untilOver({ pool }: Database, id: number): Promise<void> {
  while (!(await readBroadcast(pool, id))?.result) await wait(250)
}
