import fc from 'fast-check'

const LETTERS = 'абвгдђежзијклљмнњопрстћуфхцчџш'

/** Serbian letters, either case, and now and then a Cyrillic letter Serbian does not have. */
const cyrillicLetter = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase()) },
  { weight: 1, arbitrary: fc.constantFrom(...'йыяёїщэЙЯЁќѓ') },
)

const latinLetter = fc.constantFrom(...'abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽwxyqéüß')

/** What stands between words, or hides inside them. */
const between = fc.constantFrom(
  ' ',
  '  ',
  ', ',
  '. ',
  '-',
  '\n',
  '\u00a0',
  ' 50.397 ',
  ' 2024. ',
  '…',
  '(',
  ') ',
  ' 😀 ',
)

const cyrillicWord = fc.string({ unit: cyrillicLetter, minLength: 1, maxLength: 12 })
const latinWord = fc.string({ unit: latinLetter, minLength: 1, maxLength: 12 })

const textOf = (word: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(word, between), { maxLength: 12 }).map((parts) => parts.flat().join(''))

/** Words in Cyrillic, with punctuation, numbers and emoji between them. */
export const cyrillicText = textOf(cyrillicWord)

/** Words each of one script. */
export const unmixedText = textOf(fc.oneof(cyrillicWord, latinWord))
