import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PHASES, phaseOf, phaseOfPath } from '../../src/gaps/phases.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'

test('each phase has material, and every file a phase but those about all of them', () => {
  const files = readdirSync(SHIPPED_KNOWLEDGE).filter((file) => file.endsWith('.md'))
  const phases = files.map(phaseOfPath)
  expect(PHASES.filter((phase) => !phases.includes(phase))).toEqual([])
  expect(files.filter((file) => phaseOfPath(file) === null)).toEqual([
    '19-najcesce-greske.md',
    '45-kome-se-obratiti.md',
    '50-obrasci.md',
    '51-primer-opstine.md',
    '52-modeli-i-alati.md',
    'pojmovnik.md',
  ])
})

test('the phase is the one that most of what is near is about', () => {
  const near = [
    { path: '17-uskladjenost.md', score: 5 },
    { path: '12-analiza.md', score: 4 },
    { path: '13-potrebe.md', score: 3 },
    { path: 'trainers/4', score: 9 },
  ]
  expect(phaseOf(near)).toBe('analysis')
  expect(phaseOf([{ path: 'trainers/4', score: 9 }])).toBeNull()
  expect(phaseOf([])).toBeNull()
})
