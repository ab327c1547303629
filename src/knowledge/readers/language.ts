import { type Language, writingOf } from '../../language/detect.ts'

/** The language in which most of the letters of some texts are written; Serbian when that cannot be told. */
export function languageOf(texts: Iterable<string>): Language {
  const letters = { sr: 0, en: 0 }
  let seen = 0
  for (const text of texts) {
    const writing = writingOf(text.slice(0, 2_000))
    // Texts of few words («LAP», «2025») seldom show their language.
    if (writing) letters[writing.language] += text.length > 20 ? text.length : 1
    seen += text.length
    if (seen > MOST_LETTERS) break
  }
  return letters.en > letters.sr ? 'en' : 'sr'
}

const MOST_LETTERS = 200_000
