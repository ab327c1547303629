import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addedTo } from '../../../src/answers/check/added.ts'
import type { Draft } from '../../../src/plans/draft/draft.ts'
import { analysisByRule, objectiveByRule } from '../../../src/plans/wording/by-rule.ts'
import { proposeWording } from '../../../src/plans/wording/propose.ts'
import { analysisSources, objectiveSources } from '../../../src/plans/wording/sources.ts'
import { runs } from '../../support/runs.ts'
import { aDraft } from '../made/draft.ts'

const CELLS = {
  objective: 'Запошљавање избеглих',
  kind: 'посебни',
  category: 'избеглице',
  indicator: 'лица са сталним приходом',
  baseline: '4',
  baselineYear: '2026',
  target: '18',
  targetYear: '2031',
  source: 'НСЗ',
}
const PERIOD = { from: 2027, to: 2031 }
const DRAFT: Draft = {
  place: { name: 'Ада', kind: 'општина' },
  period: PERIOD,
  version: 1,
  state: 'draft',
  entries: [{ id: 1, part: 'objectives', cells: CELLS }],
}
const wanted = { kind: 'objective', cells: CELLS } as const
const asked = (said: string | null) => proposeWording(DRAFT, wanted, async () => said)

test.each([
  ['До 2031. године број избеглица са сталним приходом порастао је са 4 на 18.', null],
  ['До 2031. године 25 избеглица има сталан приход, а данас их је 4.', '25'],
  ['До 2032. године 18 избеглица има сталан приход.', '2032'],
  ['До 2031. године 18 избеглица је запослено преко фондације Каритас.', 'Каритас'],
  ['До 2031. године 18 избеглица је запослено, у складу са законом о запошљавању.', 'законом'],
  ['До 2031. године 18 избеглица има посао (https://primer.rs).', 'https://primer.rs'],
])('what a model adds to the entries is found: «%s»', (text, added) => {
  expect(addedTo(objectiveSources(DRAFT, CELLS), text)?.detail ?? null).toBe(added)
})

test('a model’s objective is proposed when all of it was entered, and it keeps target and year', async () => {
  const good = 'До 2031. године број избеглица са сталним приходом порастао је са 4 на 18.'
  expect(await asked(good)).toEqual({ text: good, by: 'model', refused: null })
  expect(await asked(`**${good}**\n`)).toEqual({ text: good, by: 'model', refused: null })
  expect(await asked('До 2031. године више избеглица има сталан приход.')).toMatchObject({ by: 'rule', refused: '' })
  expect(await asked('До 2031. године организовање обука за 18 избеглица.')).toMatchObject({ by: 'rule' })
  expect(await asked('До 2031. године 40 избеглица има посао.')).toMatchObject({ by: 'rule', refused: '40' })
  expect(await asked('')).toMatchObject({ by: 'rule' })
})

test('without a model an objective is said by rule, and what is missing is marked', async () => {
  const text = 'До краја 2031. године показатељ „лица са сталним приходом“ (избеглице) повећан је са 4 (2026) на 18.'
  expect(await proposeWording(DRAFT, wanted, null)).toEqual({ text, by: 'rule', refused: null })
  expect(await asked(null)).toEqual({ text, by: 'rule', refused: null })
  expect(objectiveByRule(DRAFT, {})).toBe(
    'До краја 2031. године показатељ [допунити: показатељ] износи [допунити: циљна вредност] (почетно [допунити: почетна вредност]).',
  )
  expect(objectiveByRule(DRAFT, { ...CELLS, baseline: '58 (2025)', target: '30 %' })).toContain(
    'смањен је са 58 (2026) на 30\u00a0%',
  )
})

test('the paragraph by rule says nothing that was not entered, of a full plan and of an empty one', () => {
  const draft = aDraft()
  expect(addedTo(analysisSources(draft), analysisByRule(draft))).toBeNull()
  expect(analysisByRule(draft)).toContain('Утврђене су потребе: ')
  expect(analysisByRule({ ...draft, entries: [] })).toMatch(/^\[допунити: /)
})

test('whatever is entered, the sentence by rule adds nothing to it', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 5_000 }).map(String),
    fc.constantFrom('', 'нема', '40 %', '12 (2025)'),
  )
  fc.assert(
    fc.property(cell, cell, fc.integer({ min: 2027, max: 2031 }), (baseline, target, year) => {
      const cells = { ...CELLS, baseline, target, targetYear: `${year}` }
      const sources = [...objectiveSources(DRAFT, cells)]
      expect(addedTo(sources, objectiveByRule(DRAFT, cells).replace(/\[допунити: [^\]]*\]/g, ' '))).toBeNull()
    }),
    runs(200),
  )
})
