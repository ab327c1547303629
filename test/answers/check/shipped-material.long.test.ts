import { describe, expect, test } from 'vitest'
import { createChecker } from '../../../src/answers/check/check.ts'
import type { Passage } from '../../../src/answers/check/passage-facts.ts'
import { makeGlossary } from '../../../src/knowledge/search/glossary.ts'
import { findFigures, saidBy } from '../../../src/language/figures/numbers.ts'
import { toLatin } from '../../../src/language/script.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'
import { everyThird } from '../../support/runs.ts'
import { shippedPassages, shippedTerms } from './model-texts.ts'

describe('on the shipped material', () => {
  const shipped = shippedPassages()
  const spellings: [string, (text: string) => string][] = [
    ['in Cyrillic', (text) => text],
    ['in Latin', toLatin],
    ['without diacritics', (text) => withoutDiacritics(toLatin(text))],
  ]

  const checkers = new Map(shipped.map(({ passage }) => [passage, createChecker([passage])]))

  /** The share of texts that stay, set each beside a passage, in percent. */
  const survivors = (tried: { text: string; passage: Passage }[]) => {
    const stay = tried.filter(({ text, passage }) => checkers.get(passage)!.check(`- ${text} [1]`).removed.length === 0)
    return (100 * stay.length) / tried.length
  }

  test.each(spellings)('what it says itself stays, %s', (_, spell) => {
    const said = shipped.flatMap(({ passage, units }) => units.map((text) => ({ text: spell(text), passage })))
    // The blank lines of forms say nothing.
    const units = said.filter(({ text }) => !text.includes('__'))
    expect(units.length).toBeGreaterThan(1_500)
    expect(survivors(everyThird(units))).toBe(100)
  })

  test.each(spellings)('a changed number, date or reference to a law goes, %s', (_, spell) => {
    const lies = shipped.flatMap(({ passage, units }) => {
      const said = saidBy([...(passage.titles ?? []), passage.text].join('\n'))
      const isLie = (text: string) => findFigures(text).some((figure) => !figure.means.some((form) => said.has(form)))
      return units
        .flatMap(variants)
        .filter(isLie)
        .map((text) => ({ text: spell(text), passage }))
    })
    expect(lies.length).toBeGreaterThan(1_000)
    expect(survivors(everyThird(lies))).toBe(0)
  })

  test('hardly a sentence of another file stays', () => {
    const foreign = shipped.flatMap(({ units, file }, i) => {
      const other = shipped[(i + 97) % shipped.length]!
      return other.file === file ? [] : units.map((text) => ({ text, passage: other.passage }))
    })
    expect(foreign.length).toBeGreaterThan(1_000)
    expect(survivors(everyThird(foreign))).toBeLessThan(3)
  })

  test('English about a passage mostly stays beside it, hardly beside one of another file', () => {
    const glossary = makeGlossary(shippedTerms())
    const stays = (text: string, passage: Passage) =>
      createChecker([passage], glossary, 'en').check(`- ${text} [1]`).removed.length === 0
    const titled = shipped.filter(({ passage }) => passage.titles?.at(-1))
    const own = titled.map(({ passage }) => ({ ...passage, titles: passage.titles!.slice(0, -1) }))
    const english = titled.map(({ passage }) => passage.titles!.at(-1)!.split(/[?;]/)[0]!)
    const percent = (kept: boolean[]) => (100 * kept.filter(Boolean).length) / kept.length
    expect(percent(english.map((text, i) => stays(text, own[i]!)))).toBeGreaterThan(70)
    expect(percent(english.map((text, i) => stays(text, own[(i + 97) % own.length]!)))).toBeLessThan(25)
  })
})

/** A text with one of its numbers changed, by each number. */
function variants(text: string): string[] {
  return Array.from(text.matchAll(/\d+/g), ({ 0: digits, index }) => {
    const changed = digits.slice(0, -1) + ((Number(digits.at(-1)) + 3) % 10)
    return text.slice(0, index) + changed + text.slice(index + digits.length)
  })
}
