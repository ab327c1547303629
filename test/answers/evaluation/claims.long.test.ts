import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placeClaims, readClaims } from '../../../src/answers/evaluation/claims.ts'
import { claimRows, describeClaims, judgeClaims } from '../../../src/answers/evaluation/claims-report.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'

const CLAIM = {
  id: 'x-1',
  kind: 'denial-added',
  lie: true,
  file: '05-usvajanje-i-trajanje.md',
  heading: 'Ко усваја ЛАП, Савет за миграције или скупштина?',
  source: 'ЛАП усваја скупштина општине или града, а не Савет за миграције.',
  text: 'ЛАП не усваја скупштина општине или града.',
}

function fileOf(...lines: unknown[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'claims-')), 'claims.jsonl')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  return file
}

describe('sentences that a model might write', () => {
  test('are judged in each spelling, and counted by kind', () => {
    const truth = {
      ...CLAIM,
      id: 'x-2',
      kind: 'shortened',
      lie: false,
      text: 'ЛАП усваја скупштина општине или града.',
    }
    const { claims, glossary } = placeClaims(readClaims(fileOf(CLAIM, truth)), SHIPPED_KNOWLEDGE)
    const rows = claimRows(judgeClaims(claims, glossary))
    expect(rows).toContainEqual({ row: 'lies: denial-added', count: 3, kept: 0, replaced: 100, removed: 0 })
    expect(rows).toContainEqual({ row: 'paraphrases, in Latin', count: 1, kept: 100, replaced: 0, removed: 0 })
    expect(describeClaims(rows)).toMatch(/^lies: denial-added +3 +0\.0 +100\.0 +0\.0$/m)
  })

  test('are judged by the passage as it was, where they bring it along', () => {
    const passage = { titles: ['Ко усваја ЛАП?'], text: 'ЛАП је 2008. године усвајало веће.' }
    const old = { ...CLAIM, source: passage.text, text: 'ЛАП је 2008. године усвајало веће.', lie: false, passage }
    const { claims } = placeClaims(readClaims(fileOf(old)), SHIPPED_KNOWLEDGE)
    expect(claims[0]!.passage).toEqual({ n: 1, ...passage })
  })

  test('that are of another form, or of a sentence that no longer stands there, are named', () => {
    expect(() => readClaims(fileOf(CLAIM, { id: 'x-2' }))).toThrow(/^Line 2 of .* is not \{"id"/)
    const gone = { ...CLAIM, source: 'ЛАП усваја краљ.' }
    expect(() => placeClaims(readClaims(fileOf(gone)), SHIPPED_KNOWLEDGE)).toThrow(
      'x-1: «ЛАП усваја краљ.» does not stand in 05-usvajanje-i-trajanje.md.',
    )
  })
})
