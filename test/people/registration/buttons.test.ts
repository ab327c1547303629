import { describe, expect, test } from 'vitest'
import { BUTTONS, effectOf, fits } from '../../../src/people/registration/buttons.ts'
import { answered, beginRegistration, knownName } from '../../../src/people/registration/rules.ts'

const atName = beginRegistration(null, null)
const atMunicipality = answered(atName, { fullName: 'Милица Јовић' })

describe('a button under a question', () => {
  const isRead = (data: string) => Object.values(BUTTONS).some((button) => button.read(`reg:${data}`) !== null)

  test('is of known words only', () => {
    for (const data of ['name', 'municipality:70939', 'page:2', 'role:trustee', 'email:skip', 'consent:yes', 'cancel'])
      expect(isRead(data), data).toBe(true)
    for (const data of ['municipality:1', 'role:king', 'page:-1', 'page:x', 'consent:maybe', 'name:x', ''])
      expect(isRead(data), data).toBe(false)
  })

  test('fits the question it stands under, and cancelling fits everywhere', () => {
    expect(fits(atName, ['name'])).toBe(true)
    expect(fits(atMunicipality, ['name'])).toBe(false)
    expect(fits(atMunicipality, ['page', 1])).toBe(false)
    expect(fits({ ...atMunicipality, search: { text: 'п', page: 0 } }, ['page', 1])).toBe(true)
    expect(fits(atMunicipality, ['back', 'role'])).toBe(false)
    expect(fits(atMunicipality, ['cancel'])).toBe(true)
  })

  test('answers, goes back, and ends', () => {
    expect(effectOf(atName, ['name'], 'Мира Мирић')).toMatchObject({
      kind: 'answered',
      registration: { step: 'municipality', answers: { fullName: 'Мира Мирић' } },
    })
    expect(effectOf(atName, ['name'], '🙂')).toMatchObject({ kind: 'asked', registration: { step: 'name' } })
    expect(effectOf(atMunicipality, ['back', 'municipality'], '')).toMatchObject({
      kind: 'asked',
      registration: { step: 'name', answers: { fullName: 'Милица Јовић' } },
    })
    expect(effectOf(atMunicipality, ['consent', 'no'], '')).toEqual({ kind: 'ended', sentence: 'no-consent' })
  })
})

test('the name to offer is the one told before, then the one in Telegram if it can stand in a list', () => {
  expect(knownName(atMunicipality, 'Мира Мирић')).toBe('Милица Јовић')
  expect(knownName(atName, 'Мира Мирић')).toBe('Мира Мирић')
  expect(knownName(atName, 'Мики 🙂')).toBeNull()
})
