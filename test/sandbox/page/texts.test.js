import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null })
const { t } = await import('../../../src/sandbox/page/texts.js')
const { filterCalls } = await import('../../../src/sandbox/page/panel/calls.js')
const { matching } = await import('../../../src/sandbox/page/composer/commands.js')
const html = readFileSync(new URL('../../../src/sandbox/page/index.html', import.meta.url), 'utf8')

it('every text index.html asks for is there, and what it says before the scripts run is the same', () => {
  const asked = [...html.matchAll(/data-t-(?:text|title|aria-label|placeholder)="(\w+)"/g)]
  expect(asked.length).toBeGreaterThan(40)
  for (const [, key] of asked) expect(() => t(key)).not.toThrow()
  for (const [, key, text] of html.matchAll(/data-t-text="(\w+)"[^>]*>([^<]+)</g)) expect(text).toBe(t(key))
})

it('calls are shown newest first, by part of the method and by chat', () => {
  const calls = [
    { n: 1, method: 'sendMessage', chatId: 5 },
    { n: 2, method: 'getMe' },
    { n: 3, method: 'sendRichMessage', chatId: 6 },
  ]
  const numbers = (filter) => filterCalls(calls, filter).map(({ n }) => n)
  expect(numbers({ method: '', chatId: null })).toEqual([3, 2, 1])
  expect(numbers({ method: ' MESSAGE', chatId: null })).toEqual([3, 1])
  expect(numbers({ method: '', chatId: 5 })).toEqual([1])
})

it('the command menu opens only for the beginning of a command, the exact one first', () => {
  const commands = [{ command: 'helpme' }, { command: 'help' }, { command: 'start' }]
  const names = (typed) => matching(commands, typed).map(({ command }) => command)
  expect(names('/')).toEqual(['helpme', 'help', 'start'])
  expect(names('/help')).toEqual(['help', 'helpme'])
  expect(names('/HE')).toEqual(['helpme', 'help'])
  expect(names('/start now')).toEqual([])
  expect(names('пише /')).toEqual([])
})
