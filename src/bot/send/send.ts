import { type Api, GrammyError, HttpError, InputFile } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { codeOf, messageOf } from '../../platform/errors.ts'
import { toHtmlMessages, toPlainMessages } from '../message/rich-html.ts'
import type { OutgoingFile, Payload } from './outbox.ts'
import { refusalIsAbout } from './refusal.ts'

/** How sending one row ended. */
export type Outcome =
  | { kind: 'sent'; messageId: number | null }
  /** Telegram did not take it, and later it may. `waitSeconds` is set when Telegram said how long everyone must wait. */
  | { kind: 'later'; reason: string; waitSeconds?: number }
  /** Telegram refused it for good. */
  | { kind: 'refused'; reason: string; unreachable: boolean }
  /** Not sent, since there is nothing to say any more. */
  | { kind: 'dropped'; reason: string }
  /** The connection broke after the message left, so it may have arrived; or only some of its parts did. */
  | { kind: 'unknown'; reason: string }

type SendApi = Pick<Api, 'raw'>

/**
 * Sends one row: as a rich message; where Telegram definitely refuses its form (400), as HTML; where it refuses that
 * too, as plain text. A file goes with its text as caption, likewise. Never throws for what Telegram or the network does.
 */
export async function sendRow(api: SendApi, chatId: number, payload: Payload): Promise<Outcome> {
  const steps = payload.file ? fileSteps(api, chatId, payload, payload.file) : textSteps(api, chatId, payload)
  let refusal: Outcome = { kind: 'refused', reason: 'nothing to send', unreachable: false }
  for (const step of steps) {
    try {
      const messageId = await step()
      if (messageId !== 'nothing') return { kind: 'sent', messageId }
    } catch (error) {
      const outcome = outcomeOf(error, payload)
      if (outcome.kind !== 'refused' || !isAboutForm(error)) return outcome
      refusal = outcome
    }
  }
  return refusal
}

/** One way to send a row: resolves to the id of the message, to `null` when there is none to tell, to «nothing» when it is empty. */
type Step = () => Promise<number | null | 'nothing'>

function textSteps(api: SendApi, chatId: number, payload: Payload): Step[] {
  if (payload.content.length === 0 && payload.edits !== undefined) return [() => changeButtons(api, chatId, payload)]
  return [
    () => sendRich(api, chatId, payload),
    () => sendTexts(api, chatId, payload, toHtmlMessages(payload.content), 'HTML'),
    () => sendTexts(api, chatId, payload, toPlainMessages(payload.content)),
  ]
}

function fileSteps(api: SendApi, chatId: number, payload: Payload, file: OutgoingFile): Step[] {
  return [
    () =>
      sendFile(api, chatId, payload, file, { caption: toHtmlMessages(payload.content)[0] ?? '', parse_mode: 'HTML' }),
    () => sendFile(api, chatId, payload, file, { caption: toPlainMessages(payload.content)[0] ?? '' }),
  ]
}

async function sendFile(
  api: SendApi,
  chatId: number,
  payload: Payload,
  file: OutgoingFile,
  caption: { caption: string; parse_mode?: 'HTML' },
): Promise<number> {
  const rest = { chat_id: chatId, ...caption, ...keyboard(payload.buttons), ...replyTo(payload) }
  const sent =
    'kind' in file && file.kind === 'photo'
      ? await api.raw.sendPhoto({ photo: file.fileId, ...rest })
      : await api.raw.sendDocument({ document: documentOf(file), ...rest })
  return sent.message_id
}

function documentOf(file: OutgoingFile): InputFile | string {
  return 'kind' in file ? file.fileId : new InputFile(Buffer.from(file.base64, 'base64'), file.name)
}

async function changeButtons(api: SendApi, chatId: number, { edits, buttons }: Payload): Promise<number> {
  await api.raw.editMessageReplyMarkup({ chat_id: chatId, message_id: edits!, ...keyboard(buttons) })
  return edits!
}

