import type { Api } from 'grammy'
import { expect, test } from 'vitest'
import { createMenus } from '../../src/bot/commands.ts'

/** Telegram, which refuses calls of a language for as long as `refused` has it. */
function aTelegram() {
  const refused = new Set<string>()
  const set: string[] = []
  const taking =
    (what: string) =>
    async (_: unknown, { language_code: language = 'all' }: { language_code?: string } = {}) => {
      if (refused.has(language)) throw new Error('Too Many Requests')
      set.push(`${what} ${language}`)
      return true as const
    }
  const api = {
    setMyCommands: taking('menu'),
    setMyDescription: taking('description'),
    setMyShortDescription: taking('short'),
  } as unknown as Api
  return { api, refused, set }
}

const COMMANDS = [{ name: 'obuke', describe: () => 'Обуке' }]
const about = () => ({ description: 'а', shortDescription: 'б' })

test('menus and descriptions go on to the next language after a refusal, and only what is missing is tried again', async () => {
  const telegram = aTelegram()
  telegram.refused.add('sr')
  const warned: unknown[] = []
  const menus = createMenus(telegram.api, COMMANDS, about, {
    warn: (fields: unknown) => void warned.push(fields),
  } as never)
  expect(await menus.publish()).toBe(3)
  expect(telegram.set).toEqual(
    ['all', 'hr', 'bs', 'en'].flatMap((language) =>
      ['menu', 'description', 'short'].map((what) => `${what} ${language}`),
    ),
  )
  expect(warned).toHaveLength(1)
  telegram.refused.clear()
  telegram.set.length = 0
  expect(await menus.publish()).toBe(0)
  expect(telegram.set).toEqual(['menu sr', 'description sr', 'short sr'])
  expect(await menus.publish()).toBe(0)
  expect(telegram.set).toHaveLength(3)
})
