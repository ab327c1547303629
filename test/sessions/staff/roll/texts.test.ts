import { describe, expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/bot/send/outbox.ts'
import type { SignUp } from '../../../../src/sessions/line/sign-up.ts'
import { personMessage } from '../../../../src/sessions/staff/roll/person-texts.ts'
import { rollMessage } from '../../../../src/sessions/staff/roll/texts.ts'
import { aRoll, aSession, NOW } from '../../builders.ts'

const to = { chatId: 1, locale: 'sr-Cyrl' as const }
const session = aSession()
const begun = session.starts.toInstant()

const labelsOf = ({ buttons }: Outgoing) => buttons!.flat().map(({ text }) => text)
const anEntry = (signUp: Partial<SignUp>) => ({
  signUp: aRoll(session, [signUp]).signUps[0]!,
  position: null,
  name: 'Ана Анић',
  telegramId: 7,
  call: null,
  isBlocked: false,
  hasTwin: false,
})

describe('once a session has begun or is called off', () => {
  test.each<[SignUp['status'], string[]]>([
    ['confirmed', ['Пошаљи поруку', 'Уклони', 'Све пријаве']],
    ['waitlisted', ['На почетак реда', 'На крај реда', 'Пошаљи поруку', 'Уклони', 'Све пријаве']],
    ['requested', ['Одобри', 'Одбиј', 'Пошаљи поруку', 'Све пријаве']],
  ])('a person who is %s can only be written to', (status, before) => {
    const person = { session, entry: anEntry({ status }), person: undefined }
    expect(labelsOf(personMessage(to, person, NOW))).toEqual(before)
    expect(labelsOf(personMessage(to, person, begun))).toEqual(['Пошаљи поруку', 'Све пријаве'])
    const cancelled = { ...person, session: aSession({ state: 'cancelled' }) }
    expect(labelsOf(personMessage(to, cancelled, NOW))).toEqual(['Пошаљи поруку', 'Све пријаве'])
  })

  test('nobody can be added, and the list can still be exported', () => {
    expect(labelsOf(rollMessage(to, session, [], NOW))).toContain('Додај особу')
    expect(labelsOf(rollMessage(to, session, [], begun))).not.toContain('Додај особу')
    expect(labelsOf(rollMessage(to, session, [], begun))).toContain('Извези списак')
  })
})
