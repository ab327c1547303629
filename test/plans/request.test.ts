import { expect, test } from 'vitest'
import { asksForCheck } from '../../src/plans/request.ts'

test.each([
  'Провери план',
  'proveri plan',
  'Proverite nas LAP molim',
  'прегледај нацрт',
  'check the plan',
  'prvoeri plan',
  'Молим вас проверите план',
])('«%s» asks for a check', (text) => {
  expect(asksForCheck(text)).toBe(true)
})

test.each([
  'Како да проверим план?',
  'ко усваја план',
  'провери моју пријаву',
  'Шта све треба проверити пре него што се план преда скупштини на усвајање',
  '',
])('«%s» does not', (text) => {
  expect(asksForCheck(text)).toBe(false)
})
