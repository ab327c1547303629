/** Shortenings after which a full stop does not end a sentence, folded by lower case only, in both scripts. */
const ABBREVIATIONS = new Set(
  (
    'чл члан ст тач т бр стр тзв тј нпр итд исл сл др проф мр инж о год г в м р ул тел мин макс млн млрд дин св прим ред ' +
    'cl čl član clan st tač tac t br str tzv tj npr itd isl sl dr prof mr inž inz o god g v m r ul tel min maks mln mlrd din sv prim red ' +
    'e.g i.e no art vs'
  ).split(' '),
)

/** Whether a full stop after this word shortens it, and ends no sentence. */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase())
}

/** A numbered provision, which the name of a law follows more often than a new sentence. */
const PROVISION =
  /(?<!\p{L})(?:члан|чл|став|ст|тачк|тач|član|clan|čl|cl|stav|st|tačk|tack|tač|tac)\p{L}{0,4}\.? \d{1,4}$/iu

/** How many characters around a full stop decide whether it ends a sentence; enough for «тачкама 1234» and an opening quote. */
const LOOKED_BACK = 40
const LOOKED_AHEAD = 20

const END = /[.!?…]+["»”“’)\]]*(?=\s+|$)/gu

/**
 * The sentences of a paragraph, trimmed, in order; joined by spaces they give the paragraph back (white space aside).
 * A full stop after an abbreviation («чл. 5», «бр.», «тзв.»), a single letter or a number does not end a sentence
 * unless a capital letter opens what looks like a new one; the number of a provision never does («члан 13. Закона»).
 */
export function sentences(paragraph: string): string[] {
  const text = paragraph.replace(/\s+/g, ' ').trim()
  const found: string[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(start, match.index - LOOKED_BACK), match.index)
    if (!endsSentence(before, match[0], text.slice(end, end + LOOKED_AHEAD).trimStart())) continue
    found.push(text.slice(start, end).trim())
    start = end
  }
  const rest = text.slice(start).trim()
  return rest === '' ? found : [...found, rest]
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (after === '') return true
  const opensNew = /^["„«“(]*[\p{Lu}\d]/u.test(after)
  if (!opensNew) return false
  if (mark[0] !== '.' || mark.startsWith('..')) return true
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? ''
  if (isAbbreviation(word)) return false
  // «П. Петровић», but «код КИРС-а. Пре тога»: an ending is no initial.
  if (/^\p{L}$/u.test(word) && !/[\p{L}\p{N}][-–]\p{Ll}$/u.test(before)) return false
  // «члан 13. Закона о избеглицама»
  if (PROVISION.test(before)) return false
  // «6. март 2024.», «од 2021. до», «чл. 13. закона»: an ordinal goes on unless a capital letter follows.
  if (/\d$/.test(word)) return /^["„«“(]*\p{Lu}/u.test(after)
  return true
}
