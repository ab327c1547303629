import { expect, test } from 'vitest'
import { blocksOf, confirmedDocument } from '../../../src/knowledge/ingest/confirmed.ts'

test('lines are paragraphs, and those with a dash or a number a list', () => {
  expect(blocksOf('Потребно је:\n- молба\n- извод\n\nТо је све.\n1. прво\n2) друго')).toEqual([
    { kind: 'paragraph', text: 'Потребно је:' },
    { kind: 'list', ordered: false, items: ['молба', 'извод'] },
    { kind: 'paragraph', text: 'То је све.' },
    { kind: 'list', ordered: true, items: ['прво', 'друго'] },
  ])
})

test('a year or an amount at the beginning of a line is no number of a list', () => {
  expect(blocksOf('2026. године важи нова уредба.')).toEqual([
    { kind: 'paragraph', text: '2026. године важи нова уредба.' },
  ])
})

test('an answer is a document of one section under its question, checked on the day in Belgrade', () => {
  const now = Temporal.Instant.from('2026-03-01T23:30:00Z')
  const answer = { question: 'Ко?', askedAs: ['ko to'], text: 'Савет.', origin: 'Закон', validUntil: null, ownerId: 1 }
  expect(confirmedDocument(answer, now)).toMatchObject({
    title: 'Ко?',
    origin: 'Закон',
    checkedOn: '2026-03-02',
    sections: [{ headings: ['Ко?'], askedAs: ['ko to'], blocks: [{ kind: 'paragraph', text: 'Савет.' }] }],
  })
})
