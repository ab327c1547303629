import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../../src/answers/reading/clauses.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'

describe('clauses that may each ask something', () => {
  test.each([
    ['Колико чланова има, ко их бира и на колико година?', ['Колико чланова има', 'ко их бира', 'и на колико година?']],
    ['Ко расписује расправу и колико дана траје?', ['Ко расписује расправу', 'и колико дана траје?']],
    ['Колико људи иде у групу, а код кога се пријављују?', ['Колико људи иде у групу', 'а код кога се пријављују?']],
    ['Где је центар и има ли преноћиште?', ['Где је центар', 'и има ли преноћиште?']],
    ['Шта је то и да ли мора?', ['Шта је то', 'и да ли мора?']],
  ])('are told apart: «%s»', (question, clauses) => {
    for (const spell of Object.values(SPELLINGS)) expect(clausesOf(spell(question))).toEqual(clauses.map(spell))
  })

  test.each([
    'Може ли општина, која нема план, да конкурише?',
    'Шта да радимо, кад је рок прошао?',
    'Ко усваја план и програм?',
    'Како се зове план развоја општине, града или округа?',
  ])('are one where what follows only goes on: «%s»', (question) => {
    for (const spell of Object.values(SPELLINGS)) expect(clausesOf(spell(question))).toEqual([spell(question)])
  })

  test('have all words of the question, in order', () => {
    const word = fc.constantFrom('колико', 'ко', 'и', 'а', 'да', 'ли', 'план', 'на', 'који', 'општина', ',')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const question = words.join(' ')
        const letters = (text: string) => text.replace(/[\s,;]/g, '')
        expect(letters(clausesOf(question).join(''))).toBe(letters(question))
      }),
    )
  })
})
