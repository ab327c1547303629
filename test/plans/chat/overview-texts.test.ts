import { expect, test } from 'vitest'
import { openingOf } from '../../../src/plans/chat/overview-texts.ts'

test('of a passage its first paragraph is shown, with the list that it announces', () => {
  expect(openingOf('Приоритете бирајте бодовањем.\nДруго.')).toBe('Приоритете бирајте бодовањем.')
  expect(openingOf('Користе се:\n\n- анкета;\n- разговор.\n\nДруго.')).toBe('Користе се: анкета; разговор.')
  expect(openingOf('Потребе се утврђују. Користе се:')).toBe('Потребе се утврђују.')
  expect(openingOf('Користе се:')).toBe('Користе се …')
  const long = openingOf(`Користе се:\n${'- анкета са више питања;\n'.repeat(40)}`)
  expect(long.length).toBeLessThan(410)
  expect(long).toMatch(/^Користе се: анкета .*; …$/)
})
