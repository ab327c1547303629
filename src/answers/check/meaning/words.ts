import { readFileSync } from 'node:fs'
import type { Language } from '../../../language/detect.ts'
import { Prefixes } from './prefixes.ts'

/** A meaning by its number, and that of its contrary. */
export type Meaning = { id: string; contrary: string | null }

/** The meanings of a folded word; none when it is not known. */
export function meaningsOf(word: string, language: Language): readonly Meaning[] {
  return MEANINGS[language].of(word)
}

const MEANINGS = readWords(readFileSync(new URL('words.txt', import.meta.url), 'utf8'))

/** Serbian words are told by their longest beginning («држављанин» is no «држава»); an English one may have several meanings. */
function readWords(text: string): Record<Language, Prefixes<Meaning>> {
  const found = { sr: new Prefixes<Meaning>('longest'), en: new Prefixes<Meaning>('all') }
  for (const [line, written] of text.split('\n').entries()) {
    if (written === '' || written.startsWith('#')) continue
    const sides = written.split(' <> ')
    for (const [side, words] of sides.entries()) {
      const meaning = { id: idOf(line, side), contrary: sides.length > 1 ? idOf(line, 1 - side) : null }
      const [serbian = '', english = ''] = words.split('|')
      for (const word of wordsIn(serbian)) found.sr.add(word, meaning)
      for (const word of wordsIn(english)) found.en.add(word, meaning)
    }
  }
  return found
}

function wordsIn(written: string): string[] {
  return written.split(' ').filter(Boolean)
}

function idOf(line: number, side: number): string {
  return `#${line}${side === 0 ? '' : '!'}`
}