async function sendRich(api: SendApi, chatId: number, payload: Payload): Promise<number | null> {
  const rich_message = { blocks: payload.content, skip_entity_detection: true }
  if (payload.edits !== undefined) {
    await api.raw.editMessageText({
      chat_id: chatId,
      message_id: payload.edits,
      rich_message,
      ...keyboard(payload.buttons),
    })
    return payload.edits
  }
  const message = await api.raw.sendRichMessage({
    chat_id: chatId,
    rich_message,
    ...keyboard(payload.buttons),
    ...replyTo(payload),
  })
  return message.message_id
}

/** Sends the parts of one row. Once the first is out, any failure is `PartlySent`: to begin again would repeat it. */
async function sendTexts(
  api: SendApi,
  chatId: number,
  payload: Payload,
  texts: string[],
  parse_mode?: 'HTML',
): Promise<number | null | 'nothing'> {
  const mode = parse_mode ? { parse_mode } : {}
  let messageId: number | null | 'nothing' = 'nothing'
  for (const [i, text] of texts.entries()) {
    const part = { text, ...mode, ...(i === texts.length - 1 ? keyboard(payload.buttons) : {}) }
    try {
      messageId = await sendPart(api, chatId, i === 0 ? payload : {}, part)
    } catch (error) {
      throw i === 0
        ? error
        : new PartlySent(`${i} of ${texts.length} parts were sent; then: ${messageOf(error)}`, { cause: error })
    }
  }
  return messageId
}

class PartlySent extends Error {
  override name = 'PartlySent'
}

type Part = { text: string; parse_mode?: 'HTML'; reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } }

async function sendPart(
  api: SendApi,
  chatId: number,
  place: Pick<Payload, 'edits' | 'replyTo'>,
  part: Part,
): Promise<number> {
  if (place.edits !== undefined) {
    await api.raw.editMessageText({ chat_id: chatId, message_id: place.edits, ...part })
    return place.edits
  }
  const message = await api.raw.sendMessage({ chat_id: chatId, ...part, ...replyTo(place) })
  return message.message_id
}

function keyboard(buttons: InlineKeyboardButton[][] | undefined) {
  return buttons ? { reply_markup: { inline_keyboard: buttons } } : {}
}

function replyTo(payload: Pick<Payload, 'replyTo'>) {
  return payload.replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: payload.replyTo, allow_sending_without_reply: true } }
}

/** Errors of a network that never carried the request to Telegram. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function outcomeOf(error: unknown, { edits }: Payload): Outcome {
  if (error instanceof PartlySent) return { kind: 'unknown', reason: error.message }
  if (error instanceof GrammyError) return refusedBy(error)
  const cause = error instanceof HttpError ? error.error : error
  const code = codeOf(cause)
  const reason = code ?? messageOf(cause)
  const neverArrived = code !== null && NOT_CONNECTED.has(code)
  // A message that was changed already is «not modified» by the same change.
  return neverArrived || edits !== undefined ? { kind: 'later', reason } : { kind: 'unknown', reason }
}

function refusedBy(error: GrammyError): Outcome {
  const reason = `${error.error_code} ${error.description}`
  if (error.error_code === 429) return { kind: 'later', reason, waitSeconds: error.parameters.retry_after ?? 1 }
  if (error.error_code >= 500) return { kind: 'later', reason }
  if (error.error_code === 401 || error.error_code === 404) return { kind: 'later', reason }
  if (error.error_code === 403) return { kind: 'refused', reason, unreachable: true }
  const about = refusalIsAbout(error)
  return about === 'nothing-new'
    ? { kind: 'sent', messageId: null }
    : { kind: 'refused', reason, unreachable: about === 'person' }
}

/** A 400 about the content's form, which a plainer form may mend; others are about the chat or the message. */
function isAboutForm(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && refusalIsAbout(error) === 'form'
}
