// @ts-check
// Bot API RichBlock → DOM: the body of a rich message, and of a plain one (see entities.js).
import { h } from '../dom.js'
import { label } from '../texts.js'
import { audioBlock, fileBlock, mapBlock, photoBlock, videoBlock } from './media.js'
import { plainText, richText } from './rich-text.js'

/** @import { RichBlock, RichBlockCaption, RichBlockList, RichBlockTable, RichText } from 'grammy/types' */
/** @import { RenderContext } from './rich-text.js' */

const maxDepth = 20

/** @param {RichBlock[] | undefined} blocks @param {RenderContext} context @returns {Node[]} */
export function richBlocks(blocks, context, depth = 0) {
  if (!Array.isArray(blocks) || depth > maxDepth) return []
  return blocks.map((block) => richBlock(block, context, depth))
}

/** @param {RichBlock} block @param {RenderContext} context @param {number} depth @returns {HTMLElement} */
function richBlock(block, context, depth) {
  /** @param {RichText | undefined} text */
  const text = (text) => richText(text, context)
  /** @param {RichBlock[]} blocks */
  const inner = (blocks) => richBlocks(blocks, context, depth + 1)
  switch (block.type) {
    case 'paragraph':
      return h('p', {}, text(block.text))
    case 'heading':
      // Not <h1>…: a message's headings are below those of the page.
      return h(
        'div',
        { class: `heading size-${block.size}`, role: 'heading', 'aria-level': Math.min(6, block.size + 2) },
        text(block.text),
      )
    case 'pre':
      return h(
        'figure',
        { class: 'pre' },
        block.language ? h('figcaption', {}, block.language) : null,
        h('pre', { tabindex: '0' }, h('code', {}, text(block.text))),
      )
    case 'footer':
      return h('footer', { class: 'block-footer' }, text(block.text))
    case 'divider':
      return h('hr')
    case 'mathematical_expression':
      return h('p', { class: 'math-block' }, h('code', { class: 'math' }, block.expression))
    case 'anchor':
      return h('span', { class: 'anchor', 'data-anchor': block.name })
    case 'list':
      return list(block, inner)
    case 'blockquote':
      return h('blockquote', {}, inner(block.blocks), credit(block.credit, context))
    case 'expandable_blockquote':
      return expandable([h('p', {}, text(block.text))], credit(block.credit, context))
    case 'pullquote':
      return h('blockquote', { class: 'pull' }, h('p', {}, text(block.text)), credit(block.credit, context))
    case 'collage':
    case 'slideshow':
      return h(
        'figure',
        { class: block.type },
        h('div', { class: 'media-row' }, inner(block.blocks)),
        caption(block.caption, context),
      )
    case 'table':
      return table(block, context)
    case 'details':
      return h(
        'details',
        { open: block.is_open === true },
        h('summary', {}, text(block.summary)),
        h('div', { class: 'details-body' }, inner(block.blocks)),
      )
    case 'buttons':
      return h(
        'div',
        { class: `rich-buttons align-${block.align ?? 'left'}` },
        block.buttons.map((button) => context.button(button, 'rich-button')),
      )
    case 'thinking':
      return h('p', { class: 'thinking' }, text(block.text))
    case 'photo':
      return captioned(photoBlock(block.photo, context.chatId, block.has_spoiler === true), block.caption, context)
    case 'document':
      return captioned(fileBlock(block.document, context.chatId), block.caption, context)
    case 'audio':
      return captioned(audioBlock(block.audio, context.chatId), block.caption, context)
    case 'voice_note':
      return captioned(audioBlock(block.voice_note, context.chatId), block.caption, context)
    case 'video':
      return captioned(videoBlock(block.video, context.chatId), block.caption, context)
    case 'animation':
      return captioned(videoBlock(block.animation, context.chatId), block.caption, context)
    case 'map':
      return captioned(mapBlock(block.location), block.caption, context)
    default:
      return h('p', { class: 'unknown' }, `[${/** @type {{type: string}} */ (block).type}]`)
  }
}

/** @param {RichBlockList} block @param {(blocks: RichBlock[]) => Node[]} inner */
function list(block, inner) {
  return h(
    'ul',
    { class: 'rich-list', role: 'list' },
    block.items.map((item) =>
      h(
        'li',
        {},
        item.has_checkbox
          ? h('input', { type: 'checkbox', disabled: true, checked: item.is_checked === true })
          : h('span', { class: 'item-label' }, item.label || '•'),
        h('div', { class: 'item-body' }, inner(item.blocks)),
      ),
    ),
  )
}

/** @param {unknown} span */
const cellSpan = (span) => Math.min(20, Math.max(1, Math.trunc(Number(span)) || 1))

/** @param {RichBlockTable} block @param {RenderContext} context */
function table(block, context) {
  const rows = block.cells.map((row) =>
    h(
      'tr',
      {},
      row.map((cell) =>
        h(
          cell.is_header ? 'th' : 'td',
          {
            colspan: cellSpan(cell.colspan),
            rowspan: cellSpan(cell.rowspan),
            class: `align-${cell.align} valign-${cell.valign}${cell.text === undefined ? ' invisible' : ''}`,
          },
          richText(cell.text, context),
        ),
      ),
    ),
  )
  const looks = [block.is_bordered && 'bordered', block.is_striped && 'striped', block.is_compact && 'compact']
  // The box scrolls, so the page never does; it is in the Tab order because arrows must be able to scroll it.
  const box = h(
    'div',
    { class: 'table-box', role: 'region', tabindex: '0' },
    h(
      'table',
      { class: looks.filter(Boolean).join(' ') },
      block.caption === undefined ? null : h('caption', {}, richText(block.caption, context)),
      h('tbody', {}, rows),
    ),
  )
  if (block.caption === undefined) label(box, { 'aria-label': 'table' })
  else box.setAttribute('aria-label', plainText(block.caption))
  return box
}

/** @param {RichText | undefined} text @param {RenderContext} context */
function credit(text, context) {
  return text === undefined ? null : h('cite', {}, richText(text, context))
}

/** @param {RichBlockCaption | undefined} block @param {RenderContext} context */
function caption(block, context) {
  if (!block) return null
  return h('figcaption', {}, richText(block.text, context), credit(block.credit, context))
}

/** @param {HTMLElement} media @param {RichBlockCaption | undefined} block @param {RenderContext} context */
function captioned(media, block, context) {
  return block ? h('figure', {}, media, caption(block, context)) : media
}

/**
 * A quote of a few lines that unfolds. The button is there only when something is cut off, which depends on the width.
 * @param {Node[]} content @param {Node | null} end
 */
function expandable(content, end) {
  const body = h('div', { class: 'clamp' }, content)
  const toggle = h('button', { type: 'button', class: 'link expand', hidden: true, 'aria-expanded': 'false' })
  label(toggle, { text: 'more' })
  toggle.addEventListener('click', () => {
    const open = body.classList.toggle('open')
    toggle.setAttribute('aria-expanded', String(open))
    label(toggle, { text: open ? 'less' : 'more' })
  })
  new ResizeObserver(() => {
    if (!body.classList.contains('open')) toggle.hidden = body.scrollHeight <= body.clientHeight + 1
  }).observe(body)
  return h('blockquote', { class: 'expandable' }, body, toggle, end)
}
