import { expect, test } from 'vitest'
import { clean } from '../../../../src/knowledge/readers/text/clean.ts'

test.each([
  ['Р Е Ш Е Њ Е', 'РЕШЕЊЕ'],
  ['доноси О Д Л У К У о буџету', 'доноси ОДЛУКУ о буџету'],
  ['„З А К О Н“', '„ЗАКОН“'],
  ['O B A V E S T E NJ E', 'OBAVESTENJE'],
  ['С а д р ж а ј', 'Садржај'],
  ['Л и ц е н ц а  з а  д и р е к т о р а', 'Лиценца за директора'],
  ['П о с л о в и  С а в е т а', 'Послови Савета'],
  ['О\u00a0Б\u00a0Р\u00a0А\u00a0З\u00a0А\u00a0Ц', 'ОБРАЗАЦ'],
])('letters of «%s» stand together', (spaced, word) => {
  expect(clean(spaced)).toBe(word)
})

test.each([
  'А Б В Г Д Ђ',
  'A B C D E',
  'X X X X X',
  'Н Н Н Д Д',
  'и у у р',
  'И он и она и ја',
  'О Р Г А Н И З А Ц И О Н А С Т Р У К Т У Р А',
  'члан 5. став 1. и 2.',
  'А и О у В',
])('«%s» stays', (text) => {
  expect(clean(text)).toBe(text)
})
