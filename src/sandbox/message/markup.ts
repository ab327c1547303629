import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { CALLBACK_DATA_BYTES, INLINE_KEYBOARD, REPLY_KEYBOARD } from '../limits.ts'
import type { Params } from '../params.ts'
import type { Keyboard } from '../store/messages.ts'

const httpsUrl = z.string().regex(/^https:\/\/\S+$/i, 'must be an HTTPS URL')
/** A page of the bot's: by https, as Telegram has it, or on this very machine, where there is no other client than ours. */
export const webAppUrl = z
  .string()
  .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?\/)\S*$/i, 'must be an HTTPS URL')
const chosenChat = z.object({
  query: z.string().optional(),
  allow_user_chats: z.boolean().optional(),
  allow_bot_chats: z.boolean().optional(),
  allow_group_chats: z.boolean().optional(),
  allow_channel_chats: z.boolean().optional(),
})

/** What a button may do; the same for inline keyboards and for rich messages. */
export const ACTIONS = {
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.object({ url: webAppUrl }).optional(),
  login_url: z
    .object({ url: httpsUrl, forward_text: z.string().optional(), request_write_access: z.boolean().optional() })
    .optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  switch_inline_query_chosen_chat: chosenChat.optional(),
  copy_text: z.object({ text: z.string().min(1).max(256) }).optional(),
  disabled: z.object({}).optional(),
}

/** A button as far as its action goes. */
export type Actions = z.infer<z.ZodObject<typeof ACTIONS>>

const style = z.enum(['danger', 'success', 'primary']).optional()
const icon = z.string().optional()

const inlineButton = z.object({ text: z.string(), icon_custom_emoji_id: icon, style, ...ACTIONS })
const inlineMarkup = z.object({
  inline_keyboard: z.array(z.array(inlineButton)),
  force_reply: z.boolean().optional(),
})

const replyButton = z.object({
  text: z.string(),
  icon_custom_emoji_id: icon,
  style,
  request_users: z.looseObject({ request_id: z.int() }).optional(),
  request_chat: z.looseObject({ request_id: z.int() }).optional(),
  request_contact: z.boolean().optional(),
  request_location: z.boolean().optional(),
  request_poll: z.looseObject({}).optional(),
  web_app: z.object({ url: webAppUrl }).optional(),
})
const placeholder = z.string().min(1).max(64).optional()
const replyMarkup = z.object({
  keyboard: z.array(z.array(z.union([z.string().transform((text) => ({ text })), replyButton]))),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: placeholder,
  selective: z.boolean().optional(),
  force_reply: z.boolean().optional(),
})
const removeMarkup = z.object({ remove_keyboard: z.literal(true), selective: z.boolean().optional() })
const forceMarkup = z.object({
  force_reply: z.literal(true),
  input_field_placeholder: placeholder,
  selective: z.boolean().optional(),
})

export interface Markup {
  /** Attached to the message. */
  inline?: InlineKeyboardMarkup
  /** Below the input field. */
  keyboard?: Keyboard
}

/** `reply_markup` of a new message. */
export function readMarkup(params: Params): Markup {
  const given = params.json('reply_markup')
  if (given === undefined) return {}
  if (typeof given !== 'object' || given === null) throw badRequest('object expected as reply markup')
  if ('inline_keyboard' in given) return inlineOf(given)
  if ('keyboard' in given) return { keyboard: keyboardOf(given) }
  if ('remove_keyboard' in given) return { keyboard: parse(removeMarkup, given) as ReplyKeyboardRemove }
  if ('force_reply' in given) return { keyboard: parse(forceMarkup, given) as ForceReply }
  return {}
}

/** `reply_markup` of an edit, where only an inline keyboard makes sense. */
export function readInlineMarkup(params: Params): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(params)
  if (markup.keyboard) throw badRequest('inline keyboard expected')
  return markup.inline
}

/** Throws 400 for buttons that this kind of chat does not have: pages open in private alone. */
export function checkPlace(markup: InlineKeyboardMarkup | undefined, chat: { type: string }): void {
  const opensPage = markup?.inline_keyboard.flat().some((button) => 'web_app' in button) ?? false
  if (opensPage && chat.type !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
}

/** Throws 400 unless the button does exactly one thing that Telegram would let it do. */
export function checkActions(actions: Actions, refuse: (reason: string) => Error = badRequest): void {
  const count = Object.keys(ACTIONS).filter((name) => actions[name as keyof Actions] !== undefined).length
  if (count === 0) throw refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  if (count > 1) throw refuse("can't parse inline keyboard button: exactly one action is expected")
  if (actions.callback_data !== undefined) {
    const bytes = Buffer.byteLength(actions.callback_data)
    if (bytes < 1 || bytes > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  }
  if (actions.url !== undefined && !isOpenable(actions.url)) {
    throw refuse(`inline keyboard button URL '${actions.url}' is invalid: Wrong HTTP URL`)
  }
}

/** An address Telegram would open: http, https, tg, or a bare domain. */
function isOpenable(url: string): boolean {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`
  if (!URL.canParse(address) || /\s/.test(url)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'tg:' || (/^https?:$/.test(protocol) && hostname.includes('.'))
}

function inlineOf(given: object): Markup {
  const markup = parse(inlineMarkup, given)
  const rows = markup.inline_keyboard.filter((row) => row.length > 0)
  for (const button of rows.flat()) {
    if (button.text.trim() === '')
      throw badRequest('can\'t parse inline keyboard button: field "text" must be non-empty')
    checkActions(button)
  }
  checkSize(rows, INLINE_KEYBOARD)
  if (rows.length === 0) return {}
  return { inline: { ...markup, inline_keyboard: rows } as InlineKeyboardMarkup }
}

function keyboardOf(given: object): ReplyKeyboardMarkup {
  const markup = parse(replyMarkup, given)
  const rows = markup.keyboard.filter((row) => row.length > 0)
  for (const button of rows.flat()) {
    if (button.text.trim() === '') throw badRequest('can\'t parse keyboard button: field "text" must be non-empty')
  }
  if (rows.length === 0) throw badRequest('REPLY_MARKUP_INVALID')
  checkSize(rows, REPLY_KEYBOARD)
  return { ...markup, keyboard: rows } as ReplyKeyboardMarkup
}

function checkSize(rows: unknown[][], limit: { buttons: number; inRow: number }): void {
  if (rows.flat().length > limit.buttons) throw badRequest('REPLY_MARKUP_TOO_LONG')
  if (rows.some((row) => row.length > limit.inRow)) throw badRequest('REPLY_MARKUP_TOO_LONG')
}

function parse<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw badRequest(`can't parse reply keyboard markup JSON object: ${issue.path.join('.')}: ${issue.message}`)
}
