import { expect, test } from 'vitest'
import { sidesOf } from '../../../src/answers/quoting/sides.ts'
import { fold } from '../../../src/language/fold.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'

test.each([
  ['Која је разлика између нацрта и предлога плана?', 'нацрта', 'предлога плана'],
  ['По чему се разликују повереник и окружни координатор?', 'повереник', 'окружни координатор'],
  ['По чему се ЛАП разликује од плана развоја?', 'ЛАП', 'плана развоја'],
  ['Шта је боље, јавна расправа или консултације?', 'јавна расправа', 'консултације'],
  ['Јел нацрт и предлог једно те исто?', 'нацрт', 'предлог'],
  ['у чему је разлика између мере и активности', 'мере', 'активности'],
])('«%s» sets two things side by side, in every spelling', (question, left, right) => {
  for (const spell of Object.values(SPELLINGS))
    expect(sidesOf(spell(question))?.map(fold) ?? null).toEqual([fold(left), fold(right)])
})

test.each([
  ['What is the difference between a measure and an activity?', ['measure', 'activity']],
  ['Compare a draft with a proposal', ['draft', 'proposal']],
  ['Која је разлика?', null],
  ['', null],
])('«%s»', (question, sides) => {
  expect(sidesOf(question)).toEqual(sides)
})
