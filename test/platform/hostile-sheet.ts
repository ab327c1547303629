import type { Sheet } from '../../src/platform/spreadsheet.ts'

/** What people could write to make a spreadsheet program calculate, call out or break. */
const FORMULAS = [
  '=1+1',
  '+381 64 123',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '\u200b=HYPERLINK("http://x")',
  '＝1+1',
  '=cmd|"/C calc"!A0',
]
const HARMLESS = [
  'Ана; Марија',
  'рекла је „да“',
  'два "наводника"',
  'први\nдруги ред',
  'а\u0000б\u0001в',
  '\ud800',
  '5-6',
]
const TEXTS = [...FORMULAS, ...HARMLESS]

/** A table of them. */
export const SHEET: Sheet = {
  name: 'Пријаве: [1/2]?',
  head: ['Име', 'Место'],
  rows: TEXTS.map((text, i) => [text, i + 1]),
}
