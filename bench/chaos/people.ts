import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from 'grammy/types'
import { joinButton } from '../messages/crowd.ts'
import { call, type Person } from '../messages/people.ts'
import type { Random } from '../random.ts'

/** What people did: how many updates each caused that Telegram took, and what they asked. */
export type Deeds = { person: Person; updates: number; pressed: boolean }

const QUESTIONS = [
  'Ко усваја ЛАП?',
  'На колико година се доноси ЛАП?',
  'Шта је реадмисија?',
  'Ко чини савет за миграције?',
  'Одакле се финансира ЛАП?',
  'Колико често се састаје савет?',
  'Šta je anketa o potrebama?',
  'Who adopts the local action plan?',
]
/** Between two things that a person does, at most. */
const PAUSE_MS = 6_000
/** So long a person waits for an answer before they write again. */
const PATIENCE_S = 20
/** So many seconds the card of the session is waited for. */
const CARD_WITHIN_S = 300

/** Each person, who has said /start, writes and presses at moments of chance until `over`, and signs up once in between; what Telegram takes is counted. */
export function letPeopleAct(
  url: string,
  people: readonly Person[],
  at: { session: { id: number; start: string }; trainers: ReadonlySet<number>; random: Random; over: AbortSignal },
): Promise<Deeds[]> {
  return Promise.all(
    people.map(async (person, i) => {
      const deeds: Deeds = { person, updates: 1, pressed: false }
      const { over, random } = at
      const pause = () => wait(random.below(PAUSE_MS), undefined, { signal: over }).catch(() => {})
      const write = async (text: string) => {
        const id = await person.write(text)
        deeds.updates++
        return id
      }
      await pause()
      if (!at.trainers.has(person.id)) await signUp(person, deeds, at.session, write)
      for (let turn = 0; !over.aborted; turn++) {
        await pause()
        if (over.aborted) break
        if (at.trainers.has(person.id) && turn % 4 === 1) {
          await upload(url, person, `${i}-${turn}`)
          deeds.updates++
        } else await untilAnswered(person, await write(random.pick(QUESTIONS)), over)
      }
      return deeds
    }),
  )
}

/** Until the bot has said something after a message, or patience is over: whoever never waits measures a queue, and no faults. */
async function untilAnswered(person: Person, messageId: number, over: AbortSignal): Promise<void> {
  for (let looks = 0; looks < PATIENCE_S && !over.aborted; looks++) {
    const last = (await person.chat()).at(-1)
    if (last !== undefined && last.message_id > messageId && last.from?.is_bot) return
    await wait(1_000, undefined, { signal: over }).catch(() => {})
  }
}

/** Opens the session by its link and presses «Пријави ме» once it is shown. */
async function signUp(
  person: Person,
  deeds: Deeds,
  session: { id: number; start: string },
  write: (text: string) => Promise<number>,
): Promise<void> {
  await write(session.start)
  const button = joinButton(session.id)
  for (let looks = 0; looks < CARD_WITHIN_S; looks++) {
    await wait(1_000)
    const card = (await person.chat()).findLast((message) => buttonsOf(message).includes(button))
    if (!card) continue
    // Whoever presses sees no answer while the bot is away; the press waits at Telegram all the same.
    deeds.updates++
    deeds.pressed = true
    await person.tap(card.message_id, button).catch(() => {})
    return
  }
}

function buttonsOf(message: Message): string[] {
  const rows = message.reply_markup?.inline_keyboard ?? []
  return rows.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
}

/** A document of a trainer, each with words of its own. */
async function upload(url: string, person: Person, name: string): Promise<void> {
  const form = new FormData()
  const text = `# Упутство ${name}\n\nСастанак ${name} се одржава сваког првог понедељка у месецу.\n`
  form.set('file', new File([text], `uputstvo-${name}.md`, { type: 'text/markdown' }))
  const response = await fetch(`${url}/sandbox/people/${person.id}/documents`, { method: 'POST', body: form })
  if (!response.ok) throw new Error(`A document was not taken: ${response.status}`)
}

/** Until nothing new has come into any chat for so long, or `most` has passed. */
export async function untilQuiet(people: readonly Person[], quietMs: number, mostMs: number): Promise<void> {
  const deadline = Date.now() + mostMs
  let before = -1
  for (let since = Date.now(); Date.now() < deadline && Date.now() - since < quietMs; await wait(1_000)) {
    const chats = await Promise.all(people.map((person) => person.chat()))
    const count = chats.reduce((sum, chat) => sum + chat.length, 0)
    if (count !== before) since = Date.now()
    before = count
  }
}

/** Has Telegram refuse the bot's next calls, until that is ended. */
export function refusals(url: string, error: 429 | 500): { begin(): Promise<void>; end(): Promise<void> } {
  return {
    begin: async () => void (await call(url, '/faults', { method: '*', error, times: 1_000, retryAfter: 1 })),
    end: async () => void (await fetch(`${url}/sandbox/faults`, { method: 'DELETE' })),
  }
}

/** How many updates Telegram has that the bot has not confirmed: these wait, and are not lost. */
export async function waitingAt(apiRoot: string, token: string): Promise<number> {
  const response = await fetch(`${apiRoot}/bot${token}/getWebhookInfo`)
  const { result } = (await response.json()) as { result: { pending_update_count: number } }
  return result.pending_update_count
}
