import { expect, test } from 'vitest'
import type { ContentBlock } from '../../../src/knowledge/readers/document.ts'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { told } from '../../../src/plans/told.ts'

const TODAY = Temporal.PlainDate.from('2026-12-01')

/** A plan of these activities: what each has in the column «Показатељ». */
function lacking(indicators: readonly string[]) {
  const table: ContentBlock = {
    kind: 'table',
    head: ['Активност', 'Носилац', 'Рок', 'Показатељ', 'Износ'],
    rows: indicators.map((indicator, i) => [`Обука број ${i + 1}`, 'Повереник', 'К2 2027', indicator, '100.000']),
  }
  const section = { headings: ['Активности'], place: null, headingEn: '', askedAs: [], facts: [], blocks: [table] }
  const about = { title: 'ЛАП', titleEn: '', origin: '', checkedOn: null, questions: { sr: [], en: [] }, terms: [] }
  const { findings } = checkDocument({ ...about, sections: [section] }, TODAY)
  return findings
    .filter(({ code, place }) => code === 'E4' && place.column === 'Показатељ')
    .map((finding) => told('sr-Cyrl', finding).why)
}

test('what a few rows lack is said of each', () => {
  const whys = lacking(['а', '', 'б', '', 'в', 'г'])
  expect(whys).toHaveLength(2)
  for (const why of whys) expect(why).not.toContain('Исто важи')
})

test('what most rows lack is said once, and that the column may have been misread', () => {
  const whys = lacking(['а', '', '', '', '', ''])
  expect(whys).toHaveLength(1)
  expect(whys[0]).toContain('„Обука број 2“')
  expect(whys[0]).toContain('за још 4 од 6 редова')
  expect(whys[0]).toContain('можда га нисам добро прочитао')
})
