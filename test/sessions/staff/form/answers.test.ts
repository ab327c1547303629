import { describe, expect, test } from 'vitest'
import type { SessionPlan } from '../../../../src/sessions/session/session.ts'
import { answer } from '../../../../src/sessions/staff/form/answers.ts'
import { choicesFor, soundChoices } from '../../../../src/sessions/staff/form/choices.ts'
import {
  advance,
  copyOf,
  editOf,
  newPlan,
  offersUsual,
  readWords,
  takeUsual,
  wholePlan,
} from '../../../../src/sessions/staff/form/dialogue.ts'
import {
  checkEntry,
  type Entry,
  nextStep,
  STEPS,
  type Step,
  usualDeadlines,
} from '../../../../src/sessions/staff/form/entry.ts'
import { aPlan, NOW } from '../../builders.ts'

const ZONE = 'Europe/Belgrade'
const HERE = NOW.toZonedDateTimeISO(ZONE).toPlainDateTime()
const empty: Entry = { plan: {}, days: null }

/** What an answer gives the plan, or the sentence of its fault. */
function given(step: Step, text: string, entry = empty) {
  const result = answer(entry, step, text, HERE)
  if (result.kind === 'taken') return result.entry.days ? { days: result.entry.days } : result.entry.plan
  return result.kind === 'fault' ? result.fault.sentence : result.kind
}

describe('an answer', () => {
  test.each<[Step, string, unknown]>([
    ['title', '  Мере \u202e и\n буџет ', { title: 'Мере и буџет' }],
    ['title', 'а'.repeat(120), { title: 'а'.repeat(120) }],
    ['title', 'а'.repeat(121), 'fault-title-long'],
    ['title', '!!!', 'fault-title-empty'],
    ['module', '-', { module: null }],
    ['module', 'без', { module: null }],
    ['module', 'Без граница', { module: 'Без граница' }],
    ['description', 'Нема потребе за лаптопом.', { description: 'Нема потребе за лаптопом.' }],
    ['module', 'Безбедност', { module: 'Безбедност' }],
    ['description', 'skip', { description: '' }],
    ['description', 'Први ред\r\n\r\n\r\n\r\nдруги', { description: 'Први ред\n\nдруги' }],
    ['when', '2. април од 10 до 16', { starts: '2026-04-02T10:00', ends: '2026-04-02T16:00', days: null }],
    ['when', '2–4. април од 10 до 16', { starts: '2026-04-02T10:00', ends: '2026-04-04T16:00', days: null }],
    [
      'when',
      '2. и 9. април од 10 до 16',
      {
        starts: '2026-04-02T10:00',
        ends: '2026-04-09T16:00',
        days: '2026-04-02T10:00/2026-04-02T16:00 2026-04-09T10:00/2026-04-09T16:00',
      },
    ],
    [
      'when',
      '14. јануар у 11 – 15. јануар у 14',
      { starts: '2027-01-14T11:00', ends: '2027-01-15T14:00', days: '2027-01-14T11:00/2027-01-15T14:00' },
    ],
    ['when', '9. и 2. април од 10 до 16', 'fault-days-order'],
    ['when', '2–4. април', { days: { first: '2026-04-02', last: '2026-04-04', from: null } }],
    ['when', '4.4. до 2.4.2026.', 'fault-days-order'],
    ['when', '2. април од 16 до 10', 'fault-end-before-start'],
    ['when', '2. март од 8 до 9', 'fault-in-the-past'],
    ['when', '1.1.1900. у 10', 'fault-in-the-past'],
    ['when', '1–3. март 2026.', 'fault-in-the-past'],
    ['capacity', '20 места', { capacity: 20 }],
    ['capacity', '0', 'fault-count-small'],
    ['capacity', '−3', 'fault-count-small'],
    ['capacity', '10 или 20', 'fault-count-unclear'],
    ['capacity', '1e9', 'fault-count-unclear'],
    ['quota', 'без ограничења', { municipalityQuota: null }],
    ['quota', '2', { municipalityQuota: 2 }],
    ['reserved', '0', { reservedPlaces: 0, reservedUntil: null }],
    ['reserved', '3', { reservedPlaces: 3, reservedUntil: null }],
    ['sign-up-until', '30.3.', { signUpUntil: '2026-03-30T23:59' }],
    ['sign-up-until', '30. март у 18', { signUpUntil: '2026-03-30T18:00' }],
    ['sign-up-until', '30–31. март', 'fault-one-moment'],
    ['approval', 'Да', { needsApproval: true }],
    ['approval', 'не треба', { needsApproval: false }],
    ['approval', 'кад је обука?', 'no-answer'],
    ['language', 'мађарски', { language: 'hu' }],
    ['language', 'како се пријављујем', 'no-answer'],
  ])('to %s: «%s»', (step, text, expected) => expect(given(step, text)).toEqual(expected))

  test('with the hour it begins waits for the hour it ends; hours alone keep the days', () => {
    const days = { first: '2026-04-02', last: '2026-04-02', from: '10:00:00' }
    expect(given('when', '2.4. у 10')).toEqual({ days })
    expect(given('hours', 'до 16', { plan: {}, days })).toEqual({
      starts: '2026-04-02T10:00',
      ends: '2026-04-02T16:00',
      days: null,
    })
    expect(given('hours', '9', { plan: {}, days })).toBe('fault-end-before-start')
    expect(choicesFor({ plan: {}, days: { ...days, from: '20:00' } }, 'hours', HERE).map((one) => one.answer)).toEqual([
      '22:00',
      '23:00',
    ])
    expect(given('when', 'од 12 до 18', { plan: aPlan(), days: null })).toMatchObject({
      starts: '2026-04-02T12:00',
      ends: '2026-04-03T18:00',
    })
  })

  test('of days with a gap waits for the hours of all of them', () => {
    const each = ['2026-04-02', '2026-04-09']
    const days = { first: each[0]!, last: each[1]!, from: null, each }
    expect(given('when', '2. и 9. април')).toEqual({ days })
    expect(given('hours', '9–13', { plan: {}, days })).toEqual({
      starts: '2026-04-02T09:00',
      ends: '2026-04-09T13:00',
      days: '2026-04-02T09:00/2026-04-02T13:00 2026-04-09T09:00/2026-04-09T13:00',
    })
  })

  test('as a usual number is no more than there are places', () => {
    const numbers = (step: 'quota' | 'reserved', capacity: number) =>
      choicesFor({ plan: { capacity }, days: null }, step, HERE).map((choice) => choice.answer)
    expect(numbers('quota', 2)).toEqual(['1', '-'])
    expect(numbers('quota', 1)).toEqual(['-'])
    expect(numbers('quota', 20)).toEqual(['1', '2', '3', '5', '-'])
    expect(numbers('reserved', 3)).toEqual(['2', '0'])
    const editing = { ...editOf(1, aPlan({ capacity: 20 })), at: 'capacity' as const }
    const facts = { now: NOW, zone: 'Europe/Belgrade', kept: { plan: aPlan({ capacity: 20 }), taken: 18 } }
    expect(soundChoices(editing, HERE, facts).map((choice) => choice.answer)).toEqual(['20', '25', '30'])
  })

  test('that every usual answer gives is taken', () => {
    const plan: Partial<SessionPlan> = { ...aPlan(), reservedPlaces: 2 }
    for (const step of STEPS) {
      const entry: Entry = {
        plan,
        days: step === 'hours' ? { first: '2026-04-02', last: '2026-04-03', from: null } : null,
      }
      for (const choice of choicesFor(entry, step, HERE))
        expect(answer(entry, step, choice.answer, HERE).kind, `${step} ${choice.answer}`).toBe('taken')
    }
  })
})

