import { type Api, InputFile } from 'grammy'
import { plainOfHtml, toHtmlMessages } from '../message/rich-html.ts'
import type { OutgoingFile, Payload } from './outbox.ts'
import { type Outcome, outcomeOf, plainerMayDo } from './outcome.ts'
import { keyboard, replyParameters, sendTexts } from './text-parts.ts'

type SendApi = Pick<Api, 'raw'>

/**
 * Sends one row: as a rich message; where Telegram refuses its form (400), or the server has no such method, as HTML, part by
 * part, and what of that is refused plainly. A file goes with its text as caption, likewise. Never throws for what Telegram or
 * the network does. `next` is called before each further message that a row becomes.
 */
export function sendRow(api: SendApi, chatId: number, payload: Payload, next?: () => void): Promise<Outcome> {
  if (payload.file) return firstThatMayDo(fileSteps(api, chatId, payload, payload.file), payload)
  if (payload.content.length === 0 && payload.edits !== undefined)
    return firstThatMayDo([() => changeButtons(api, chatId, payload)], payload)
  return sendText(api, chatId, payload, next)
}

async function sendText(api: SendApi, chatId: number, payload: Payload, next?: () => void): Promise<Outcome> {
  if (payload.sent === undefined) {
    try {
      return { kind: 'sent', messageId: await sendRich(api, chatId, payload) }
    } catch (error) {
      if (!plainerMayDo(error)) return outcomeOf(error, changesOf(payload))
    }
  }
  const texts = toHtmlMessages(payload.content)
  if (texts.length === 0) return { kind: 'refused', reason: 'nothing to send', unreachable: false }
  return sendTexts(api, chatId, payload, { texts, form: 'html', next })
}

/** One way to send a row: resolves to the id of the message. */
type Step = () => Promise<number>

async function firstThatMayDo(steps: readonly Step[], payload: Payload): Promise<Outcome> {
  let outcome: Outcome = { kind: 'refused', reason: 'nothing to send', unreachable: false }
  for (const step of steps) {
    try {
      return { kind: 'sent', messageId: await step() }
    } catch (error) {
      outcome = outcomeOf(error, changesOf(payload))
      if (!plainerMayDo(error)) return outcome
    }
  }
  return outcome
}

function changesOf({ edits }: Payload) {
  return { changes: edits !== undefined }
}

function fileSteps(api: SendApi, chatId: number, payload: Payload, file: OutgoingFile): Step[] {
  const html = toHtmlMessages(payload.content)[0] ?? ''
  return [
    () => sendFile(api, chatId, payload, file, { caption: html, parse_mode: 'HTML' }),
    () => sendFile(api, chatId, payload, file, { caption: plainOfHtml(html) }),
  ]
}

async function sendFile(
  api: SendApi,
  chatId: number,
  payload: Payload,
  file: OutgoingFile,
  caption: { caption: string; parse_mode?: 'HTML' },
): Promise<number> {
  const rest = { chat_id: chatId, ...caption, ...keyboard(payload.buttons), ...replyParameters(payload.replyTo) }
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

async function sendRich(api: SendApi, chatId: number, payload: Payload): Promise<number> {
  const rich_message = { blocks: payload.content, skip_entity_detection: true }
  const rest = { chat_id: chatId, rich_message, ...keyboard(payload.buttons) }
  if (payload.edits === undefined)
    return (await api.raw.sendRichMessage({ ...rest, ...replyParameters(payload.replyTo) })).message_id
  await api.raw.editMessageText({ ...rest, message_id: payload.edits })
  return payload.edits
}
