import { describe, expect, test } from 'vitest'
import type { Part } from '../../../src/plans/draft/draft.ts'
import { readRows } from '../../../src/plans/entries/read-rows.ts'

const PERIOD = { from: 2027, to: 2031 }

describe('a message of several lines', () => {
  const rows = (part: Part, text: string) => readRows(part, text, PERIOD).map(({ cells }) => cells)

  test('is several rows, when each line is one', () => {
    expect(rows('risks', '1. позив касни, средња, велики\n2. мало пријава, мала, средњи')).toEqual([
      { risk: 'позив касни', likelihood: 'средња', impact: 'велики' },
      { risk: 'мало пријава', likelihood: 'мала', impact: 'средњи' },
    ])
    expect(rows('conclusions', '- становање\n- посао')).toEqual([{ conclusion: 'становање' }, { conclusion: 'посао' }])
  })

  test('is one row, when its lines are cells, and one text where there are no rows', () => {
    expect(rows('group', 'Повереник\nУправа\nкоординатор\nсарадник')).toHaveLength(1)
    expect(rows('mayor', 'Поштовани,\nхвала, и добро дошли.')).toEqual([{ text: 'Поштовани,\nхвала, и добро дошли.' }])
  })
})
