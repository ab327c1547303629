import { describe, expect, test } from 'vitest'
import {
  answered,
  beginChange,
  beginRegistration,
  profileOf,
  readEmail,
  readName,
  STEPS,
  stepBack,
} from '../../../src/people/registration/rules.ts'
import { CONSENT_VERSION, type Profile } from '../../../src/people/rules.ts'

const PROFILE: Profile = {
  fullName: 'Милица Јовић',
  municipalityCode: '80284',
  councilRole: 'trustee',
  email: null,
  experience: 'new',
  consentVersion: CONSENT_VERSION,
}

describe('a name', () => {
  test.each([
    ['  Милица   Јовић ', 'Милица Јовић'],
    ['Ana-Marija Đorđević', 'Ana-Marija Đorđević'],
    ['др Петар Петровић Његош', 'др Петар Петровић Његош'],
    ["Liam O'Neil", "Liam O'Neil"],
    ['Милица\u200b Јовић', 'Милица Јовић'],
  ])('is kept as it is written: %s', (text, name) => expect(readName(text)).toEqual({ kind: 'name', name }))

  test.each([
    ['Милица '.repeat(43), 'too-long'],
    ['Милица 2', 'digits'],
    ['<b>Милица</b> Јовић', 'signs'],
    ['Милица *Јовић*', 'signs'],
    ['=Милица Јовић', 'signs'],
    ['Милица Јовић 🙂', 'signs'],
    ['Милица', 'one-word'],
    ['М. Ј.', 'one-word'],
    ['...', 'one-word'],
  ])('that cannot stand in a list is refused with the reason: %s', (text, reason) =>
    expect(readName(text)).toEqual({ kind: 'refused', reason }),
  )
})

test('an address is taken when it is one', () => {
  expect(readEmail(' mila@opstina.rs ')).toBe('mila@opstina.rs')
  for (const text of [
    'ана@општина.срб',
    'ana@општина-пландиште.срб',
    'mila@локална.управа.рс',
    'mailto:мила.јовић@ниш.срб',
  ])
    expect(readEmail(text)).toBe(text.replace('mailto:', ''))
  for (const text of [
    // Two letters are Cyrillic.
    'mila@gmail.соm',
    'ана@општина',
    'ана@-општина.срб',
    'ана@@општина.срб',
    'ана анић@општина.срб',
    'mila',
    'mila@',
    'mila@opstina',
    'mila @opstina.rs',
    `${'a'.repeat(250)}@opstina.rs`,
    '@',
    'немам',
  ])
    expect(readEmail(text), text).toBeNull()
})

describe('a registration', () => {
  test('asks everything once, in order, and then is a profile', () => {
    let now = beginRegistration(null, 'sign-up:7')
    const seen = [now.step]
    for (const answer of [
      { fullName: PROFILE.fullName },
      { municipalityCode: PROFILE.municipalityCode },
      { councilRole: PROFILE.councilRole },
      { email: null },
      { experience: PROFILE.experience },
    ]) {
      expect(profileOf(now)).toBeNull()
      now = answered(now, answer)
      seen.push(now.step)
    }
    expect(seen).toEqual(STEPS)
    expect(profileOf(now)).toEqual(PROFILE)
    expect(now.wanted).toBe('sign-up:7')
  })

  test('goes back with every answer kept', () => {
    const second = answered(beginRegistration(null, null), { fullName: PROFILE.fullName })
    const first = stepBack(second)
    expect(first).toMatchObject({ step: 'name', answers: { fullName: PROFILE.fullName } })
    expect(stepBack(first).step).toBe('name')
  })

  test('under an older explanation asks only for the consent', () => {
    const old = beginRegistration({ ...PROFILE, consentVersion: 0 }, null)
    expect(old.step).toBe('consent')
    expect(profileOf(old)).toEqual(PROFILE)
  })

  test('mends one answer and nothing else', () => {
    const mended = answered(beginChange(PROFILE, 'email'), { email: 'mila@opstina.rs' })
    expect(mended.step).toBe('email')
    expect(profileOf(mended)).toEqual({ ...PROFILE, email: 'mila@opstina.rs' })
  })
})
