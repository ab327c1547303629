import { describe, expect, test } from 'vitest'
import { answer } from '../../../../src/sessions/staff/form/answers.ts'
import { choicesFor } from '../../../../src/sessions/staff/form/choices.ts'
import { type Entry, STEPS } from '../../../../src/sessions/staff/form/entry.ts'
import { answeredLine } from '../../../../src/sessions/staff/form/field-texts.ts'
import { aPlan, NOW } from '../../builders.ts'

const HERE = NOW.toZonedDateTimeISO('Europe/Belgrade').toPlainDateTime()

/** What is said back after each usual answer to a question. */
function saidBack(entry: Entry, step: (typeof STEPS)[number]) {
  return choicesFor(entry, step, HERE).map((choice) => {
    const given = answer(entry, step, choice.answer, HERE)
    if (given.kind !== 'taken') throw new Error(`${step}: ${choice.answer} is ${given.kind}`)
    return { choice, line: answeredLine('sr-Cyrl', given.entry, step) }
  })
}

describe('what a tap answered is said back', () => {
  const days = { first: '2026-04-02', last: '2026-04-02', from: null }
  const entryAt = (step: (typeof STEPS)[number]): Entry => ({
    plan: aPlan({ reservedPlaces: 3 }),
    days: step === 'hours' ? days : null,
  })

  test.each(STEPS)('%s: another answer, another line', (step) => {
    const lines = saidBack(entryAt(step), step).map(({ line }) => line)
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines).not.toContain(null)
  })

  test.each(STEPS.filter((step) => step !== 'hours'))('%s: a number stands in it', (step) => {
    for (const { choice, line } of saidBack(entryAt(step), step)) {
      if (choice.label === 'text') expect(line).toMatch(new RegExp(`: ${choice.answer}$`))
    }
  })

  test('places that are kept are counted before it is known until when', () => {
    const entry: Entry = { plan: { reservedPlaces: 2, reservedUntil: null }, days: null }
    expect(answeredLine('sr-Cyrl', entry, 'reserved')).toBe('✓ Сачувана места: 2')
    expect(answeredLine('sr-Cyrl', { ...entry, plan: { reservedPlaces: 0, reservedUntil: null } }, 'reserved')).toBe(
      '✓ Сачувана места: не чувају се',
    )
  })

  test('days whose hours are missing are not, but what else is answered meanwhile is', () => {
    const entry: Entry = { plan: { capacity: 20 }, days }
    expect(answeredLine('sr-Cyrl', entry, 'when')).toBeNull()
    expect(answeredLine('sr-Cyrl', entry, 'capacity')).toBe('✓ Број места: 20')
  })
})
