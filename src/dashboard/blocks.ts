import { html } from 'hono/html'
import { type Block, plainOf, plainOfBlocks, type RichText } from '../bot/message/rich.ts'
import type { Html } from './page.ts'

/** What the chat says, as markup: so a page and a message about the same say the same. Words of people stay words. */
export function blocksHtml(blocks: readonly Block[]): Html {
  return html`${blocks.map(blockHtml)}`
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${textHtml(block.text)}</p>`
    case 'heading':
      return html`<h2>${textHtml(block.text)}</h2>`
    case 'footer':
      return html`<p class="quiet small">${textHtml(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'blockquote':
      return html`<blockquote>${blocksHtml(block.blocks)}</blockquote>`
    case 'details':
      return html`<details><summary>${textHtml(block.summary)}</summary>${blocksHtml(block.blocks)}</details>`
    case 'table':
      return tableHtml(block)
    case 'divider':
      return html`<hr>`
    default:
      return html`<p>${plainOfBlocks([block])}</p>`
  }
}

function listHtml({ items }: Extract<Block, { type: 'list' }>): Html {
  const lines = items.map(
    ({ blocks }) => html`<li>${blocks.length === 1 ? lineHtml(blocks[0]!) : blocksHtml(blocks)}</li>`,
  )
  const first = items[0]?.value
  return first === undefined ? html`<ul>${lines}</ul>` : html`<ol start="${first}">${lines}</ol>`
}

/** An item of one paragraph needs none of its own. */
function lineHtml(block: Block): Html {
  return block.type === 'paragraph' ? textHtml(block.text) : blockHtml(block)
}

function tableHtml({ cells }: Extract<Block, { type: 'table' }>): Html {
  const rows = cells.map(
    (row) =>
      html`<tr>${row.map(({ text, is_header }) =>
        is_header ? html`<th scope="col">${textHtml(text ?? '')}</th>` : html`<td>${textHtml(text ?? '')}</td>`,
      )}</tr>`,
  )
  return html`<div class="wide"><table>${rows}</table></div>`
}

function textHtml(text: RichText): Html {
  if (typeof text === 'string') return html`${text}`
  if (Array.isArray(text)) return html`${text.map(textHtml)}`
  switch (text.type) {
    case 'bold':
      return html`<strong>${textHtml(text.text)}</strong>`
    case 'italic':
      return html`<em>${textHtml(text.text)}</em>`
    case 'url':
      return isWeb(text.url)
        ? html`<a href="${text.url}" rel="noreferrer" target="_blank">${textHtml(text.text)}</a>`
        : textHtml(text.text)
    case 'bot_command':
      return html`<code>${textHtml(text.text)}</code>`
    default:
      return html`${plainOf(text)}`
  }
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}
