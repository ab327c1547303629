import type { Message } from 'grammy/types'
import { expect, vi } from 'vitest'
import { buttonsOf, type TestPerson, wordsOf } from './bot.ts'

const TIMEOUT_MS = 15_000

/**
 * A person's side of a chat whose messages change in place: `says` and `presses` act, `reads` waits for words that the
 * last act brought, in a new message or in one that was edited.
 */
export function conversation(person: TestPerson) {
  let before = new Map<number, string>()

  const fromBot = async () => (await person.messages()).filter((message) => message.from?.is_bot)
  const remember = async () => {
    before = new Map((await fromBot()).map((message) => [message.message_id, JSON.stringify(message)]))
  }
  const news = async () =>
    (await fromBot()).filter((message) => before.get(message.message_id) !== JSON.stringify(message))

  const reads = (words: string): Promise<Message> =>
    vi.waitFor(
      async () => {
        const messages = await news()
        const found = messages.findLast((message) => textOf(message).includes(words))
        if (!found) throw new Error(`Nothing new says «${words}»: ${messages.map(textOf).join('\n———\n') || 'silence'}`)
        return found
      },
      { timeout: TIMEOUT_MS, interval: 20 },
    )

  const says = async (text: string) => {
    await remember()
    await person.write(text)
  }

  /** Presses the newest button whose label contains `label`; returns the short line shown over the chat, if any. */
  const presses = async (label: string): Promise<string | undefined> => {
    const message = await vi.waitFor(
      async () => {
        const shown = await fromBot()
        const found = shown.findLast((one) => buttonsOf(one).some((text) => text.includes(label)))
        if (!found)
          throw new Error(`No button «${label}»: ${shown.map((one) => buttonsOf(one).join(' | ')).join('\n')}`)
        return found
      },
      { timeout: TIMEOUT_MS, interval: 20 },
    )
    await remember()
    const exact = buttonsOf(message).find((text) => text.includes(label))!
    return (await person.tap(message.message_id, exact)).text
  }

  /** Says and reads, or presses and reads, several times: each pair is an act and what it brings. */
  const goes = async (...turns: [act: 'says' | 'presses', what: string, reads: string][]) => {
    for (const [act, what, words] of turns) {
      await (act === 'says' ? says(what) : presses(what))
      await reads(words)
    }
  }

  const readsFile = async (name: string): Promise<Message> => {
    const message = await vi.waitFor(
      async () => {
        const found = (await news()).findLast((one) => one.document?.file_name === name)
        if (!found) throw new Error(`No file «${name}»`)
        return found
      },
      { timeout: TIMEOUT_MS, interval: 20 },
    )
    expect(message.document?.file_size).toBeGreaterThan(0)
    return message
  }

  return { person, says, presses, reads, readsFile, goes, news, fromBot }
}

export function textOf(message: Message): string {
  return message.caption ?? wordsOf(message)
}
