import { expect, test } from 'vitest'
import { ChatPace } from '../../src/bot/chat-pace.ts'

const PERSON = 7
const GROUP = -7

test('bulk rests in a chat after three at once, a second each; replies go on for longer', () => {
  const pace = new ChatPace()
  for (let i = 0; i < 3; i++) pace.passed(PERSON, 0)
  expect(pace.resting('bulk', 0)).toEqual([PERSON])
  expect(pace.resting('bulk', 999)).toEqual([PERSON])
  expect(pace.resting('bulk', 1_000)).toEqual([])
  for (let i = 0; i < 19; i++) pace.passed(PERSON, 0)
  expect(pace.resting('reply', 0)).toEqual([])
  for (let i = 0; i < 2; i++) pace.passed(PERSON, 0)
  expect(pace.resting('reply', 0)).toEqual([PERSON])
})

test('a group takes twenty, and then one in three seconds', () => {
  const pace = new ChatPace()
  for (let i = 0; i < 20; i++) pace.passed(GROUP, 0)
  expect(pace.resting('bulk', 2_900)).toEqual([GROUP])
  expect(pace.resting('bulk', 3_100)).toEqual([])
})

test('only beyond what Telegram lets pass is a request to slow down about the chat alone', () => {
  const pace = new ChatPace()
  for (let i = 0; i < 3; i++) pace.passed(PERSON, 0)
  expect(pace.isOver(PERSON, 0)).toBe(false)
  pace.passed(PERSON, 0)
  expect(pace.isOver(PERSON, 0)).toBe(true)
  expect(pace.isOver(8, 0)).toBe(false)
})

test('what did not pass is not counted, and a chat that had its rest is forgotten', () => {
  const pace = new ChatPace()
  for (let i = 0; i < 3; i++) pace.passed(PERSON, 0)
  pace.tookNothing(PERSON, 0)
  expect(pace.resting('bulk', 0)).toEqual([])
  pace.passed(PERSON, 0)
  expect(pace.resting('bulk', 10_000)).toEqual([])
  pace.passed(PERSON, 10_000)
  expect(pace.resting('bulk', 10_000)).toEqual([])
})
