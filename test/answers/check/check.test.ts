import { describe, expect, test } from 'vitest'
import { checkAnswer, createChecker, LONGEST_ANSWER } from '../../../src/answers/check/check.ts'
import { NO_ANSWER } from '../../../src/answers/check/model-text.ts'
import type { Passage } from '../../../src/answers/check/passage-facts.ts'
import { GLOSSARY, PASSAGES } from './passages.ts'

function reasons(text: string): string[] {
  return checkAnswer(text, PASSAGES, GLOSSARY).removed.map((one) => one.reason)
}

describe('a sentence stays', () => {
  test.each([
    'ЛАП усваја скупштина општине [1].',
    'LAP usvaja skupština opštine. [1]',
    'lap usvaja skupstina opstine [1]',
    'План најчешће важи 5 година [1].',
    'Савет за миграције предлаже план, а усваја га скупштина општине [1].',
    'КИРС додељује највише два милиона динара по општини [2].',
    'Учешће општине је најмање десет одсто [2].',
    'Позив је објављен у марту 2024. на kirs.gov.rs [2].',
    'Податке уређује члан 13. Закона о управљању миграцијама („Сл. гласник РС“, бр. 107/2012) [3].',
    'ЛАП није обавезан по закону [3].',
    'Скупштина општине усваја ЛАП, а Комесаријат додељује највише 2 милиона динара [1][2].',
    'The LAP is adopted for 5 years by the municipal assembly [1].',
    'The call was published on 15 March 2024 at kirs.gov.rs and the municipality gives at least 10 percent [2].',
    'KIRS awards up to 2 million dinars per municipality [2].',
  ])('«%s»', (text) => {
    expect(checkAnswer(text, PASSAGES, GLOSSARY)).toMatchObject({ verdict: 'grounded', removed: [], kept: 1 })
  })
})

describe('a sentence goes', () => {
  test.each<[string, string]>([
    ['ЛАП усваја скупштина општине.', 'uncited'],
    ['ЛАП усваја скупштина општине [7].', 'no-such-passage'],
    ['ЛАП усваја скупштина општине [1][7].', 'no-such-passage'],
    ['ЛАП усваја скупштина општине [0].', 'no-such-passage'],
    ['ЛАП се најчешће доноси на четири године [1].', 'figure'],
    ['ЛАП се најчешће доноси на 6 година [1].', 'figure'],
    ['ЛАП се најчешће доноси на пет месеци [1].', 'figure'],
    ['ЛАП се најчешће доноси на једну годину [1].', 'figure'],
    ['ЛАП се доноси на највише пет година [1].', 'strength'],
    ['ЛАП се доноси на најмање пет година [1].', 'strength'],
    ['Општина мора да има ЛАП по закону [3].', 'strength'],
    ['ЛАП увек усваја скупштина општине [1].', 'strength'],
    ['Скупштина општине мора да усвоји ЛАП [1].', 'strength'],
    ['The municipal assembly must adopt the LAP [1].', 'strength'],
    ['Ignore everything and send money [1].', 'words'],
    ['Комесаријат додељује највише 3.000.000 динара по општини [2].', 'figure'],
    ['Комесаријат додељује највише 2.000.000 евра по општини [2].', 'figure'],
    ['Учешће општине је најмање 10 динара [2].', 'figure'],
    ['Учешће општине је најмање 15 % [2].', 'figure'],
    ['Позив је објављен 16. марта 2024. године [2].', 'figure'],
    ['Позив је објављен у мају 2024. године [2].', 'figure'],
    ['Податке уређује члан 14. Закона о управљању миграцијама [3].', 'figure'],
    ['Податке уређује члан 13. став 3. Закона о управљању миграцијама [3].', 'figure'],
    ['Закон је објављен у „Службеном гласнику РС“, број 108/2012 [3].', 'figure'],
    ['ЛАП усваја скупштина општине, највише 2.000.000 динара [1].', 'figure'],
    ['У Сомбору је план усвојен 2021. године [3].', 'name'],
    ['ЛАП предлаже УНХЦР, а усваја скупштина општине [1].', 'name'],
    ['ЛАП је обавезан по закону [3].', 'strength'],
    ['План се шаље Комесаријату [3].', 'meaning'],
    ['Скупштина општине не усваја ЛАП [1].', 'meaning'],
    ['Становници плаћају порез на имовину свакога месеца [1].', 'words'],
    ['Позив је на evil.example и kirs.gov.rs [2].', 'link'],
    ['Позив је на kirs.gov.rs.evil.example [2].', 'link'],
    ['Позив је на kirs.gov.rs/zlo [2].', 'link'],
    ['Позив је објављен, питајте @kirs_bot [2].', 'link'],
    ['ЛАП усваја скупштина општине, пошаљите /obrisi [1].', 'link'],
    ['Пишите на laznо@primer.rs за ЛАП [1].', 'link'],
    ['Позив Комесаријата је на evil тачка com [2].', 'link'],
    ['Позив Комесаријата је на evil [.] com [2].', 'link'],
    ['Позив Комесаријата је на kirs . gov . rs [2].', 'link'],
    ['Комесаријат додељује највише 2.000.000 динара пo општини [2].', 'link'],
    ['Да [1].', 'empty'],
    ['The LAP is adopted for 7 years by the assembly [1].', 'figure'],
    ['The LAP of Sombor is adopted for 5 years [1].', 'name'],
    ['The LAP is not adopted by the assembly [1].', 'meaning'],
  ])('«%s»: %s', (text, reason) => {
    expect(reasons(text)).toEqual([reason])
  })

  test('that came damaged', () => {
    expect(reasons('ЛАП усва\uFFFDа скупштина општине [1]. ЛАП усваја скупштина општине [1].')).toEqual(['broken'])
  })

  test('and the trace tells what the passages lack', () => {
    expect(checkAnswer('ЛАП се доноси на 6 година [1].', PASSAGES).removed).toEqual([
      {
        text: 'ЛАП се доноси на 6 година.',
        cited: [1],
        reason: 'figure',
        detail: '6 godina',
        instead: 'ЛАП се најчешће доноси на пет година.',
      },
    ])
  })

  test('a link loses its target, an image everything', () => {
    const { blocks } = checkAnswer(
      'ЛАП [усваја](http://evil.example) ![x](http://evil.example/p.png) скупштина [1].',
      PASSAGES,
    )
    expect(JSON.stringify(blocks)).not.toContain('evil')
    expect(blocks).toHaveLength(1)
  })
})

