import { expect, test } from 'vitest'
import { marksOf } from '../../../../src/sessions/staff/roll/marks.ts'
import { twinsIn } from '../../../../src/sessions/staff/twins.ts'
import { aRoll, aSession } from '../../builders.ts'

const people = (...named: [name: string | null, municipality: string, status?: 'confirmed' | 'removed'][]) =>
  aRoll(
    aSession(),
    named.map(([, municipality, status = 'confirmed']) => ({ municipality, status })),
  ).signUps.map((signUp, i) => ({ signUp, name: named[i]![0] }))

test('two of one name and municipality, in either script, are told apart from namesakes elsewhere and from who has left', () => {
  const twins = twinsIn(
    people(
      ['Љубица Анић', '70939'],
      ['Ljubica  ANIĆ', '70939'],
      ['Љубица Анић', '70645'],
      ['Мира Мирић', '70939'],
      ['Мира Мирић', '70939', 'removed'],
      [null, '70939'],
      [null, '70939'],
    ),
  )
  expect([...twins]).toEqual([1, 2])
})

test('whom a message does not reach is marked, and how', () => {
  const entry = { ...people(['Ана Анић', '70939'])[0]!, position: null, telegramId: 1 }
  const marks = (marked: object) =>
    marksOf('sr-Cyrl', { ...entry, call: null, isBlocked: false, hasTwin: false, ...marked })
  expect(marks({})).toEqual([])
  expect(marks({ isBlocked: true, hasTwin: true })).toEqual(['бот је блокиран', 'исто име и општина као још неко овде'])
  expect(marks({ call: { phone: '064', email: null } })).toEqual(['нема Телеграм'])
})
