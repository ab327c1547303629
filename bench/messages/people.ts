import type { Message } from 'grammy/types'

/** How long an answer is waited for before the measurement fails. */
const TIMEOUT_SECONDS = 60

/** A person of the sandbox: writes, and sees what the bot says. */
export type Person = {
  /** Telegram's id. */
  id: number
  write(text: string): Promise<number>
  /** The bot's messages after `after`; waits for the first one. */
  answersAfter(after: number): Promise<Message[]>
  /** Writes and waits for the bot's answer to be visible. */
  ask(text: string): Promise<Message>
  /** Presses a button by what it says or by its data. */
  tap(messageId: number, button: string): Promise<void>
  /** Every message of the chat, of both sides. */
  chat(): Promise<Message[]>
}

/** New people of the sandbox at `url`. */
export async function makePeople(url: string, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 1; i <= count; i++) {
    const { id } = await call<{ id: number }>(url, '/people', { name: `Милица ${i}`, languageCode: 'sr' })
    people.push(personOf(url, id))
  }
  return people
}

function personOf(url: string, id: number): Person {
  const messages = (after: number, wait: number) =>
    call<Message[]>(url, `/people/${id}/messages?after=${after}&wait=${wait}`)
  const write = async (text: string) =>
    (await call<{ messageId: number }>(url, `/people/${id}/messages`, { text })).messageId
  const answersAfter = async (after: number) =>
    (await messages(after, TIMEOUT_SECONDS)).filter((message) => message.from?.is_bot)
  return {
    id,
    write,
    answersAfter,
    tap: (messageId, button) => call(url, `/people/${id}/taps`, { messageId, button }),
    ask: async (text) => {
      const [answer] = await answersAfter(await write(text))
      if (!answer) throw new Error(`No answer to «${text}» within ${TIMEOUT_SECONDS} s`)
      return answer
    },
    chat: () => messages(0, 0),
  }
}

/** A call of the sandbox's own side, with a body when there is one to send. */
export async function call<T>(url: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(`${url}/sandbox${path}`, sent)
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.error}`)
  return answer
}
