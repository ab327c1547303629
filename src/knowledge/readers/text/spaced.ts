/** Letters of Serbian; in Latin some are two signs. */
const [LARGE, SMALL] = ['(?:[LN][Jj]|D[Žž]|\\p{Lu})', '(?:[ln]j|dž|\\p{Ll})']
/** Between letters of a word is one space, between words are more. */
const APART = '[ \\u00a0]{1,3}'
const SPACED = new RegExp(
  `(?<![\\p{L}\\p{N}])${LARGE}(?:(?:${APART}${LARGE}){3,}|(?:${APART}(?:${SMALL}|(?<=[ \\u00a0]{2})${LARGE})){3,})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Longer ones are several words of which nothing says where they end. */
const LONGEST = 15
const FEWEST_DIFFERENT = 3
const VOWEL = /[аеиоуaeiou]/i

/** Headings whose letters stand apart («Р Е Ш Е Њ Е») as the words that they are, so that they are found. */
export function withoutSpacing(text: string): string {
  return text.replace(SPACED, (spaced) => {
    const words = spaced.split(/[ \u00a0]{2,}/).map((word) => word.split(/[ \u00a0]/))
    return words.every(isWord) || words.length > 1 ? words.map((word) => word.join('')).join(' ') : spaced
  })
}

function isWord(letters: string[]): boolean {
  const [first = '', ...others] = letters
  const isOneCase = others.every((letter) => letter === letter.toUpperCase()) || others.every(isSmall)
  const isAlphabet = letters.every((letter, at) => at === 0 || letters[at - 1]!.localeCompare(letter, 'sr') < 0)
  const vowels = letters.filter((letter) => VOWEL.test(letter)).length
  return (
    letters.length <= LONGEST &&
    new Set([first, ...others]).size >= FEWEST_DIFFERENT &&
    isOneCase &&
    !isAlphabet &&
    vowels > 0 &&
    vowels < letters.length
  )
}

function isSmall(letter: string): boolean {
  return letter === letter.toLowerCase()
}
