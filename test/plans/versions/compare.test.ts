import { expect, test } from 'vitest'
import { differenceBetween } from '../../../src/plans/versions/compare.ts'

test('what changed between two versions, each row counting once', () => {
  const row = (need: string) => ({ part: 'needs' as const, cells: { need } })
  const before = [row('стан'), row('посао'), row('посао')]
  const after = [row('посао'), row('школа'), row('стан')]
  expect(differenceBetween(before, after)).toEqual([{ part: 'needs', added: [row('школа')], gone: [row('посао')] }])
  expect(differenceBetween(before, before.toReversed())).toEqual([])
})
