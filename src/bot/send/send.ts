import { type Api, GrammyError, InputFile } from 'grammy'
import type { InlineKeyboardButton, InputMediaPhoto } from 'grammy/types'
import { hasCommand } from '../message/form.ts'
import type { Block } from '../message/rich.ts'
import { plainOfHtml, toHtmlMessages } from '../message/rich-html.ts'
import { isPhoto, type OutgoingFile, type Payload, type Poll } from './outbox.ts'
import { type Outcome, outcomeOf, plainerMayDo, takesNoFile } from './outcome.ts'
import { refusalIsAbout } from './refusal.ts'
import { forOne, keyboard, replyParameters, sendTexts, topic } from './text-parts.ts'

type SendApi = Pick<Api, 'raw'>

/** In which form a row is tried first, and whether plainer ones are where Telegram itself fails (`insist`). `offer`: a button that only a rich message has, below its others. */
export type How = { rich: boolean; offer?: InlineKeyboardButton | undefined; insist?: boolean }

/** How sending a row ended, and whether it went as a rich message. */
export type Sent = Outcome & { rich?: true }

/**
 * Sends one row: as a rich message if so wanted, and as HTML otherwise, or where Telegram refuses that form (400), or the server has
 * no such method; HTML goes part by part, and what of it is refused plainly. A file goes with its text as caption, likewise.
 * Never throws for what Telegram or the network does. `next` is called before each further message that a row becomes.
 */
export async function sendRow(
  api: SendApi,
  chatId: number,
  payload: Payload,
  how: How,
  next?: () => void,
): Promise<Sent> {
  const { only, ...forAll } = payload
  // A server or a group that has no messages for one member alone: the group reads it, which says nothing of them.
  if (only !== undefined) {
    const alone = await sendThere(api, chatId, payload, how, next)
    if (alone.kind !== 'refused' || alone.unreachable) return alone
  }
  const sent = await sendThere(api, chatId, forAll, how, next)
  const { thread, ...elsewhere } = forAll
  // A topic that was closed or deleted meanwhile: what is said there is said in the chat itself.
  if (sent.kind !== 'refused' || !sent.topicGone || thread === undefined) return sent
  return sendThere(api, chatId, elsewhere, how, next)
}

async function sendThere(api: SendApi, chatId: number, payload: Payload, how: How, next?: () => void): Promise<Sent> {
  if (payload.deletes) return takeAway(api, chatId, payload, how)
  if (payload.keepsFile) return firstThatMayDo(captionSteps(api, chatId, payload), payload, how)
  const quiz = payload.poll ? await tryQuiz(api, chatId, { ...payload, poll: payload.poll }, how) : null
  if (quiz) return quiz
  if (payload.file) return sendWithFile(api, chatId, { ...payload, file: payload.file }, how, next)
  if (payload.content.length === 0 && payload.edits !== undefined)
    return firstThatMayDo([() => changeButtons(api, chatId, payload)], payload, how)
  const rich = how.rich && payload.sent === undefined ? await tryRich(api, chatId, payload, how) : null
  if (rich) return rich
  const texts = toHtmlMessages(payload.content)
  if (texts.length === 0) return { kind: 'refused', reason: 'nothing to send', unreachable: false }
  return sendTexts(api, chatId, payload, { texts, insist: how.insist, next })
}

/**
 * Words whose file Telegram refuses (it knows it no more, say) go alone where they may: a reminder is worth more than what was to go with
 * it. Where the server takes no files at all, words always go alone: the file would wait for a day, and the chat with it.
 */
async function sendWithFile(
  api: SendApi,
  chatId: number,
  payload: Payload & { file: OutgoingFile },
  how: How,
  next?: () => void,
): Promise<Sent> {
  const { file, mayLackFile, edits, ...words } = payload
  let failure: unknown
  const sent = await firstThatMayDo(fileSteps(api, chatId, payload, file), payload, how, (error) => {
    failure = error
  })
  if (sent.kind === 'sent') return sent
  const refused = sent.kind === 'refused' && !sent.unreachable && !sent.topicGone && mayLackFile
  if (!refused && !takesNoFile(failure, how.insist)) return sent
  const alone = await sendThere(api, chatId, words, how, next)
  return alone.kind === 'sent' ? { ...alone, lacks: 'file' } : alone
}

/** Deletes a message, which for most of them Telegram allows for 48 hours; later its content changes. */
async function takeAway(api: SendApi, chatId: number, { deletes, ...payload }: Payload, how: How): Promise<Sent> {
  try {
    await api.raw.deleteMessage({ chat_id: chatId, message_id: payload.edits! })
    return { kind: 'sent', messageId: null }
  } catch (error) {
    const stays = error instanceof GrammyError && refusalIsAbout(error) === 'message'
    return stays ? sendThere(api, chatId, payload, how) : outcomeOf(error, { changes: true })
  }
}

