import { describe, expect, test } from 'vitest'
import { asideBy, asksFor } from '../../../src/knowledge/search/asides.ts'
import { likeliestFirst, type Matched } from '../../../src/knowledge/search/ranking.ts'
import { questionKinds, sharedKinds } from '../../../src/knowledge/search/titles/heading-fit.ts'
import { fold } from '../../../src/language/fold.ts'
import { toLatin } from '../../../src/language/script.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'

const NO_TITLE = { nearest: 0, second: 0 }

function aPassage(chunkId: number, about: Partial<Matched> = {}): Matched {
  const nothing = {
    heading: 'plan',
    match: NO_TITLE,
    matchAround: NO_TITLE,
    likeness: 0,
    likenessAround: 0,
    listsWays: true,
  }
  return { chunkId, score: 10, around: 10, ...nothing, ...about }
}

const firstOf = (question: string, found: Matched[]) => likeliestFirst(fold(question), found)[0]?.chunkId

describe('of passages with the same words', () => {
  test('the one whose title says what is asked stands first', () => {
    const match = { nearest: 0.6, second: 0 }
    expect(firstOf('ко усваја план', [aPassage(1), aPassage(2, { match, matchAround: match })])).toBe(2)
  })

  test('the one with two near titles stands before one with a single near title', () => {
    const one = { nearest: 0.5, second: 0.1 }
    const two = { nearest: 0.5, second: 0.4 }
    expect(firstOf('ко усваја план', [aPassage(1, { match: one }), aPassage(2, { match: two })])).toBe(2)
  })

  test('the one that fits what stands around the question stands first', () => {
    expect(firstOf('како се зову такве сеобе', [aPassage(1, { around: 5 }), aPassage(2, { around: 10 })])).toBe(2)
  })

  test('the one that is about the same stands first', () => {
    const like = { likeness: 0.5, likenessAround: 0.5 }
    expect(firstOf('ко усваја план', [aPassage(1), aPassage(2, like)])).toBe(2)
  })

  test('an uploaded one, of which less is known, is not passed over for one that is only about the same', () => {
    const shipped = aPassage(1, { likeness: 0.4, likenessAround: 0.4 })
    const match = { nearest: 0.6, second: 0.3 }
    expect(firstOf('ко усваја план', [shipped, aPassage(2, { listsWays: false, match, matchAround: match })])).toBe(2)
  })

  test('a list of mistakes, a checklist or an example stands first only when asked for', () => {
    const found = [
      aPassage(1, { heading: 'ceste greske u swot analizi' }),
      aPassage(2, { heading: 'swot analiza', score: 9.5, around: 9.5 }),
    ]
    expect(firstOf('шта је СВОТ', found)).toBe(2)
    expect(firstOf('шта се најчешће погреши у СВОТ-у', found)).toBe(1)
  })
})

test('chances are those of the passages found, all together one', () => {
  const ranked = likeliestFirst('plan', [
    aPassage(1),
    aPassage(2, { score: 5 }),
    aPassage(3, { score: 0, around: 0.1 }),
  ])
  expect(ranked.reduce((sum, one) => sum + one.chance, 0)).toBeCloseTo(1)
  expect(ranked.map((one) => one.chunkId)).toEqual([1, 2, 3])
  expect(likeliestFirst('plan', [])).toEqual([])
})

describe('kinds of questions', () => {
  const SAME = [
    ['колико кошта кућа', 'Колики су износи у позивима?'],
    ['коме да се јавим', 'Ко је надлежан за коју категорију?'],
    ['када истиче план', 'До када важи ЛАП?'],
    ['зашто нам то треба', 'Зашто нам ЛАП уопште треба?'],
    ['како се то пише', 'Како се пише мера?'],
  ] as const
  const spellings = [(text: string) => text, toLatin, withoutDiacritics]

  test.each(SAME)('«%s» asks as «%s» does, in any spelling', (question, heading) => {
    for (const spell of spellings)
      expect(sharedKinds(questionKinds(fold(spell(question))), fold(heading))).toBeGreaterThan(0)
  })

  test('English questions have kinds too', () => {
    expect(questionKinds('how many municipalities have a plan')).toEqual(questionKinds('koliko opstina'))
  })

  test.each([
    ['контролну листу за буџет', 'Контролна листа за буџет ЛАП-а', true],
    ['како се прави буџет', 'Контролна листа за буџет ЛАП-а', false],
    ['како изгледа стабло проблема', 'Пример стабла проблема', true],
    ['шта је стабло проблема', 'Пример стабла проблема', false],
    ['где грешимо у циљевима', 'Честе грешке у циљевима ЛАП-а', true],
    ['шта је циљ', 'Честе грешке у циљевима ЛАП-а', false],
  ])('«%s» asks for «%s»: %s, in any spelling', (question, heading, asked) => {
    for (const spell of spellings) expect(asksFor(spell(question), asideBy(heading)!)).toBe(asked)
  })
})
