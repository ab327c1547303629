import { describe, expect, test } from 'vitest'
import { FORMS, loadPrompts, promptOf } from '../../../src/answers/writing/prompts.ts'

const TEXT = 'Fence {{fence}}, say {{what}}.\n<!-- user -->\n{{fence}}\n{{what}}\n{{fence}}'

describe('a prompt', () => {
  test('is filled, data between fences that are new for each request', () => {
    const prompt = promptOf('x.md', TEXT, ['what'])
    const fences = [1, 2].map(() => {
      const [system, user] = prompt.fill({ what: 'ЛАП' })
      const [, fence] = /^Fence (=== \w+ ===), say ЛАП\.$/.exec(system!.text)!
      expect(user!.text).toBe(`${fence}\nЛАП\n${fence}`)
      return fence
    })
    expect(fences[0]).not.toBe(fences[1])
  })

  test('keeps data that looks like a slot, or like a replacement pattern, as it is', () => {
    const [, user] = promptOf('x.md', TEXT, ['what']).fill({ what: '{{fence}} $& $1 <!-- user -->' })
    expect(user!.text).toContain('\n{{fence}} $& $1 <!-- user -->\n')
  })

  test.each([
    ['a slot that nobody fills', `${TEXT} {{else}}`, 'else'],
    ['a missing slot', TEXT.replaceAll('{{what}}', ''), 'what'],
    ['no fence', TEXT.replaceAll('{{fence}}', ''), 'fence'],
    ['no parting', TEXT.replace('<!-- user -->', ''), '<!-- user -->'],
  ])('with %s is refused at start', (_, text, named) => {
    expect(() => promptOf('x.md', text, ['what'])).toThrow(named)
  })

  test('of the folder has a hash of its own for each task', () => {
    const { write, understand } = loadPrompts()
    const hashes = [...(['answer', ...FORMS] as const).map((task) => write[task].hash), understand.hash]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
