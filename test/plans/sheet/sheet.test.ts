import { describe, expect, test } from 'vitest'
import { PARTS } from '../../../src/plans/draft/draft.ts'
import { columnsOf } from '../../../src/plans/draft/layout.ts'
import { reviewOf } from '../../../src/plans/keeping/review.ts'
import { isCell, isWritten, type Sheet, sheetOf, takesMore } from '../../../src/plans/sheet/sheet.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'

const draft = aDraft()
const findings = reviewOf(draft, TODAY, []).findings

/** The first cell of this part that a changed draft has a finding beside. */
function besideIn(part: Sheet['part'], change: (cells: Record<string, string>, at: number) => Record<string, string>) {
  let at = -1
  const entries = draft.entries.map((entry) =>
    entry.part === part ? { ...entry, cells: change({ ...entry.cells }, ++at) } : entry,
  )
  const changed = { ...draft, entries }
  return sheetOf(changed, part, reviewOf(changed, TODAY, []).findings)
}

describe('a sheet of a plan', () => {
  test('has the entries in their order, what follows from them filled in', () => {
    for (const part of PARTS) {
      const { rows } = sheetOf(draft, part, findings)
      expect(rows.map(({ id }) => id)).toEqual(draft.entries.filter((one) => one.part === part).map(({ id }) => id))
    }
    const budget = sheetOf(draft, 'budget', findings)
    expect(budget.columns).toEqual(expect.arrayContaining([String(draft.period.from), String(draft.period.to)]))
    expect(budget.rows.every(({ cells }) => cells.total)).toBe(true)
  })

  test('says beside a cell what a check finds in it, and in no other', () => {
    const sheet = besideIn('objectives', (cells, at) =>
      at === 2 ? { ...cells, target: cells.baseline ?? '5' } : cells,
    )
    const found = sheet.rows.flatMap(({ beside }, at) =>
      beside.filter(({ finding }) => finding.code === 'E3').map(({ column }) => ({ at, column })),
    )
    expect(found).toEqual([{ at: 2, column: 'target' }])
  })

  test('loses no finding of its table: each is beside a cell, a row, or above', () => {
    const sheet = besideIn('needs', (cells) => ({ ...cells, need: 'треба кућа', persons: '2' }))
    const changed = sheet.rows.flatMap(({ beside }) => beside)
    expect(changed.length).toBeGreaterThan(0)
    for (const part of PARTS) {
      const { rows, above } = sheetOf(draft, part, findings)
      const shown = rows.reduce((sum, { beside }) => sum + beside.length, above.length)
      expect(shown).toBe(findings.filter(({ place }) => place.table === part).length)
    }
  })

  test('takes what people write into its own columns alone', () => {
    for (const part of PARTS)
      for (const column of columnsOf(part))
        if (column !== 'years') expect(isCell(draft, part, column)).toBe(isWritten(part, column))
    expect(isCell(draft, 'budget', String(draft.period.from))).toBe(true)
    expect(isCell(draft, 'budget', String(draft.period.to + 1))).toBe(false)
    expect(isCell(draft, 'needs', String(draft.period.from))).toBe(false)
    for (const column of ['', 'nothing', '__proto__', 'constructor']) expect(isCell(draft, 'needs', column)).toBe(false)
  })

  test('has room for one more row, and once for what is said once', () => {
    const empty = { ...draft, entries: [] }
    expect(takesMore(sheetOf(empty, 'decision', []))).toBe(true)
    expect(
      takesMore(sheetOf({ ...draft, entries: [{ id: 1, part: 'decision', cells: { number: '1' } }] }, 'decision', [])),
    ).toBe(false)
    expect(takesMore(sheetOf(draft, 'needs', []))).toBe(true)
  })
})
