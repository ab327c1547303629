import { expect, test } from 'vitest'
import { parted } from '../../../../src/knowledge/readers/pdf/parted.ts'

const item = (text: string, x: number, right: number) => ({ text, x, right, y: 100, size: 10, font: 'f' })
const cuts = (...places: number[]) => places.map((at) => ({ at, from: 0, to: 200 }))

test.each([
  ['Лица Жене Деца', [100, 175], [126, 152], ['Лица', 'Жене', 'Деца']],
  ['1.200.000 1.200.000 0', [100, 200], [147, 193], ['1.200.000', '1.200.000', '0']],
  ['Показатељ', [100, 150], [125], ['Показатељ']],
  ['Извор провере', [100, 170], [], ['Извор провере']],
  ['Извор провере', [100, 170], [168], ['Извор провере']],
] as const)('«%s» is parted where lines are drawn between its words', (text, [x, right], at, parts) => {
  expect(parted(item(text, x, right), cuts(...at)).map((part) => part.text)).toEqual(parts)
})

test('parts stand where their words stand', () => {
  const [first, second] = parted(item('аааа бббб', 100, 185), cuts(142))
  expect(first).toMatchObject({ x: 100, right: 140 })
  expect(second).toMatchObject({ x: 145, right: 185 })
})