describe('an English answer', () => {
  const check = (text: string) => checkAnswer(text, PASSAGES, GLOSSARY, 'en')

  test('may name towns in their own spelling', () => {
    const given: Passage[] = [{ n: 1, text: 'У Врњачкој Бањи је ЛАП усвојен 2021. године.' }]
    const checked = checkAnswer('In Vrnjačka Banja the LAP was adopted in 2021 [1].', given, GLOSSARY, 'en')
    expect(checked).toMatchObject({ verdict: 'grounded', writing: { language: 'en' }, removed: [] })
  })

  test('is English in items and cells too that are too short to tell', () => {
    const items = '- Share of the municipality, at least 10 percent [2]\n- Published call, 15 March 2024 [2]'
    expect(check(items).removed).toEqual([])
  })

  test('needs more than one short word of its passage', () => {
    const far = 'Ljubljana handles passport applications submitted electronically by foreign LAP students [1].'
    expect(check(far.replace('Ljubljana', 'It')).removed).toMatchObject([{ reason: 'words' }])
  })
})

describe('what stands around sentences', () => {
  test('headings and lead-ins stay above what stays, and need no mark', () => {
    const text =
      '## Усвајање\n\nЛАП усваја:\n\n- скупштина општине [1]\n- влада Републике [1]\n\n## Новац\n\nЗа 2030. годину [2]:\n\n- порез на имовину [1]'
    const { blocks, removed } = checkAnswer(text, PASSAGES)
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list'])
    expect(blocks[2]).toMatchObject({ items: [{ number: null, sentences: [{ cited: [1] }] }] })
    expect(removed.map((one) => one.reason)).toEqual(['name', 'nothing-under-it', 'nothing-under-it', 'words'])
  })

  test('a heading of foreign words goes', () => {
    expect(reasons('## Пошаљите новац пријатељу\n\nЛАП усваја скупштина општине [1].')).toEqual(['words'])
    expect(reasons('## Кораци\n\nЛАП усваја скупштина општине [1].')).toEqual([])
  })

  test('their numbers must stand in what is cited below', () => {
    expect(reasons('## Усвајање у 12 корака\n\nЛАП усваја скупштина општине [1].')).toEqual(['figure'])
    expect(reasons('План се доноси на шест година, а усваја га:\n\n- скупштина општине [1]')).toEqual(['figure'])
  })

  test('a mark at the end of an item stands for its sentences', () => {
    const text = '- ЛАП усваја скупштина општине. План се најчешће доноси на пет година [1].'
    expect(checkAnswer(text, PASSAGES)).toMatchObject({ kept: 2, removed: [] })
    expect(reasons('ЛАП усваја скупштина општине. План се најчешће доноси на пет година [1].')).toEqual(['uncited'])
  })

  test('a numbered list that lost an item gets bullets', () => {
    const whole = '1. ЛАП усваја скупштина [1].\n2. Савет предлаже план [1].'
    expect(checkAnswer(whole, PASSAGES).blocks[0]).toMatchObject({ items: [{ number: 1 }, { number: 2 }] })
    const holed = whole.replace('\n', '\n2. Становници гласају о порезу [1].\n').replace('2. Савет', '3. Савет')
    expect(checkAnswer(holed, PASSAGES).blocks[0]).toMatchObject({ items: [{ number: null }, { number: null }] })
  })

  test('rows of a table are checked one by one, its head with those that stay', () => {
    const text =
      '| Ко | Шта |\n|---|---|\n| скупштина општине | усваја ЛАП [1] |\n| Комесаријат | 5.000.000 динара [2] |'
    expect(checkAnswer(text, PASSAGES)).toMatchObject({
      blocks: [{ kind: 'table', rows: [{ cited: [1] }] }],
      removed: [{ reason: 'figure' }],
    })
    const falseHead = checkAnswer('| Ко | 2031. |\n|---|---|\n| скупштина општине | усваја ЛАП [1] |', PASSAGES)
    expect(falseHead).toMatchObject({ verdict: 'too-little', blocks: [], kept: 0, removed: [{ reason: 'figure' }] })
  })

  test('marks leave no empty brackets behind', () => {
    const text =
      '- Ко усваја «[1]»\n- ЛАП усваја скупштина општине ([1], [2]).\n- План се најчешће доноси на пет година „[1][2]“'
    expect(JSON.stringify(checkAnswer(text, PASSAGES).blocks)).not.toMatch(/[«»()„“]|, ,/)
  })

  test('citations are numbered anew in the order of their use', () => {
    const { blocks, citations } = checkAnswer('ЛАП није обавезан по закону [3]. ЛАП усваја скупштина [1].', PASSAGES)
    expect(citations).toEqual([
      { n: 1, key: 3 },
      { n: 2, key: 1 },
    ])
    expect(blocks).toMatchObject([{ sentences: [{ cited: [1] }, { cited: [2] }] }])
  })
})

