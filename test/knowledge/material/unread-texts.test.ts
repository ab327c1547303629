import { expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { unreadBlocks, unreadLines } from '../../../src/knowledge/material/unread-texts.ts'
import type { Unread } from '../../../src/knowledge/readers/result.ts'

const page = (number: number, what: Unread['what'] = 'images', count = 1): Unread => ({
  what,
  count,
  at: { kind: 'page', number },
})
const onSheet = (what: Unread['what'], cells?: string): Unread => ({
  what,
  count: 1,
  at: { kind: 'sheet', number: 2, name: 'Буџет', ...(cells ? { cells } : {}) },
})

test.each<[Unread[], string, string]>([
  [[page(12)], 'стр. 12: слика', 'p. 12: image'],
  [[{ what: 'images', count: 3 }], 'слике (3)', 'images (3)'],
  [[7, 3, 5, 6].map((at) => page(at)), 'стр. 3, 5–7: слике (4)', 'p. 3, 5–7: images (4)'],
  [[page(1), page(2, 'images', 4)], 'стр. 1, 2: слике (5)', 'p. 1, 2: images (5)'],
  [[{ what: 'charts', count: 1, at: { kind: 'slide', number: 4 } }], 'слајд 4: графикон', 'slide 4: chart'],
  [[onSheet('charts', 'B4')], 'лист 2 („Буџет“), ћелија B4: графикон', 'sheet 2 (“Буџет”), cell B4: chart'],
  [
    [onSheet('formulas', 'B4'), onSheet('formulas', 'C9')],
    'лист 2 („Буџет“), ћелије B4, C9: формуле (2)',
    'sheet 2 (“Буџет”), cells B4, C9: formulas (2)',
  ],
  [[onSheet('hidden-rows', '3–5')], 'лист 2 („Буџет“), 3–5: скривен ред', 'sheet 2 (“Буџет”), 3–5: hidden row'],
  [[onSheet('hidden-sheets')], 'лист 2 („Буџет“): скривен лист', 'sheet 2 (“Буџет”): hidden sheet'],
  [
    [{ what: 'diagrams', count: 1, at: { kind: 'heading', text: 'Мере' } }],
    'под насловом „Мере“: дијаграм',
    'below “Мере”: diagram',
  ],
])('%j is «%s»', (unread, serbian, english) => {
  expect(unreadLines('sr-Cyrl', unread)).toEqual([serbian])
  expect(unreadLines('en', unread)).toEqual([english])
})

test('different kinds, sheets and headings have lines of their own', () => {
  const other: Unread = { what: 'charts', count: 1, at: { kind: 'sheet', number: 3, name: 'План' } }
  expect(unreadLines('sr-Cyrl', [page(1), page(1, 'charts'), onSheet('charts'), other])).toHaveLength(4)
})

test('a long list folds, and all that was read leaves no list', () => {
  const sheets = (count: number) =>
    Array.from(
      { length: count },
      (_, i): Unread => ({ what: 'images', count: 1, at: { kind: 'heading', text: `${i}` } }),
    )
  expect(unreadBlocks('sr-Cyrl', [])).toEqual([])
  expect(plainOfBlocks(unreadBlocks('sr-Cyrl', sheets(8)))).not.toContain('и још')
  expect(plainOfBlocks(unreadBlocks('sr-Cyrl', sheets(10)))).toContain('и још: 2\n• под насловом „8“: слика')
  const many = plainOfBlocks(unreadBlocks('sr-Cyrl', sheets(1_000)))
  expect(many).toContain('и још: 992')
  expect(many).toContain('• и још: 892')
  expect(many.length).toBeLessThan(4_000)
})
