import type { MessageEntity } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { blocksFor, readAuthored } from '../../src/bot/message/authored.ts'
import { PICK_AUDIENCE } from '../../src/broadcasts/compose/buttons.ts'
import {
  isRestOfTooLong,
  newComposition,
  stepped,
  withAudience,
  withWho,
} from '../../src/broadcasts/compose/composition.ts'
import { readSendTime } from '../../src/broadcasts/compose/send-time.ts'
import { controlled, queueDepth, secondsLeft } from '../../src/broadcasts/rules.ts'
import { afterQuiet, isQuiet } from '../../src/people/notices/rules.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('quiet hours', () => {
  test.each([
    ['2026-03-03T20:59:59+01:00', false],
    ['2026-03-03T21:00:00+01:00', true],
    ['2026-03-04T07:59:59+01:00', true],
    ['2026-03-04T08:00:00+01:00', false],
    // In summer Belgrade is two hours ahead.
    ['2026-07-01T19:30:00Z', true],
    ['2026-07-01T18:30:00Z', false],
  ])('%s: %s', (now, quiet) => expect(isQuiet(at(now))).toBe(quiet))

  test.each([
    ['2026-03-03T22:00:00+01:00', '2026-03-04T08:00:00+01:00'],
    ['2026-03-04T02:00:00+01:00', '2026-03-04T08:00:00+01:00'],
    ['2026-03-04T12:00:00+01:00', '2026-03-04T12:00:00+01:00'],
    // The night in which clocks go back has an hour more; morning is at eight all the same.
    ['2026-10-24T23:00:00+02:00', '2026-10-25T08:00:00+01:00'],
    ['2026-03-28T23:00:00+01:00', '2026-03-29T08:00:00+02:00'],
  ])('what waits from %s goes on at %s', (now, morning) => expect(afterQuiet(at(now)).equals(at(morning))).toBe(true))
})

describe('controls', () => {
  test('hold, go on and end what runs; nothing wakes what is over', () => {
    expect(controlled('running', 'pause')).toBe('paused')
    expect(controlled('paused', 'resume')).toBe('running')
    expect(controlled('paused', 'cancel')).toBe('cancelled')
    expect(controlled('scheduled', 'cancel')).toBe('cancelled')
    expect(controlled('running', 'resume')).toBeNull()
    for (const control of ['pause', 'resume', 'cancel'] as const) {
      expect(controlled('finished', control)).toBeNull()
      expect(controlled('cancelled', control)).toBeNull()
    }
  })

  test('time left follows the pace, and few rows wait at once', () => {
    expect(secondsLeft({ waiting: 10_000, sent: 0, unknown: 0, failed: [] }, 25)).toBe(400)
    expect(queueDepth(25)).toBe(75)
    expect(queueDepth(1)).toBe(5)
  })
})

