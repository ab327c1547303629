import { beforeAll, describe, expect, test } from 'vitest'
import { menusOf } from '../../src/menus.ts'
import type { Role } from '../../src/people/rules.ts'
import { aBot, type Bot, wordsOf } from '../support/bot.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const ROLES = ['member', 'trainer', 'coordinator'] as const
const menus = menusOf()
const namesOf = (role: Role) => menus[role].map(({ name }) => `/${name}`)
/** Commands that somebody reads in what is said to them. */
const commandsIn = (words: string) => new Set(words.match(/\/\p{L}+/gu))

const READERS = [
  { writes: 'Ко усваја план?', foreign: /[a-zčćžšđ]{4,}/i },
  { writes: 'Ko usvaja plan?', foreign: /\p{Script=Cyrillic}/u },
  { writes: 'Who adopts the plan?', foreign: /\p{Script=Cyrillic}/u },
]

describe.each(READERS)('to somebody who writes «$writes»', ({ writes, foreign }) => {
  test.each(ROLES)('as %s, /start and /pomoc name what they can do, in their own script', async (role) => {
    const person = await bot.person({ name: 'Ana Anic', ...(role === 'member' ? {} : { role }) })
    const others = namesOf('coordinator').filter((name) => !namesOf(role).includes(name))
    await person.ask(writes)
    const start = wordsOf(await person.ask('/start'))
    const help = wordsOf(await person.ask('/pomoc'))
    for (const words of [start, help]) {
      expect([...commandsIn(words)].filter((name) => others.includes(name))).toEqual([])
      // Questions to try are quoted in either script.
      expect(words.replace(/\/\p{L}+|„[^“]*“/gu, '')).not.toMatch(foreign)
    }
    expect(commandsIn(help)).toEqual(new Set(namesOf(role)))
    expect(commandsIn(start)).toContain('/plan')
    if (role !== 'member') expect(commandsIn(start)).toContain('/upravljanje')
  })
})
