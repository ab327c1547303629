import { describe, expect, test } from 'vitest'
import { bytesOf, encode } from '../../../../src/knowledge/search/encoder/encoder.ts'
import { foldedWords } from '../../../../src/language/fold.ts'
import { sentences } from '../../../../src/language/sentences.ts'
import { SPELLINGS } from '../../../../src/language/spellings.ts'
import { aHit, BUDGET, COUNCIL, first, quoted, table } from '../passages.ts'

const DEBATE = aHit('Јавна расправа', [
  'Јавна расправа је разговор о нацрту плана. Нацрт може да погледа свако. Расправу расписује извршни орган, закључком. Траје најмање 15 дана.',
  'Записник води секретар радне групе. Није дозвољено затварање расправе пре рока.',
])
const LENGTHS = aHit('Трајање', [
  'Планови су важили од две до седам година.',
  table(
    ['Трајање', 'Општина и период'],
    ['две године', 'Пожега 2010–2011'],
    ['три године', 'Суботица 2014–2016'],
    ['седам година', 'Карловци 2021–2027'],
  ),
])

describe('what answers stands first', () => {
  test.each([
    ['who', 'Ко расписује расправу?', DEBATE, 'Расправу расписује извршни орган, закључком.'],
    [
      'a verdict',
      'Да ли је дозвољено затварање расправе пре рока?',
      DEBATE,
      'Није дозвољено затварање расправе пре рока.',
    ],
    ['a row, by its first cell', 'Кога позвати за дијаспору?', COUNCIL, 'Дијаспора: лице задужено за дијаспору'],
    ['a row, by a further cell', 'Колико је важио план у Пожеги?', LENGTHS, 'Трајање: две године – Пожега 2010–2011'],
    [
      'the asked column of a row',
      'Колико укупно кошта правно саветовалиште?',
      BUDGET,
      'Правно саветовалиште: 480.000 динара',
    ],
    [
      'an item, after what introduces it',
      'Ко предлаже мере скупштини?',
      COUNCIL,
      'Његови задаци су: предлаже мере скупштини.',
    ],
    ['what a passage begins with', 'Шта је јавна расправа?', DEBATE, 'Јавна расправа је разговор о нацрту плана.'],
  ])('%s: «%s»', (_, question, hit, expected) => {
    for (const spell of Object.values(SPELLINGS)) expect(first(spell(question), [hit]), spell(question)).toBe(expected)
  })

  test('and what else an asked row says stands under it', () => {
    const [words, more] = quoted('Колико укупно кошта правно саветовалиште?', [BUDGET])
    expect(words).toBe('Правно саветовалиште: 480.000 динара')
    expect(more).toBe('2026.: 240.000 динара\nНосилац: повереник')
  })
})

describe('what answers likeliest where the first does not', () => {
  const MADE_UP = aHit('Ко све треба да буде у тиму', [
    'У тиму треба да буду представници установа. Године 2015. седели су, на пример, лекар, учитељ и полицајац. Тим обично има од седам до једанаест чланова. У Суботици тим води градоначелник.',
  ])
  test('stands right behind it, the gap marked', () => {
    expect(quoted('Ко треба да буде у тиму, и води ли га градоначелник?', [MADE_UP])[0]).toMatch(
      /^У тиму треба да буду представници установа\. \[…\] У Суботици тим води градоначелник\./,
    )
  })
})

describe('where the material says which piece answers', () => {
  const about = (text: string) => encode(foldedWords(text))
  const ways = {
    'ко расписује расправу': '3',
    'ко води записник': '5',
    'колико дана најмање траје расправа': '4',
    'кога позвати за младе': '6a',
    'кога позвати за здравље': '6b',
  }
  const blocks = [
    'Јавна расправа је разговор о нацрту плана. Нацрт може да погледа свако. Њу расписује извршни орган, закључком. Петнаест дана је најкраће.',
    'Води га секретар радне групе.',
    table(['Тема', 'Кога'], ['омладина', 'канцеларија за младе'], ['лечење', 'дом здравља']),
  ]
  const hits = (asked: Record<string, string>) => {
    const hit = aHit('Јавна расправа', blocks, { ways: bytesOf(Object.keys(asked).map(about)) })
    return [{ ...hit, chunk: { ...hit.chunk, askedAs: Object.keys(asked), answeredIn: Object.values(asked) } }]
  }

  test.each([
    ['ко њу расписује', 'Њу расписује извршни орган, закључком.'],
    ['ko vodi zapisnik', 'Води га секретар радне групе.'],
    ['колико најмање траје', 'Петнаест дана је најкраће.'],
    ['кога звати за здравље', 'Тема: лечење – дом здравља'],
  ])('«%s» begins with it, in words that the question does not have', (question, sentence) => {
    expect(sentences(quoted(question, hits(ways), about(question))[0] ?? '')[0]).toBe(sentence)
  })

  test('a list or table as a whole is never what stands first', () => {
    const asWhole = Object.fromEntries(Object.keys(ways).map((way) => [way, '6']))
    expect(quoted('кога звати за здравље', hits(asWhole), about('кога звати за здравље'))[0]).not.toContain('|')
  })
})
