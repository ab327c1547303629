import type { InlineKeyboardButton } from 'grammy/types'
import { heading, list, paragraph } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { ContentBlock } from '../readers/document.ts'
import type { StoredChunk } from '../search/store.ts'
import { say } from '../texts.ts'
import { SEND_TEMPLATE } from './buttons.ts'
import { docxOf } from './docx.ts'

/** What a form is called. */
function titleOf(locale: Locale, { headings, title }: StoredChunk): string {
  return shownTo(locale, headings.at(-1) ?? title)
}

/** The forms there are, each by its button. */
export function templatesMessage(chatId: number, locale: Locale, templates: readonly StoredChunk[]): Outgoing {
  const t = say(locale)
  if (templates.length === 0) return { chatId, content: [paragraph(t('templates-none'))] }
  return {
    chatId,
    content: [
      heading(t('templates-title'), 4),
      list(
        templates.map((chunk) => titleOf(locale, chunk)),
        'numbers',
      ),
      paragraph(t('templates-how')),
    ],
    buttons: inRows(templates.map((chunk, at) => SEND_TEMPLATE.labelled(String(at + 1), chunk.id))),
  }
}

/** Numbers that can be pressed on a phone. */
const IN_A_ROW = 5

function inRows<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / IN_A_ROW) }, (_, i) => all.slice(i * IN_A_ROW, (i + 1) * IN_A_ROW))
}

/** «Пошаљи као документ» under an answer that cites a form. */
export function sendButton(locale: Locale, chunk: StoredChunk): InlineKeyboardButton {
  return SEND_TEMPLATE.labelled(say(locale)('button-send-template'), chunk.id)
}

/** A form, all of whose passages are `section`, as a document in the reader's script. */
export async function templateMessage(
  chatId: number,
  locale: Locale,
  section: readonly [StoredChunk, ...StoredChunk[]],
): Promise<Outgoing> {
  const t = say(locale)
  const [first] = section
  const title = titleOf(locale, first)
  const blocks = section.flatMap(({ blocks }) => blocks).map((block) => shownBlock(locale, block))
  const language = locale === 'sr-Latn' ? 'sr-Latn-RS' : 'sr-Cyrl-RS'
  // A document is Serbian whatever its reader speaks.
  const note = say(locale === 'en' ? 'sr-Cyrl' : locale)('template-note')
  const bytes = await docxOf({ title, language, note, blocks })
  return {
    chatId,
    content: [paragraph(t('template-caption', { title }))],
    file: { name: `${first.template}.docx`, base64: Buffer.from(bytes).toString('base64') },
  }
}

function shownBlock(locale: Locale, block: ContentBlock): ContentBlock {
  const show = (text: string) => shownTo(locale, text)
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: show(block.text) }
    case 'list':
      return { ...block, items: block.items.map(show) }
    case 'table':
      return { ...block, head: block.head.map(show), rows: block.rows.map((row) => row.map(show)) }
  }
}
