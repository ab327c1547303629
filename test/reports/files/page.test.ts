import { describe, expect, test } from 'vitest'
import { reportPage } from '../../../src/reports/files/page.ts'
import { EVERYWHERE } from '../../../src/reports/filter.ts'
import { reportOf } from '../../../src/reports/report.ts'
import { totalLines } from '../../../src/reports/texts.ts'
import { attendanceOf } from '../../../src/sessions/attendance/attendance.ts'
import { aRoll, aSession, NOW } from '../../sessions/builders.ts'
import { fontsOfPdf, hasPoppler, textOfPdf } from '../../support/pdf.ts'

const past = {
  id: 1,
  before: Temporal.PlainDate.from('2024-03-01'),
  sessions: 14,
  people: 149,
  municipalities: 70,
  codes: [],
}

/** So many sessions with two people each. */
function aReport(sessions: number, title = 'Израда ЛАП-а') {
  const sheets = Array.from({ length: sessions }, (_, i) => {
    const session = aSession({ id: i + 1, title: `${title} ${i + 1}` })
    const people = [{ municipality: '79022' }, { municipality: '70939' }].map((one) => ({
      ...one,
      status: 'confirmed' as const,
    }))
    return attendanceOf(session, aRoll(session, people).signUps, [])
  })
  return reportOf(
    { sheets, certified: new Set(), asked: [], past: [past] },
    { period: null, place: EVERYWHERE, topic: null },
  )
}

describe.skipIf(!hasPoppler())('the page for the donor', () => {
  test.each(['sr-Cyrl', 'sr-Latn', 'en'] as const)(
    'in %s is one page with the sums, the sessions and what was entered',
    async (locale) => {
      const report = aReport(3)
      const pdf = await reportPage(locale, report, NOW)
      const words = textOfPdf(pdf).replace(/\s+/g, ' ')
      for (const line of totalLines(locale, report)) expect(words).toContain(line)
      for (const one of ['149', '70', ' 3']) expect(words).toContain(one)
      expect(textOfPdf(pdf).split('\f')).toHaveLength(2)
      expect(fontsOfPdf(pdf).every((line) => /yes yes yes/.test(line))).toBe(true)
    },
  )

  test('stays one page however many sessions there were and whatever they are called', async () => {
    for (const report of [aReport(0), aReport(60), aReport(2, 'Љ'.repeat(110))]) {
      const pdf = await reportPage('sr-Cyrl', report, NOW)
      expect(textOfPdf(pdf).split('\f')).toHaveLength(2)
    }
    expect(textOfPdf(await reportPage('sr-Cyrl', aReport(60), NOW))).toContain('и још 50')
  })
})