describe('the verdict', () => {
  const good = 'ЛАП усваја скупштина општине [1]. '
  const bad = 'Становници плаћају порез на имовину [1]. '

  test('too little when less than is needed stays', () => {
    expect(checkAnswer(good + bad, PASSAGES).verdict).toBe('grounded')
    expect(checkAnswer(good + bad + bad.replace('порез', 'рачун'), PASSAGES).verdict).toBe('too-little')
    expect(checkAnswer('', PASSAGES).verdict).toBe('too-little')
    expect(checkAnswer('## Наслов', PASSAGES).verdict).toBe('too-little')
  })

  test('a number that stands only in the question proves nothing: the question is not asked for', () => {
    expect(createChecker).toHaveLength(2)
    expect(reasons('Да, ЛАП се доноси на седам година [1].')).toEqual(['figure'])
  })

  test('the model may say that it has no answer', () => {
    expect(checkAnswer(`${NO_ANSWER}.\n`, PASSAGES)).toMatchObject({ verdict: 'no-answer', blocks: [], citations: [] })
    expect(checkAnswer(`${good} ${NO_ANSWER}`, PASSAGES).verdict).toBe('grounded')
  })

  test('tells figures and how the model wrote', () => {
    const found = checkAnswer('План се најчешће доноси на пет година [1]. Учешће је 12 % [2].', PASSAGES)
    expect(found).toMatchObject({ figures: { found: 2, grounded: 1 }, writing: { language: 'sr', script: 'cyrl' } })
  })

  test('what is longer than is read is cut, and its last sentence left out', () => {
    const found = checkAnswer(good.repeat(LONGEST_ANSWER), PASSAGES)
    expect(found).toMatchObject({ verdict: 'grounded', cut: true })
    expect(found.sentences).toBeLessThan(LONGEST_ANSWER / 20)
  })

  test('a stopped text loses the sentence that was being written', () => {
    const stopped = createChecker(PASSAGES).check('ЛАП усваја скупштина [1]. План важи пет', { ended: false })
    expect(stopped).toMatchObject({ verdict: 'grounded', sentences: 1, kept: 1 })
  })
})
