import { randomInt } from 'node:crypto'
import { enqueue } from '../bot/updates.ts'
import { Refusal } from '../errors.ts'
import { TAP_WAIT_MS } from '../limits.ts'
import type { Actions } from '../message/markup.ts'
import { type Actor, postAsPerson } from '../message/messages.ts'
import type { StoredMessage } from '../store/messages.ts'
import { act, personUser, unixSeconds, type World } from '../world.ts'
import { type Button, buttonsOf, findButton } from './buttons.ts'

/** What came of a tap: the bot's answer to a callback button, the address behind a link, the text to copy. */
export type TapResult =
  | { answered: boolean; text?: string; alert?: boolean }
  | { answered: true; messageId: number }
  | { url: string }
  | { copied: string }

/** A person presses a button. Refuses when the message or the button is not there, or does nothing here. */
export function tap(world: World, actor: Actor, messageId: number, wanted: string): Promise<TapResult> {
  const { chat } = actor
  const stored = world.store.messages.get(chat.id, messageId)
  if (!stored) throw new Refusal(404, `Message ${messageId} is not in this chat`)
  const buttons = buttonsOf(stored, world.store.messages.latestKeyboard(chat.id))
  const button = findButton(buttons, wanted)
  if (!button) throw new Refusal(404, notFound(wanted, messageId, buttons))
  if (button.place === 'keyboard') return Promise.resolve(pressKey(world, actor, button))
  return pressAction(world, actor, stored, button)
}

function notFound(wanted: string, messageId: number, buttons: readonly Button[]): string {
  if (buttons.length === 0) return `No button «${wanted}»: message ${messageId} has no buttons`
  return `No button «${wanted}» on message ${messageId}. It has: ${buttons.map(({ text }) => `«${text}»`).join(', ')}`
}

/** A key of the reply keyboard writes its text, or sends the person's contact. */
function pressKey(world: World, actor: Actor, button: Extract<Button, { place: 'keyboard' }>): TapResult {
  if (button.requestsOther)
    throw new Refusal(400, `The sandbox cannot press «${button.text}»: it asks for more than a contact`)
  const { id, firstName, lastName } = actor.person
  const contact = {
    phone_number: `+381600${id}`,
    first_name: firstName,
    ...(lastName === null ? {} : { last_name: lastName }),
    user_id: id,
  }
  const content = button.requestsContact ? { contact } : { text: button.text }
  const message = act(world, () => postAsPerson(world, actor, content))
  return { answered: true, messageId: message.message_id }
}

function pressAction(
  world: World,
  actor: Actor,
  stored: StoredMessage,
  { text, actions }: Extract<Button, { place: 'message' }>,
): Promise<TapResult> {
  if (actions.callback_data !== undefined) return askBot(world, actor, stored, actions.callback_data)
  const url = actions.url ?? actions.web_app?.url ?? actions.login_url?.url
  if (url !== undefined) return Promise.resolve({ url })
  if (actions.copy_text) return Promise.resolve({ copied: actions.copy_text.text })
  throw new Refusal(400, `Button «${text}» ${whyNot(actions)}`)
}

const whyNot = (actions: Actions) =>
  actions.disabled ? 'is disabled' : 'switches to inline mode, which the sandbox lacks'

/** Sends the callback query and waits for its answer, as a client shows its progress bar. */
async function askBot(world: World, { person, chat }: Actor, stored: StoredMessage, data: string): Promise<TapResult> {
  const queryId = `${chat.id}${Date.now()}${randomInt(100_000, 1_000_000)}`
  // Listening starts before the query is sent: an answer cannot slip by in between.
  const answer = world.events.next(['answered'], {
    timeoutMs: TAP_WAIT_MS,
    wanted: (event) => event.queryId === queryId,
  })
  act(world, () => {
    const { message } = stored
    world.store.messages.addCallback({
      id: queryId,
      chatId: chat.id,
      messageId: message.message_id,
      askedAt: unixSeconds(world),
    })
    const from = personUser(person)
    enqueue(world, { callback_query: { id: queryId, from, message, chat_instance: String(chat.id), data } })
  })
  const answered = await answer
  if (!answered) return { answered: false }
  const { text, alert } = answered
  return { answered: true, ...(text === undefined ? {} : { text }), ...(alert === undefined ? {} : { alert }) }
}