describe('content', () => {
  const message = { message_id: 1, date: 0, chat: { id: 1, type: 'private', first_name: 'А' } } as const
  const photo = [{ file_id: 'small' }, { file_id: 'large' }]
  const read = (more: object) => readAuthored({ ...message, ...more } as never)

  test('needs words or a file, and fits what Telegram takes', () => {
    expect(read({ text: '  ' })).toEqual({ kind: 'empty' })
    expect(read({ photo })).toMatchObject({ kind: 'read', authored: { text: '' } })
    expect(read({ text: 'а'.repeat(3_900) })).toMatchObject({ kind: 'read' })
    expect(read({ text: 'а'.repeat(4_096) })).toEqual({ kind: 'too-long', length: 4_096, most: 3_900 })
    expect(read({ photo, caption: 'а'.repeat(701) })).toMatchObject({ kind: 'too-long', most: 700 })
  })

  test('is what a message says: its text or caption, with one file; albums, stickers and the like are refused', () => {
    expect(read({ photo, caption: 'Опис' })).toEqual({
      kind: 'read',
      authored: { text: 'Опис', entities: [], file: { kind: 'photo', fileId: 'large' } },
    })
    expect(read({ sticker: {} })).toEqual({ kind: 'not-understood' })
    expect(read({ photo, media_group_id: '7' })).toEqual({ kind: 'album' })
  })

  test('keeps its form in either script; addresses and code stay as they are', () => {
    const text = 'Његош чита www.lap.rs\n\nвидети њега'
    const entities = [
      { type: 'bold', offset: 0, length: 5 },
      { type: 'italic', offset: 0, length: 10 },
      { type: 'url', offset: 11, length: 10 },
    ] as const
    expect(blocksFor('sr-Latn', { text, entities: [...entities] })).toEqual([
      {
        type: 'paragraph',
        text: [
          { type: 'italic', text: { type: 'bold', text: 'Njegoš' } },
          { type: 'italic', text: ' čita' },
          ' ',
          { type: 'url', text: 'www.lap.rs', url: 'https://www.lap.rs' },
        ],
      },
      { type: 'paragraph', text: 'videti njega' },
    ])
  })

  test('a part of an address that has a form of its own leads where the whole does', () => {
    const url = 'https://kirs.gov.rs/plan'
    const entities: MessageEntity[] = [
      { type: 'url', offset: 0, length: url.length },
      { type: 'bold', offset: 8, length: 4 },
    ]
    expect(blocksFor('sr-Latn', { text: url, entities })).toEqual([
      {
        type: 'paragraph',
        text: [
          { type: 'url', text: 'https://', url },
          { type: 'bold', text: { type: 'url', text: 'kirs', url } },
          { type: 'url', text: '.gov.rs/plan', url },
        ],
      },
    ])
  })
})

describe('a composition', () => {
  test('takes each audience once, and then asks for the message', () => {
    const composition = withAudience(withAudience(newComposition(), { kind: 'everyone' }), { kind: 'everyone' })
    expect(composition.audiences).toEqual([{ kind: 'everyone' }])
    expect(stepped(composition, 'next')?.step).toBe('content')
    expect(stepped(newComposition(), 'next')).toBeNull()
  })

  test('knows the rest of a text that was too long, which follows at once, from a better one', () => {
    const refused = { ...newComposition(), tooLongAt: 1_000 }
    expect(isRestOfTooLong(refused, { text: 'остатак', date: 1_001 })).toBe(true)
    expect(isRestOfTooLong(refused, { text: 'краће', date: 1_030 })).toBe(false)
    expect(isRestOfTooLong(refused, { date: 1_001 })).toBe(false)
    expect(isRestOfTooLong(newComposition(), { text: 'краће', date: 1_001 })).toBe(false)
  })

  test('forged buttons change nothing', () => {
    expect(withWho(newComposition(), 'all')).toBeNull()
    expect(PICK_AUDIENCE.read('poruka:audience:constructor')).toBeNull()
    expect(stepped(newComposition(), 'send-later')).toBeNull()
  })
})

describe('a time to send at', () => {
  const now = at('2026-03-03T12:00:00+01:00')
  const read = (text: string) => {
    const time = readSendTime(text, now)
    return 'at' in time
      ? [time.kind, time.at.toZonedDateTimeISO('Europe/Belgrade').toPlainDateTime().toString()]
      : [time.kind]
  }
  test.each([
    ['сутра у 10', ['at', '2026-03-04T10:00:00']],
    ['12. 3. 2026. у 9:30', ['at', '2026-03-12T09:30:00']],
    ['у 15:00', ['at', '2026-03-03T15:00:00']],
    ['у 9:00', ['at', '2026-03-04T09:00:00']],
    ['1. 3. 2026. у 10', ['past', '2026-03-01T10:00:00']],
    ['30. 2. 2026. у 10', ['no-such-day']],
    ['сутра', ['not-understood']],
    ['ускоро', ['not-understood']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    // The hour that comes twice is meant the first time; the one that is left out, an hour later.
    ['25. 10. 2026. у 2:30', '2026-10-25T02:30:00+02:00'],
    ['29. 3. 2026. у 2:30', '2026-03-29T03:30:00+02:00'],
  ])('%s, when clocks change', (text, instant) => {
    expect(readSendTime(text, now)).toEqual({ kind: 'at', at: at(instant) })
  })
})
