import { expect, test } from 'vitest'
import type { Plain, Say } from '../../../src/bot/message/texts.ts'

interface Texts {
  thanks: null
  greeting: { name: string }
  places: { count: number }
}
const t: Say<Texts> = (id, ...values) => [id, ...values].map((one) => JSON.stringify(one)).join(' ')

/** That these are refused is proved by the compiler, which `npm run check` runs. */
test('the compiler refuses what a sentence cannot be given', () => {
  expect(t('greeting', { name: 'Ана' })).toBe('"greeting" {"name":"Ана"}')
  // @ts-expect-error there is no such sentence
  t('thank')
  // @ts-expect-error it is given nothing
  t('thanks', { name: 'Ана' })
  // @ts-expect-error the name is missing
  t('greeting')
  // @ts-expect-error the name is misspelt
  t('greeting', { nane: 'Ана' })
  // @ts-expect-error one variable too many
  t('greeting', { name: 'Ана', count: 1 })
  // @ts-expect-error a plural form is chosen by a number
  t('places', { count: '1' })
})

test('one of several sentences is given what any of them asks for', () => {
  const one = 'thanks' as keyof Texts
  expect(t(one, { name: 'Ана', count: 1 })).toBe('"thanks" {"name":"Ана","count":1}')
  // @ts-expect-error it may be the one that asks for a count
  t(one, { name: 'Ана' })
  // @ts-expect-error a sentence that asks for a name is none that asks for nothing
  const plain: Plain<Texts> = 'greeting'
  expect(plain).toBe('greeting')
})
