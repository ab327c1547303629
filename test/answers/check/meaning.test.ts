import { describe, expect, test } from 'vitest'
import { checkAnswer, createChecker } from '../../../src/answers/check/check.ts'
import { textOf } from '../../../src/answers/check/model-text.ts'
import type { Passage } from '../../../src/answers/check/passage-facts.ts'

const PASSAGES: Passage[] = [
  {
    n: 1,
    text: [
      'ЛАП усваја скупштина општине, а не Савет за миграције.',
      'Савет за миграције прати спровођење плана и о њему два пута годишње извештава Комесаријат.',
      'Пре усвајања нацрт плана по правилу пролази јавну расправу, која траје најмање 15 дана.',
      'Ако општина нема важећи план, може остати без средстава из државног буџета.',
      'У радној групи су и представници свих установа које пружају услуге мигрантима.',
      'Да ли текући позив искључује општине без важећег плана, у изворима није разјашњено.',
      'Уместо имена породица у план упишите њихов број.',
      'План важи најдуже пет година и објављен је у гласнику, број 25/2024.',
    ].join('\n'),
    titles: ['Усвајање ЛАП-а'],
  },
]

const became = (text: string) => {
  const { removed, kept } = checkAnswer(`- ${text} [1]`, PASSAGES)
  return removed[0]?.instead ?? (kept === 1 ? 'kept' : 'removed')
}

describe('what a passage says in other words stays', () => {
  test.each([
    'ЛАП усваја скупштина општине.',
    'Спровођење плана прати Савет за миграције.',
    'Јавна расправа о нацрту траје најмање петнаест дана.',
    'Општина која нема важећи план може остати без новца из државног буџета.',
    'Nacrt plana po pravilu pre usvajanja prolazi javnu raspravu.',
    'The LAP is adopted by the municipal assembly, not by the Council for Migration.',
    'У план упишите број породица, а не њихова имена.',
    'У изворима није разјашњено да ли текући позив искључује општине без важећег плана.',
    'План важи највише пет година.',
    'The plan was published in the gazette, No. 25/2024.',
  ])('«%s»', (text) => {
    expect(became(text)).toBe('kept')
  })
})

describe('what it does not say gives way to what it says', () => {
  test.each([
    ['ЛАП не усваја скупштина општине.', 0],
    ['ЛАП усваја Савет за миграције, а не скупштина општине.', 0],
    ['О спровођењу плана Савет за миграције извештава само Комесаријат.', 1],
    ['После усвајања нацрт плана по правилу пролази јавну расправу, која траје најмање 15 дана.', 2],
    ['Пре усвајања нацрт плана мора да прође јавну расправу, која траје најмање 15 дана.', 2],
    ['Јавна расправа о нацрту траје највише 15 дана.', 2],
    ['Општина која има важећи план може остати без средстава из државног буџета.', 3],
    ['Ако општина нема важећи план, сигурно остаје без средстава из државног буџета.', 3],
    ['У радној групи су представници неких установа које пружају услуге мигрантима.', 4],
    ['The LAP is adopted only by the Council for Migration.', 0],
    ['У план упишите имена породица, а не њихов број.', 6],
    ['Уместо броја породица у план упишите њихова имена.', 6],
  ] as const)('«%s»', (text, at) => {
    expect(became(text)).toBe(PASSAGES[0]!.text.split('\n')[at])
  })
})

describe('a sentence of a passage in place of what was written', () => {
  const shown = (text: string) =>
    checkAnswer(text, PASSAGES).blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.sentences.map((one) => ({ text: textOf(one.spans), cited: one.cited })) : [],
    )

  test('is quoted, and cites', () => {
    expect(shown('ЛАП не усваја скупштина општине [1].')).toEqual([
      { text: '„ЛАП усваја скупштина општине, а не Савет за миграције.“', cited: [1] },
    ])
  })

  test('is said once', () => {
    const twice = 'ЛАП не усваја скупштина општине [1]. ЛАП усваја само Савет за миграције [1].'
    expect(shown(twice)).toHaveLength(1)
    expect(checkAnswer(twice, PASSAGES)).toMatchObject({ sentences: 2, kept: 0, replaced: 1, verdict: 'too-little' })
  })

  test('comes while the answer is written, and stays', () => {
    const checker = createChecker(PASSAGES)
    const text = 'ЛАП не усваја скупштина општине [1]. Спровођење плана прати Савет за миграције [1].'
    const before = checker.soFar(text.slice(0, 45))
    expect(JSON.stringify(before.blocks)).toContain('„ЛАП усваја скупштина')
    expect(JSON.stringify(checker.check(text).blocks)).toContain('„ЛАП усваја скупштина')
  })

  test('counts as content, not as an answer of its own', () => {
    const half = 'ЛАП не усваја скупштина општине [1]. Спровођење плана прати Савет за миграције [1].'
    expect(checkAnswer(half, PASSAGES)).toMatchObject({ kept: 1, replaced: 1, share: 1, verdict: 'grounded' })
  })

  test('does not stand in for a row of a table, which goes', () => {
    const table =
      '| Ко | Шта |\n|---|---|\n| скупштина општине | не усваја ЛАП [1] |\n| Савет за миграције | прати спровођење [1] |'
    expect(checkAnswer(table, PASSAGES)).toMatchObject({
      kept: 1,
      replaced: 0,
      blocks: [{ kind: 'table', rows: [{}] }],
    })
  })
})
