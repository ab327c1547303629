import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checker, checkAnswer, createChecker } from '../../../src/answers/check/check.ts'
import type { Passage } from '../../../src/answers/check/passage-facts.ts'
import { findFigures, saidBy } from '../../../src/language/figures/numbers.ts'
import { findLinks } from '../../../src/language/links.ts'
import { anyText } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'
import { garbage, shownTexts } from './model-texts.ts'
import { PASSAGES } from './passages.ts'

/** Sentences that pass, that lie, and what models put between them. */
const SENTENCES = [
  'ЛАП усваја скупштина општине [1]. ',
  'План се најчешће доноси на пет година. [1] ',
  'ЛАП није обавезан по закону [3]. ',
  'Учешће је најмање 10 % [2][1]. ',
  'Учешће је најмање 12 % [2]. ',
  'ЛАП усваја скупштина [1][9]. ',
  '\n\n## Усвајање\n\n',
  '\n- ',
  '\n1. ',
  '\n2. ',
  '**Важно**: ',
  'Ко усваја:\n',
  '\n\n',
  '| А | Б |\n|---|---|\n| скупштина | усваја ЛАП [1] |\n',
  '[Скупштина. Општина](http://x.y) усваја ЛАП [1]. ',
]

describe('while it streams', () => {
  test('whole sentences come, and none is withdrawn', () => {
    const written = fc.oneof(
      garbage,
      fc.array(fc.constantFrom(...SENTENCES), { maxLength: 12 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(written, (text) => {
        const checker = createChecker(PASSAGES)
        const states = Array.from({ length: Math.ceil(text.length / 3) }, (_, i) => checker.soFar(text.slice(0, 3 * i)))
        const shown = [...states, checker.soFar(text), checker.check(text)].map((state) =>
          shownTexts(state).map((one) => one.text),
        )
        for (const [i, texts] of shown.slice(1).entries()) for (const one of shown[i]!) expect(texts).toContain(one)
      }),
      runs(20),
    )
  })

  test('the first sentence is there before the second is', () => {
    const { soFar }: Checker = createChecker(PASSAGES)
    expect(soFar('ЛАП усваја скупштина општине [1].').blocks).toEqual([])
    expect(soFar('ЛАП усваја скупштина општине [1]. С').blocks).toHaveLength(1)
  })
})

describe('properties', () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 3_000_000 }).map((n) => n.toLocaleString('de-DE')),
    fc.integer({ min: 0, max: 99 }).map((n) => `${n},5 %`),
    fc.constantFrom(
      'пет',
      'дванаест',
      'две хиљаде',
      'половина',
      'трећи',
      'чл. 13. став 2.',
      'члан 5',
      '15. марта 2024.',
      '15.03.2023.',
      '107/2012',
      '10.30 часова',
      'IV',
      '2 милиона динара',
      '½',
      '٣',
      '①',
    ),
  )
  const word = fc.constantFrom(
    'скупштина',
    'општине',
    'усваја',
    'план',
    'за',
    'миграције',
    'је',
    'у',
    'савет',
    'и',
    'године',
    'лица',
  )
  const sentence = fc
    .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: number }), { minLength: 1, maxLength: 10 })
    .map((words) => words.join(' '))
  const marks = fc.constantFrom('', ' [1]', ' [2]', ' [1][2]', ' [5]', ' [1, 2]')
  const line = fc.tuple(
    fc.constantFrom('', '', '- ', '1. ', '## ', '| а | '),
    sentence,
    marks,
    fc.constantFrom('.', ':', '', '!'),
  )
  const answer = fc.oneof(
    fc
      .array(line, { maxLength: 8 })
      .map((lines) => lines.map(([start, text, cited, end]) => `${start}${text}${cited}${end}`).join('\n')),
    garbage,
  )
  const passages = fc
    .tuple(sentence, sentence)
    .map((texts) => texts.map((text, i): Passage => ({ n: i + 1, text: `${text}.` })))

  test('no number is ever shown that its passages lack', () => {
    fc.assert(
      fc.property(answer, passages, (text, given) => {
        for (const shown of shownTexts(checkAnswer(text, given))) {
          const said = shown.keys.map((key) => saidBy(given[key - 1]!.text))
          for (const figure of findFigures(shown.text))
            expect(figure.means.some((form) => said.some((forms) => forms.has(form)))).toBe(true)
        }
      }),
      runs(100),
    )
  })

  test('what cites nothing, or what there is not, never stays', () => {
    fc.assert(
      fc.property(answer, passages, (text, given) => {
        for (const shown of shownTexts(checkAnswer(text, given))) {
          if (!shown.text.endsWith(':')) expect(shown.keys.length).toBeGreaterThan(0)
          for (const key of shown.keys) expect(given.map((one) => one.n)).toContain(key)
        }
      }),
      runs(100),
    )
  })

  test('no link, mention or command is shown that the passages lack', () => {
    const links = fc.constantFrom(
      'http://evil.example/a',
      'evil.com',
      '@evil',
      'a@b.rs',
      '/start',
      'tg://user?id=1',
      'kirs.gov.rs',
      'www.kirs.gov.rs',
      '![x](y)',
      '[усваја](http://z.rs)',
      '<a href="q.rs">план</a>',
      'зло.срб',
      't.me/x',
    )
    const text = fc
      .array(fc.oneof(links, word, fc.constantFrom('[1]', '[2]', '.', '. ', '\n', '- ')), { maxLength: 20 })
      .map((parts) => parts.join(' '))
    const given: Passage[] = [
      { n: 1, text: 'Скупштина општине усваја план за миграције, савет и лица, године.' },
      { n: 2, text: 'Скупштина општине усваја план за миграције на kirs.gov.rs.' },
    ]
    fc.assert(
      fc.property(fc.oneof(text, garbage), (written) => {
        for (const shown of shownTexts(checkAnswer(written, given)))
          for (const link of findLinks(shown.text)) expect(link).toBe('kirs.gov.rs')
      }),
      runs(100),
    )
  })

  test('takes any text and any passages', () => {
    const any = fc.oneof(garbage, anyText)
    fc.assert(
      fc.property(any, any, (text, passage) => {
        const checker = createChecker([{ n: 1, text: passage }])
        expect(checker.check(text).share).toBeLessThanOrEqual(1)
        checker.soFar(text)
      }),
    )
  })
})
