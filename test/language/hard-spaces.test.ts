import { expect, test } from 'vitest'
import { withHardSpaces } from '../../src/language/hard-spaces.ts'
import { shownTo } from '../../src/language/locale.ts'

const visible = (text: string) => text.replaceAll('\u00A0', '~')

test.each([
  ['најмање 5 %, понегде 20–30 %', 'најмање 5~%, понегде 20–30~%'],
  ['по члану 17. закона и чланом 12', 'по члану~17. закона и чланом~12'],
  ['12. марта 2026. године, 1. октобар', '12.~марта 2026. године, 1.~октобар'],
  ['чланови 17 општина, 2026. марта', 'чланови~17 општина, 2026. марта'],
  ['у 2026. јавна расправа 9. мере', 'у 2026. јавна расправа 9. мере'],
])('«%s»', (text, bound) => {
  expect(visible(withHardSpaces(text))).toBe(bound)
})

test('the material is shown with them in both scripts', () => {
  expect(visible(shownTo('sr-Cyrl', 'члан 17, 12 %'))).toBe('члан~17, 12~%')
  expect(visible(shownTo('sr-Latn', 'члан 17, 12 %'))).toBe('član~17, 12~%')
})

test('and nothing else of it changes', () => {
  const text = 'члан 7. Рок је 15 % краћи, до 3. маја.'
  expect(withHardSpaces(text).replaceAll('\u00A0', ' ')).toBe(text)
})