describe('a dialogue', () => {
  test('asks what is missing, and the hours of days that have none', () => {
    expect(nextStep(empty)).toBe('title')
    expect(nextStep({ plan: { title: 'А' }, days: { first: '2026-04-02', last: '2026-04-02', from: null } })).toBe(
      'hours',
    )
    expect(nextStep({ plan: { ...aPlan(), reservedPlaces: 2 }, days: null })).toBe('reserved-until')
    expect(nextStep({ plan: aPlan(), days: null })).toBeNull()
  })

  test('with the usual answers is whole, and can be held', () => {
    const { title, starts, ends, place, capacity } = aPlan()
    const plan = wholePlan(
      takeUsual({ ...newPlan, entry: { plan: { title, starts, ends, place, capacity }, days: null } }, HERE),
    )
    expect(plan).toMatchObject({ municipalityQuota: null, needsApproval: false, signUpUntil: '2026-03-30T18:00' })
    expect(checkEntry({ plan: plan!, days: null }, HERE, { now: NOW, zone: ZONE, kept: null })).toEqual([])
  })

  test('of a session that begins tomorrow offers only deadlines that are ahead', () => {
    expect(usualDeadlines('2026-03-03T11:00', HERE)).toEqual(['2026-03-02T12:00', '2026-03-03T11:00'])
  })

  test('moves the deadlines with the beginning, and says so until they are looked at', () => {
    const moved = advance(copyOf(aPlan(), 1), 'when', '12–13. мај од 10 до 16', HERE)
    if (moved.kind !== 'next') throw new Error(moved.kind)
    expect(moved.dialogue).toMatchObject({ at: 'preview', deadlinesMoved: true })
    expect(moved.dialogue.entry.plan).toMatchObject({
      signUpUntil: '2026-05-10T23:59',
      cancelUntil: '2026-05-09T12:00',
    })
    const looked = advance(moved.dialogue, 'sign-up-until', '8. мај', HERE)
    expect(looked).toMatchObject({ kind: 'next', dialogue: { deadlinesMoved: false } })
  })

  test('of a copy asks for its day before the rest may be as usual', () => {
    const copy = copyOf(aPlan(), 1)
    expect(offersUsual(copy)).toBe(false)
    const dayOnly = advance(copy, 'when', '12–13. мај', HERE)
    if (dayOnly.kind !== 'next') throw new Error(dayOnly.kind)
    expect(offersUsual(dayOnly.dialogue)).toBe(false)
    const dated = advance(dayOnly.dialogue, 'hours', '10–16', HERE)
    if (dated.kind !== 'next') throw new Error(dated.kind)
    expect(offersUsual(dated.dialogue)).toBe(true)
  })

  test('keeps what was entered when an answer cannot be taken', () => {
    const before = { ...newPlan, entry: { plan: { title: 'А' }, days: null }, at: 'capacity' as const }
    expect(advance(before, 'capacity', '0', HERE)).toMatchObject({ kind: 'fault', dialogue: before })
  })
})

test('words of staff lose what is not seen and keep their lines', () => {
  expect(readWords(' Први\r\nдруги\u0000\u202e ')).toBe('Први\nдруги')
})