/** `null`: it may be said in words. */
async function tryQuiz(
  api: SendApi,
  chatId: number,
  { poll, buttons, ...place }: Payload & { poll: Poll },
  { insist }: How,
): Promise<Sent | null> {
  const { question, options, right, explanation, withoutNames = false } = poll
  try {
    const sent = await api.raw.sendPoll({
      chat_id: chatId,
      question,
      options: options.map((text) => ({ text })),
      type: 'quiz',
      correct_option_ids: [right],
      explanation,
      // We are told who answered what only where it is not.
      is_anonymous: withoutNames,
      ...keyboard(buttons),
      ...placed(place),
    })
    return { kind: 'sent', messageId: sent.message_id, pollId: sent.poll.id }
  } catch (error) {
    return plainerMayDo(error, insist) ? null : outcomeOf(error, { changes: false })
  }
}

/** `null`: a plainer form may do. */
async function tryRich(api: SendApi, chatId: number, payload: Payload, { offer, insist }: How): Promise<Sent | null> {
  const { buttons = [] } = payload
  try {
    const offering = offer ? { ...payload, buttons: [...buttons, [offer]] } : payload
    return { kind: 'sent', messageId: await sendRich(api, chatId, offering), rich: true }
  } catch (error) {
    return plainerMayDo(error, insist) ? null : outcomeOf(error, changesOf(payload))
  }
}

/** One way to send a row: resolves to the id of the message. */
type Step = () => Promise<number>

/** `failed` is told why the last step did not do. */
async function firstThatMayDo(
  steps: readonly Step[],
  payload: Payload,
  { insist }: How,
  failed?: (error: unknown) => void,
): Promise<Outcome> {
  let outcome: Outcome = { kind: 'refused', reason: 'nothing to send', unreachable: false }
  for (const step of steps) {
    try {
      return { kind: 'sent', messageId: await step() }
    } catch (error) {
      failed?.(error)
      outcome = outcomeOf(error, changesOf(payload))
      if (!plainerMayDo(error, insist)) return outcome
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

function captionSteps(api: SendApi, chatId: number, { content, edits, buttons }: Payload): Step[] {
  const html = toHtmlMessages(content)[0] ?? ''
  const change = async (caption: { caption: string; parse_mode?: 'HTML' }) => {
    await api.raw.editMessageCaption({ chat_id: chatId, message_id: edits!, ...caption, ...keyboard(buttons) })
    return edits!
  }
  return [() => change({ caption: html, parse_mode: 'HTML' }), () => change({ caption: plainOfHtml(html) })]
}

async function sendFile(
  api: SendApi,
  chatId: number,
  payload: Payload,
  file: OutgoingFile,
  caption: { caption: string; parse_mode?: 'HTML' },
): Promise<number> {
  if (payload.edits !== undefined) return changePicture(api, chatId, payload, { media: inputOf(file), ...caption })
  const rest = { chat_id: chatId, ...caption, ...keyboard(payload.buttons), ...placed(payload) }
  const sent = isPhoto(file)
    ? await api.raw.sendPhoto({ photo: inputOf(file), ...rest })
    : await api.raw.sendDocument({ document: inputOf(file), ...rest })
  return sent.message_id
}

async function changePicture(
  api: SendApi,
  chatId: number,
  { edits, buttons }: Payload,
  media: Omit<InputMediaPhoto, 'type'>,
): Promise<number> {
  const picture = { type: 'photo', ...media } as const
  await api.raw.editMessageMedia({ chat_id: chatId, message_id: edits!, media: picture, ...keyboard(buttons) })
  return edits!
}

function inputOf(file: OutgoingFile): InputFile | string {
  return 'kind' in file ? file.fileId : new InputFile(Buffer.from(file.base64, 'base64'), file.name)
}

async function changeButtons(api: SendApi, chatId: number, { edits, buttons }: Payload): Promise<number> {
  await api.raw.editMessageReplyMarkup({ chat_id: chatId, message_id: edits!, ...keyboard(buttons) })
  return edits!
}

async function sendRich(api: SendApi, chatId: number, payload: Payload): Promise<number> {
  const rich_message = richMessage(payload.content)
  const rest = { chat_id: chatId, rich_message, ...keyboard(payload.buttons) }
  if (payload.edits === undefined) return (await api.raw.sendRichMessage({ ...rest, ...placed(payload) })).message_id
  await api.raw.editMessageText({ ...rest, message_id: payload.edits })
  return payload.edits
}

function placed({ replyTo, thread, only }: Pick<Payload, 'replyTo' | 'thread' | 'only'>) {
  return { ...topic(thread), ...replyParameters(replyTo), ...forOne(only) }
}

/** What people typed stays as typed: Telegram looks for commands, names and addresses only where there is a command of ours to tap. */
export function richMessage(blocks: Block[]) {
  return { blocks, skip_entity_detection: !hasCommand(blocks) }
}
