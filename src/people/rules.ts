import { type Writing, writingOf } from '../language/detect.ts'
import { type Locale, localeOfWriting } from '../language/locale.ts'

export type Role = 'member' | 'trainer' | 'coordinator'

/** Someone who wrote to us. `localeChosen` is `null` until they choose; until then we write as they last did. */
export type Person = {
  id: number
  telegramId: number
  name: string
  role: Role
  localeChosen: Locale | null
  localeSeen: Locale
}

/** How a person is written to. */
export function localeOf(person: Person): Locale {
  return person.localeChosen ?? person.localeSeen
}

/** Fewer letters say too little about how somebody writes («ok», «LAP»). */
const TELLING_LETTERS = 4

/**
 * What a message changes about the locale we saw last; `null` when it says nothing: a command, a few letters, or a bare
 * Latin abbreviation.
 */
export function localeSeenIn(text: string): Locale | null {
  if (text.startsWith('/')) return null
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < TELLING_LETTERS) return null
  const writing: Writing | null = writingOf(text)
  return writing ? localeOfWriting(writing) : null
}
