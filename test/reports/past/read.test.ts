import { expect, test } from 'vitest'
import { readPast } from '../../../src/reports/past/read.ts'

const TODAY = Temporal.PlainDate.from('2026-03-02')
const read = (text: string) => {
  const reading = readPast(text, TODAY)
  return reading.kind === 'read' ? { ...reading.past, before: `${reading.past.before}` } : reading
}

test.each([
  ['до марта 2024: 14 обука, 149 људи, 70 општина', '2024-03-01', 14, 149, 70],
  ['do marta 2024. godine – 14 obuka, 149 učesnika i 70 JLS', '2024-03-01', 14, 149, 70],
  ['до 15. 3. 2024: обука нема тачно, 3 тренинга, 40 учесника', '2024-03-15', 3, 40, 0],
  ['до 3/2024: 1 обука, 20 особа', '2024-03-01', 1, 20, 0],
  ['до 2023: 5 обука, 50 људи, 5 општина', '2023-01-01', 5, 50, 5],
  ['before May 2024: 2 trainings, 30 people, 12 municipalities', '2024-05-01', 2, 30, 12],
])('«%s»', (text, before, sessions, people, municipalities) => {
  expect(read(text)).toEqual({ before, sessions, people, municipalities, codes: [] })
})

test('municipalities may be named in further lines, in either script', () => {
  expect(read('до марта 2024: 2 обуке, 30 људи, 1 општина\nНиш, Čačak\nШабац; Ниш')).toMatchObject({
    municipalities: 3,
    codes: [expect.any(String), expect.any(String), expect.any(String)],
  })
  expect(read('до марта 2024: 2 обуке, 30 људи\nНиш, Атлантида')).toEqual({
    kind: 'unknown-names',
    names: ['Атлантида'],
  })
})

test.each([
  ['14 обука, 149 људи', 'no-date'],
  ['до марта 2024: много људи', 'no-counts'],
  ['до 31. 2. 2024: 14 обука, 149 људи', 'no-date'],
  ['до марта 2027: 14 обука, 149 људи', 'in-future'],
  ['', 'no-date'],
])('«%s» is refused', (text, why) => {
  expect(read(text)).toEqual({ kind: 'refused', why })
})
