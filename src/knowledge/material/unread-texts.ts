import { type Block, bold, details, list, paragraph } from '../../bot/message/rich.ts'
import type { Locale } from '../../language/locale.ts'
import type { Unread, UnreadPlace } from '../readers/result.ts'
import { type Sentence, say } from '../texts.ts'

const KINDS = {
  images: 'unread-images',
  charts: 'unread-charts',
  diagrams: 'unread-diagrams',
  objects: 'unread-objects',
  formulas: 'unread-formulas',
  comments: 'unread-comments',
  'pages-without-text': 'unread-pages-without-text',
  'damaged-pages': 'unread-damaged-pages',
  'hidden-slides': 'unread-hidden-slides',
  'hidden-sheets': 'unread-hidden-sheets',
  'hidden-rows': 'unread-hidden-rows',
  'hidden-columns': 'unread-hidden-columns',
  'hidden-text': 'unread-hidden-text',
  letters: 'unread-letters',
  'running-text': 'unread-running-text',
} as const satisfies Record<Unread['what'], Sentence>

/** Lines that are seen at once, and those that fold out below them. */
const MOST_SEEN = 8
const MOST_FOLDED = 100

/** What of a file was not read, by kind and place; nothing where all was. */
export function unreadBlocks(locale: Locale, unread: readonly Unread[]): Block[] {
  if (unread.length === 0) return []
  const t = say(locale)
  const lines = unreadLines(locale, unread)
  const folded = lines.slice(MOST_SEEN)
  const more = folded.length - MOST_FOLDED
  const shown = [...folded.slice(0, MOST_FOLDED), ...(more > 0 ? [t('unread-more', { count: more })] : [])]
  return [
    paragraph(bold(t('upload-unread'))),
    list(lines.slice(0, MOST_SEEN)),
    ...(folded.length > 0 ? [details(t('unread-more', { count: folded.length }), [list(shown)])] : []),
  ]
}

/** A sentence for each kind in each sheet, below each heading, and in all pages or slides together: «стр. 3, 5–7: слике (9)». */
export function unreadLines(locale: Locale, unread: readonly Unread[]): string[] {
  const groups = Map.groupBy(unread, ({ what, at }) => JSON.stringify([what, at?.kind, groupOf(at)]))
  return [...groups.values()].map((group) => {
    const { what } = group[0]!
    const count = group.reduce((sum, one) => sum + one.count, 0)
    const kind = say(locale)(KINDS[what], { count })
    const places = group.flatMap(({ at }) => at ?? [])
    return places.length === 0 ? kind : `${placesText(locale, what, places)}: ${kind}`
  })
}

function groupOf(at: UnreadPlace | undefined): string | number | null {
  if (at?.kind === 'sheet') return at.number
  return at?.kind === 'heading' ? at.text : null
}

/** Where things of one kind are; all places are of one kind, and those in sheets in one sheet. */
function placesText(locale: Locale, what: Unread['what'], places: UnreadPlace[]): string {
  const t = say(locale)
  const [first] = places as [UnreadPlace]
  switch (first.kind) {
    case 'page':
      return t('unread-at-pages', { numbers: rangesOf(numbersOf(places)) })
    case 'slide':
      return t('unread-at-slides', { count: places.length, numbers: rangesOf(numbersOf(places)) })
    case 'sheet': {
      const { number, name } = first
      const sheet = t('unread-at-sheet', { number, name })
      const all = places.flatMap((place) => ('cells' in place ? (place.cells ?? []) : []))
      if (all.length === 0) return sheet
      const cells = all.slice(0, MOST_CELLS).join(', ') + (all.length > MOST_CELLS ? '…' : '')
      // «3–5: скривени редови» says by itself that these are no cells.
      return what.startsWith('hidden')
        ? `${sheet}, ${cells}`
        : t('unread-at-cells', { sheet, count: all.length, cells })
    }
    case 'heading':
      return t('unread-at-heading', { heading: first.text })
  }
}

const MOST_CELLS = 12

function numbersOf(places: UnreadPlace[]): number[] {
  return places.flatMap((place) => ('number' in place ? place.number : []))
}

/** Numbers in order, runs of three and more from first to last: «1, 3–5». */
function rangesOf(numbers: number[]): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : to - from === 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}
