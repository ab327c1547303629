import { expect, test } from 'vitest'
import { CLOSED } from '../../../src/sessions/line/card-texts.ts'
import { whyClosed } from '../../../src/sessions/line/enter.ts'
import { sessionMessage, sessionsMessage } from '../../../src/sessions/staff/session-texts.ts'
import { aSession, at, NOW } from '../builders.ts'

const cards = Array.from({ length: 30 }, (_, i) => ({
  session: aSession({ id: i + 1, title: `Обука ${i + 1}` }),
  counts: { confirmed: i },
}))
const to = { chatId: 1, locale: 'sr-Cyrl' as const }
const labels = (page: number) =>
  sessionsMessage(to, cards, NOW, { which: 'ahead', page }).buttons!.map((row) =>
    row.map((one) => one.text).join(' | '),
  )

test('a long list of sessions is turned page by page; a page that is not there is the last', () => {
  expect(labels(0)).toHaveLength(13)
  expect(labels(0).at(-1)).toBe('Следеће ›')
  expect(labels(1).at(-1)).toBe('‹ Претходне | Следеће ›')
  expect(labels(2)).toHaveLength(7)
  expect(labels(2).at(-1)).toBe('‹ Претходне')
  expect(labels(99)).toEqual(labels(2))
})

test('after the deadline staff read what people read: nobody signs up any more', () => {
  const session = aSession({ signUpUntil: at('2026-03-01T18:00') })
  const closed = whyClosed(session, NOW)
  expect(CLOSED[closed!]).toBe('closed-deadline-passed')
  const { content, buttons } = sessionMessage(to, { session, signUps: [], nextNumber: 1, unreachable: new Set() }, NOW)
  expect(JSON.stringify(content)).toContain('рок за пријаву је истекао')
  expect(JSON.stringify(buttons)).not.toContain('staff:link')
})
