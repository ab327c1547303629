import { describe, expect, test } from 'vitest'
import { Flood } from '../../../src/sandbox/control/flood.ts'

function aFlood() {
  const flood = new Flood()
  flood.switch(true)
  return flood
}
const passed = (flood: Flood, count: number, chatOf: (n: number) => number, nowMs = 0) =>
  Array.from({ length: count }, (_, n) => flood.count('sendMessage', chatOf(n), nowMs)).filter((wait) => wait === 0)
    .length

describe('flood limits', () => {
  test('are off until they are switched on', () => {
    expect(passed(new Flood(), 100, () => 1)).toBe(100)
  })

  test('a private chat takes a small burst, then one a second', () => {
    const flood = aFlood()
    expect(passed(flood, 10, () => 1)).toBe(3)
    expect(flood.count('sendMessage', 1, 0)).toBe(1)
    expect(flood.count('sendRichMessage', 1, 1000)).toBe(0)
    expect(flood.count('sendPhoto', 1, 1000)).toBe(1)
  })

  test('a group takes 20 a minute', () => {
    const flood = aFlood()
    expect(passed(flood, 40, () => -1)).toBe(20)
    expect(flood.count('sendMessage', -1, 0)).toBe(3)
    expect(passed(flood, 40, () => -1, 60_000)).toBe(20)
  })

  test('all chats together take 30 a second', () => {
    const flood = aFlood()
    expect(passed(flood, 50, (n) => n)).toBe(30)
    expect(passed(flood, 50, (n) => 100 + n, 1000)).toBe(30)
  })

  test('a draft grows four times a second, beside the messages of its chat', () => {
    const flood = aFlood()
    passed(flood, 3, () => 1)
    const drafts = Array.from({ length: 10 }, () => flood.count('sendMessageDraft', 1, 0))
    expect(drafts.filter((wait) => wait === 0)).toHaveLength(6)
    expect(flood.count('sendRichMessageDraft', 1, 250)).toBe(0)
    expect(flood.count('sendRichMessageDraft', 1, 250)).toBe(1)
  })

  test('edits and chat actions are not counted', () => {
    const flood = aFlood()
    passed(flood, 10, () => 1)
    for (const method of ['editMessageText', 'sendChatAction', 'answerCallbackQuery']) {
      expect(flood.count(method, 1, 0)).toBe(0)
    }
  })
})
