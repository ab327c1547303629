import { expect, test } from 'vitest'
import { partsOf } from '../../../src/answers/reading/parts.ts'

test.each([
  ['Ко усваја ЛАП и колико дуго важи?', ['Ко усваја ЛАП', 'колико дуго важи?']],
  ['ko usvaja lap, a ko ga sprovodi', ['ko usvaja lap', 'ko ga sprovodi']],
  ['Ко усваја ЛАП? Колико траје јавна расправа?', ['Ко усваја ЛАП?', 'Колико траје јавна расправа?']],
  ['Who adopts the LAP and how long does the debate last?', ['Who adopts the LAP', 'how long does the debate last?']],
  ['Ко усваја ЛАП?\nКоје су мере?', ['Ко усваја ЛАП?', 'Које су мере?']],
])('«%s» asks several things', (question, parts) => {
  expect(partsOf(question)).toEqual(parts)
})

test.each([
  'Ко усваја ЛАП?',
  'Ко су чланови савета и комисије?',
  'шта је ЛАП и зашто',
  'Како и када?',
  'Шта? Како? Ко усваја ЛАП? Колико кошта план? Где се објављује нацрт?',
  '',
])('«%s» asks one', (question) => {
  expect(partsOf(question)).toEqual([question])
})
