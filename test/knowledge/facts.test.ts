import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMarkdown } from '../../src/knowledge/readers/markdown/markdown.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'

/** Numbers of the facts that the material must state, and of those it may only send the reader to check. */
const facts = JSON.parse(readFileSync(new URL('./facts.json', import.meta.url), 'utf8')) as {
  stated: string[]
  unsure: string[]
}

/** Fact → the sections that state it. */
const places = new Map<string, string[]>()
for (const file of readdirSync(SHIPPED_KNOWLEDGE).filter((name) => name.endsWith('.md'))) {
  for (const section of readMarkdown(readFileSync(join(SHIPPED_KNOWLEDGE, file), 'utf8'), '').sections) {
    for (const fact of section.facts)
      places.set(fact, [...(places.get(fact) ?? []), `${file} › ${section.headings.join(' › ')}`])
  }
}

test('every fact is stated in some section', () => {
  expect(facts.stated.length).toBeGreaterThan(200)
  expect(facts.stated.filter((fact) => !places.has(fact))).toEqual([])
})

test('sections name only facts that there are', () => {
  const known = new Set([...facts.stated, ...facts.unsure])
  const strangers = [...places].filter(([fact]) => fact.startsWith('F') && !known.has(fact))
  expect(strangers).toEqual([])
})
