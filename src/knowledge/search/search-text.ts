import { grams } from '../../language/fold.ts'
import type { PassageWords } from './embedding-store.ts'

/** What search reads of a passage: its title, headings (the last one twice), ways to ask, and what it says. */
export function searchTextOf({ title, headings, headingEn, askedAs, body }: PassageWords): string {
  return [title, ...headings, headings.at(-1) ?? '', headingEn, ...askedAs, body].filter(Boolean).join('\n')
}

/** What a passage is found by. */
export function termsOf(searchText: string): string[] {
  return grams(searchText)
}
