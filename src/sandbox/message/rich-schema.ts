import { z } from 'zod'
import { RICH } from '../limits.ts'
import { ACTIONS } from './markup.ts'

/** Shapes of a rich message as a bot sends it. Source: InputRichBlock and RichText in @grammyjs/types, rich.d.ts. */

const yes = z.literal(true).optional()

const plain = <const T extends string>(type: T) =>
  z.object({
    type: z.literal(type),
    get text() {
      return richText
    },
  })
const named = <const T extends string, const F extends string>(type: T, field: F) =>
  plain(type).extend({ [field]: z.string() } as Record<F, z.ZodString>)

const button = z.object({
  get text() {
    return richText
  },
  style: z.enum(['danger', 'success', 'primary', 'link']).optional(),
  ...ACTIONS,
})

export type RichText = string | RichText[] | RichTextNode
/** A formatted piece of text, known by its type; the other fields depend on it. */
export interface RichTextNode {
  type: string
  text?: RichText
  button?: z.infer<typeof button>
  [field: string]: unknown
}

const node = z.discriminatedUnion('type', [
  ...([plain('bold'), plain('italic'), plain('underline'), plain('strikethrough'), plain('spoiler')] as const),
  ...([plain('subscript'), plain('superscript'), plain('marked'), plain('code')] as const),
  plain('date_time').extend({ unix_time: z.int(), date_time_format: z.string().regex(/^(r|w?[dD]?[tT]?)$/) }),
  plain('text_mention').extend({ user: z.looseObject({ id: z.int(), first_name: z.string() }) }),
  z.object({ type: z.literal('custom_emoji'), custom_emoji_id: z.string(), alternative_text: z.string() }),
  z.object({ type: z.literal('mathematical_expression'), expression: z.string() }),
  named('url', 'url'),
  named('email_address', 'email_address'),
  named('phone_number', 'phone_number'),
  named('bank_card_number', 'bank_card_number'),
  named('mention', 'username'),
  named('hashtag', 'hashtag'),
  named('cashtag', 'cashtag'),
  named('bot_command', 'bot_command'),
  z.object({ type: z.literal('button'), button }),
  z.object({ type: z.literal('anchor'), name: z.string().min(1) }),
  named('anchor_link', 'anchor_name'),
  named('reference', 'name'),
  named('reference_link', 'reference_name'),
])

const richText: z.ZodType<RichText> = z.lazy(() => z.union([z.string(), z.array(richText), node])) as never

const caption = z.object({ text: richText, credit: richText.optional() }).optional()
const blocks = z.lazy(() => z.array(block))
const textBlock = <const T extends string>(type: T) => z.object({ type: z.literal(type), text: richText })
const media = <const T extends string>(type: T) => z.looseObject({ type: z.literal(type), media: z.string() })

const listItem = z.object({
  blocks,
  has_checkbox: yes,
  is_checked: yes,
  value: z.int().optional(),
  type: z.enum(['a', 'A', 'i', 'I', '1']).optional(),
})

const span = z.int().min(1).optional()
const cell = z.object({
  text: richText.optional(),
  is_header: yes,
  colspan: span,
  rowspan: span,
  align: z.enum(['left', 'center', 'right']),
  valign: z.enum(['top', 'middle', 'bottom']),
})

const map = z.object({
  type: z.literal('map'),
  location: z.looseObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  zoom: z.int().min(0).max(24),
  width: z.int().min(0).max(10_000),
  height: z.int().min(0).max(10_000),
  caption,
})

const buttons = z.object({
  type: z.literal('buttons'),
  buttons: z.array(button).min(1).max(RICH.buttonsInRow),
  align: z.enum(['left', 'center', 'right']).optional(),
})

/** A block, known by its type; the other fields depend on it. */
export interface RichBlockNode {
  type: string
  text?: RichText
  blocks?: RichBlockNode[]
  items?: (z.infer<typeof listItem> & { blocks: RichBlockNode[] })[]
  cells?: z.infer<typeof cell>[][]
  buttons?: z.infer<typeof button>[]
  [field: string]: unknown
}

const block: z.ZodType<RichBlockNode> = z.lazy(() => anyBlock) as never

const anyBlock = z.discriminatedUnion('type', [
  textBlock('paragraph'),
  textBlock('heading').extend({ size: z.int().min(1).max(6) }),
  textBlock('pre').extend({ language: z.string().optional() }),
  textBlock('footer'),
  z.object({ type: z.literal('divider') }),
  z.object({ type: z.literal('mathematical_expression'), expression: z.string() }),
  z.object({ type: z.literal('anchor'), name: z.string().min(1) }),
  z.object({ type: z.literal('list'), items: z.array(listItem).min(1) }),
  z.object({ type: z.literal('blockquote'), blocks, credit: richText.optional() }),
  textBlock('expandable_blockquote').extend({ credit: richText.optional() }),
  textBlock('pullquote').extend({ credit: richText.optional() }),
  z.object({ type: z.literal('collage'), blocks, caption }),
  z.object({ type: z.literal('slideshow'), blocks, caption }),
  z.object({
    type: z.literal('table'),
    cells: z.array(z.array(cell)).min(1),
    is_bordered: yes,
    is_striped: yes,
    is_compact: yes,
    caption: richText.optional(),
  }),
  z.object({ type: z.literal('details'), summary: richText, blocks, is_open: yes }),
  map,
  z.object({ type: z.literal('photo'), photo: media('photo'), caption }),
  z.object({ type: z.literal('document'), document: media('document'), caption }),
  buttons,
  textBlock('thinking'),
])

/** Exactly one of `html`, `markdown` and `blocks` is checked elsewhere, since it is a rule and not a shape. */
export const richMessage = z.object({
  blocks: z.array(block).optional(),
  html: z.string().optional(),
  markdown: z.string().optional(),
  is_rtl: z.boolean().optional(),
  skip_entity_detection: z.boolean().optional(),
})
