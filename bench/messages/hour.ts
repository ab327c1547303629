import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from 'grammy/types'
import type { Database } from '../../src/platform/database/database.ts'
import { questionsOf } from '../questions.ts'
import { Random } from '../random.ts'
import { timed } from '../timing.ts'
import { joinButton, startOf } from './crowd.ts'
import type { Person } from './people.ts'

/** An hour's writing of one person, in two minutes. */
const PAUSE_MS = [4_000, 16_000] as const
/** Longer than anything should wait. */
export const LONGEST_WAIT_MS = 150_000

/** How long each question waited for its answer, in ms; `null` for one that got none. */
export type Waited = number | null

/** Every active person's questions and presses, until `endsAtMs`. */
export async function livesOf(
  database: Database,
  people: readonly Person[],
  sessions: readonly number[],
  endsAtMs: number,
): Promise<Waited[][]> {
  const starts = await Promise.all(sessions.map((id) => startOf(database, id)))
  const questions = questionsOf(undefined)
  return Promise.all(
    people.map(async (person, i) => {
      const random = new Random(i + 1)
      const waited: Waited[] = []
      await wait(random.below(PAUSE_MS[1]))
      while (Date.now() < endsAtMs) {
        if (random.happens(0.3)) await joinOrLeave(person, random.below(sessions.length), starts, sessions)
        else waited.push(await timedAnswer(person, random.pick(questions).text))
        await wait(PAUSE_MS[0] + random.below(PAUSE_MS[1] - PAUSE_MS[0]))
      }
      return waited
    }),
  )
}

/** Opens a session and presses what its card offers: to sign up, or to give the place back. */
async function joinOrLeave(
  person: Person,
  at: number,
  starts: readonly string[],
  sessions: readonly number[],
): Promise<void> {
  const card = await answerTo(person, starts[at]!)
  if (!card) return
  const data = (card.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
  const wanted = data.find((one) => one === joinButton(sessions[at]!) || one.startsWith('session:leave'))
  if (wanted) await person.tap(card.message_id, wanted)
}

async function timedAnswer(person: Person, text: string): Promise<Waited> {
  const { result, ms } = await timed(() => answerTo(person, text))
  return result ? ms : null
}

/** Whether it is a copy of what `orderToAll` sends, in the script of its reader. */
export const isBroadcast = (message: Message) =>
  /Видимо се у Пландишту|Vidimo se u Plandištu/.test(JSON.stringify(message))

/** The first message after a word that is not the broadcast's; `null` when none comes. */
async function answerTo(person: Person, text: string): Promise<Message | null> {
  const giveUpMs = Date.now() + LONGEST_WAIT_MS
  let after = await person.write(text)
  while (Date.now() < giveUpMs) {
    const messages = await person.answersAfter(after)
    const answer = messages.find((message) => !isBroadcast(message))
    if (answer) return answer
    after = messages.at(-1)?.message_id ?? after
  }
  return null
}

/** How long the echo bot's answers take at the same pace. */
export async function echoed(people: readonly Person[], endsAtMs: number): Promise<Waited[]> {
  const all = await Promise.all(
    people.map(async (person, i) => {
      const random = new Random(i + 1)
      const waited: Waited[] = []
      await wait(random.below(PAUSE_MS[1]))
      do {
        waited.push(await timedAnswer(person, 'Ко усваја ЛАП?'))
        await wait(PAUSE_MS[0] + random.below(PAUSE_MS[1] - PAUSE_MS[0]))
      } while (Date.now() < endsAtMs)
      return waited
    }),
  )
  return all.flat()
}
