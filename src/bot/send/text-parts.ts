import type { Api } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { plainOfHtml } from '../message/rich-html.ts'
import type { Payload } from './outbox.ts'
import { type Outcome, outcomeOf, plainerMayDo } from './outcome.ts'

type SendApi = Pick<Api, 'raw'>

/** Where a row goes, and what goes with its text. */
export type Place = Pick<Payload, 'edits' | 'replyTo' | 'thread' | 'only' | 'buttons' | 'sent'>

/**
 * Sends a row as one or more texts in Telegram's HTML, the buttons under the last. Those that left before (`sent`) are not repeated;
 * what keeps a later one from leaving is tried again from there on. A part whose form is refused is sent plainly, and one that
 * is refused even so is left out, unless it is the first. `next` is called before each part but the first.
 */
export async function sendTexts(
  api: SendApi,
  chatId: number,
  place: Place,
  { texts, insist, next }: { texts: readonly string[]; insist?: boolean | undefined; next?: (() => void) | undefined },
): Promise<Outcome> {
  const from = place.sent ?? 0
  let messageId: number | null = null
  let lacksPart = false
  for (let i = from; i < texts.length; i++) {
    if (i > from) next?.()
    const rest = {
      ...(i === 0 ? place : inSameTopic(place)),
      buttons: i === texts.length - 1 ? place.buttons : undefined,
    }
    const outcome = await sendPart(api, chatId, rest, texts[i]!, insist)
    if (outcome.kind === 'sent') messageId = outcome.messageId
    else if (i > 0 && outcome.kind === 'refused' && !outcome.unreachable) lacksPart = true
    else return ended(outcome, i, texts.length)
  }
  return { kind: 'sent', messageId, ...(lacksPart ? { lacks: 'part' as const } : {}) }
}

const inSameTopic = ({ thread, only }: Place) => ({
  ...(thread === undefined ? {} : { thread }),
  ...(only === undefined ? {} : { only }),
})

/** How the whole ended when part `i` did not leave. */
function ended(outcome: Outcome, i: number, of: number): Outcome {
  if (i === 0) return outcome
  if (outcome.kind === 'later') return { ...outcome, sent: i }
  if (outcome.kind === 'unknown')
    return { ...outcome, reason: `${i} of ${of} parts were sent; then: ${outcome.reason}` }
  return outcome
}

type PartPlace = Omit<Place, 'buttons' | 'sent'> & { buttons?: InlineKeyboardButton[][] | undefined }

async function sendPart(
  api: SendApi,
  chatId: number,
  place: PartPlace,
  html: string,
  insist?: boolean,
): Promise<Outcome> {
  const steps = [{ text: html, parse_mode: 'HTML' as const }, { text: plainOfHtml(html) }]
  let outcome: Outcome = { kind: 'refused', reason: 'nothing to send', unreachable: false }
  for (const text of steps) {
    try {
      return { kind: 'sent', messageId: await call(api, chatId, place, text) }
    } catch (error) {
      outcome = outcomeOf(error, { changes: place.edits !== undefined })
      if (!plainerMayDo(error, insist)) return outcome
    }
  }
  return outcome
}

async function call(
  api: SendApi,
  chatId: number,
  { edits, replyTo, thread, only, buttons }: PartPlace,
  text: { text: string; parse_mode?: 'HTML' },
): Promise<number> {
  // Nobody asked for a picture of the page behind an address.
  const rest = { chat_id: chatId, ...text, link_preview_options: { is_disabled: true }, ...keyboard(buttons) }
  if (edits === undefined)
    return (await api.raw.sendMessage({ ...rest, ...topic(thread), ...replyParameters(replyTo), ...forOne(only) }))
      .message_id
  await api.raw.editMessageText({ ...rest, message_id: edits })
  return edits
}

export function keyboard(buttons: InlineKeyboardButton[][] | undefined) {
  return buttons ? { reply_markup: { inline_keyboard: buttons } } : {}
}

export function topic(thread: number | undefined) {
  return thread === undefined ? {} : { message_thread_id: thread }
}

/** Of a message that one member of a group alone sees (10.3). */
export function forOne(only: number | undefined) {
  return only === undefined ? {} : { ephemeral_message_parameters: { receiver_user_id: only } }
}

export function replyParameters(replyTo: number | undefined) {
  return replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }
}
