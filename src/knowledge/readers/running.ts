import { fold } from '../../language/fold.ts'
import type { Unread } from './result.ts'
import { clean } from './text/clean.ts'

/** What a number of a page is called, folded. */
const PAGE_WORDS = /\b(?:strana|stranica|strane|str|list|page|od|of|iz)\b/g

/** Headers and footers that say more than the number of a page are told, however many pages have the same; they are not read. */
export function runningText(texts: readonly string[]): Unread[] {
  const distinct = new Set(texts.map((text) => fold(clean(text)).replace(/\d+/g, '#')))
  const count = [...distinct].filter((text) => /\p{L}{2}/u.test(text.replace(PAGE_WORDS, ''))).length
  return count > 0 ? [{ what: 'running-text', count }] : []
}
