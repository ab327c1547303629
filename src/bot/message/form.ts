import { type Block, plainOfBlocks, type RichText } from './rich.ts'
import { TEXT_CHARACTERS } from './rich-limits.ts'

/**
 * How far Telegram's rich messages are used: never; for what cannot be said well without (tables, long answers in sections), in
 * private chats whose person sees them; or for everything.
 */
export const RICH_USES = ['off', 'when-needed', 'on'] as const
export type RichUse = (typeof RICH_USES)[number]

/**
 * Whether a message goes as a rich one, unless its reader asked for plainer ones. In a group there is always somebody whose
 * client shows «This message is not supported» instead.
 */
export function mayBeRich(use: RichUse, chatId: number, content: readonly Block[]): boolean {
  if (use !== 'when-needed') return use === 'on'
  return chatId > 0 && (hasTable(content) || (sections(content) > 1 && plainOfBlocks(content).length > TEXT_CHARACTERS))
}

/** Tables in what is folded away do not count: few unfold it. */
function hasTable(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some((item) => hasTable(item.blocks))
    return block.type === 'table' || (block.type === 'blockquote' && hasTable(block.blocks))
  })
}

const sections = (blocks: readonly Block[]) =>
  blocks.filter(({ type }) => type === 'heading' || type === 'details').length

/** Whether there is a command among the words: without Telegram's own search for such, a rich message shows it as bare text. */
export function hasCommand(blocks: readonly Block[]): boolean {
  return blocks.some((block) => textsOf(block).some(isCommand) || innerOf(block).some((inner) => hasCommand(inner)))
}

function textsOf(block: Block): RichText[] {
  if (block.type === 'details') return [block.summary]
  if (block.type === 'table') return block.cells.flat().map((cell) => cell.text ?? '')
  return 'text' in block && block.text !== undefined ? [block.text as RichText] : []
}

function innerOf(block: Block): Block[][] {
  if (block.type === 'list') return block.items.map((item) => item.blocks)
  return block.type === 'details' || block.type === 'blockquote' ? [block.blocks] : []
}

function isCommand(text: RichText): boolean {
  if (typeof text === 'string') return false
  if (Array.isArray(text)) return text.some(isCommand)
  return text.type === 'bot_command' || ('text' in text && isCommand(text.text))
}
