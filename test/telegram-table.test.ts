import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../docs/telegram.md', import.meta.url), 'utf8')
/** The last cell of each rule: «messages.flow › name of the test». */
const named = [...page.matchAll(/\| ([\w/.-]+) › ([^|]+) \|$/gm)].map(
  ([, file, name]) => [file!, name!.trim()] as const,
)

test('each rule of the sandbox that docs/telegram.md lists has the test that it names', () => {
  expect(named.length).toBeGreaterThan(20)
  for (const [file, name] of named) {
    const source = readFileSync(new URL(`sandbox/${file}.test.ts`, import.meta.url), 'utf8')
    expect(source.includes(`'${name}'`) || source.includes(`"${name}"`), `${file} › ${name}`).toBe(true)
  }
})
