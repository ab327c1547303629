import { describe, expect, test } from 'vitest'
import { aHit, BUDGET, COUNCIL, first, list, quoted, table } from './passages.ts'

describe('a list that is asked for', () => {
  test('stands whole, with what introduces it', () => {
    const text = quoted('Који су задаци савета?', [COUNCIL]).join('\n')
    expect(text).toContain(
      'Његови задаци су:\nпрати бројеве досељених;\nпредлаже мере скупштини;\nизвештава Комесаријат.',
    )
  })

  test('as a table has all rows, and of many columns a line for each', () => {
    const text = quoted('Које активности има буџет плана?', [BUDGET]).join('\n')
    expect(text).toContain('правно саветовалиште: 2026.: 240.000 динара; Укупно: 480.000 динара; Носилац: повереник')
    expect(text).toContain('набавка кревета')
  })

  test('is left out where a fact is asked for', () => {
    expect(quoted('Ко саставља буџет?', [BUDGET]).join('\n')).toBe('Буџет плана саставља служба за финансије.')
  })
})

describe('what is cut', () => {
  const LONG = 'Реченица о нечем сасвим другом стоји овде само да буде дуго и да пасус не стане цео. '.repeat(12).trim()

  test('never parts a sentence from what it announces', () => {
    const hit = aHit('Случајеви', [
      LONG,
      'Помоћ се враћа у три случаја. Први је пресељење у другу општину. Други је продаја куће. Трећи је нетачан податак у пријави. Одлуку доноси комисија.',
    ])
    const text = quoted('У којим случајевима се враћа помоћ?', [hit]).join('\n')
    expect(text).toContain(
      'у три случаја. Први је пресељење у другу општину. Други је продаја куће. Трећи је нетачан податак',
    )
  })

  test('does not begin with a word that points back', () => {
    const hit = aHit('Рок', [`Пријава се предаје Комесаријату. То траје две недеље. ${LONG}`])
    expect(quoted('Колико траје пријава, колико недеља?', [hit])[0]).toMatch(
      /^Пријава се предаје Комесаријату. То траје две недеље\./,
    )
  })
})

describe('what stands beside the matter', () => {
  const MATTER = aHit('Радна група', ['Радну групу образује извршни орган.'], { score: 9 })
  const MISTAKES = aHit('Честе грешке у радној групи', ['У радној групи нема никога из финансија.'])
  const INVENTED = aHit('Радна група у општини', [
    'Радна група има од седам до дванаест чланова.',
    'Измишљен пример: „Радна група има девет чланова.“',
  ])

  test('is not quoted while another passage answers', () => {
    expect(quoted('Ко образује радну групу?', [MISTAKES, MATTER])).toEqual(['Радну групу образује извршни орган.'])
  })

  test('is quoted to whoever asks for it', () => {
    expect(quoted('Које су грешке у радној групи?', [MISTAKES, MATTER])[0]).toContain('нема никога из финансија')
  })

  test('within a passage comes only when asked for', () => {
    expect(quoted('Колико чланова има радна група?', [INVENTED])).toEqual([
      'Радна група има од седам до дванаест чланова.',
    ])
    expect(quoted('Дај пример за број чланова радне групе', [INVENTED]).join('\n')).toContain('Измишљен пример')
  })
})

test('nothing is said twice, also not by another passage', () => {
  const other = aHit('Савет', ['Савет за миграције прати миграције у својој општини.', 'Састаје се два пута годишње.'])
  const text = quoted('Шта прати савет и колико се пута састаје годишње?', [COUNCIL, other]).join('\n')
  expect(text.match(/прати миграције/g)).toHaveLength(1)
})

test('a long paragraph without headings is quoted by its sentences', () => {
  const hit = aHit('', [
    'Општина је 2024. године расписала конкурс. Пријавило се тридесет породица. Комисија је обишла све домове. Збринуто је двадесет породица у кућама. Радови су трајали до новембра. ' +
      'Надзор је вршио инжењер општине. Извештај је послат Комесаријату. '.repeat(12),
  ])
  expect(first('Колико је породица збринуто?', [hit])).toBe('Збринуто је двадесет породица у кућама.')
  expect(quoted('Колико је породица збринуто?', [hit]).join(' ').length).toBeLessThan(400)
})

test('a line without an end is a title: it neither answers nor supports', () => {
  const hit = aHit('', ['Правилник о помоћи', 'Помоћ је грађевински материјал. Захтев се подноси комисији.'])
  expect(quoted('Шта је помоћ по правилнику?', [hit])).toEqual([
    'Помоћ је грађевински материјал. Захтев се подноси комисији.',
  ])
})

test('a table of long cells is read line by line', () => {
  const long = 'веома дугачак опис посла који на телефону не стаје у колону'
  const hit = aHit('Ко шта ради', [
    'Послове деле три тела.',
    table(['Питање', 'Радна група', 'Савет'], ['Шта ради?', long, 'саветује'], ['Докле?', 'до усвајања', 'трајно']),
  ])
  expect(quoted('Које послове имају тела?', [hit]).join('\n')).toContain(
    `Шта ради? Радна група: ${long}; Савет: саветује`,
  )
})

describe('what a passage is about', () => {
  const DECISION = aHit('Шта стоји у одлуци?', [
    'Одлука по правилу садржи шест података.',
    table(
      ['Део одлуке', 'На шта пазити'],
      ['Правни основ', 'одредбе закона и статута; нека их провери правна служба'],
      ['Период важења', 'мора бити исти као у готовом документу'],
      ['Носилац израде', 'орган или служба која води посао'],
    ),
    'Одлуку објавите.',
  ])

  test.each(['Шта се тражи у одлуци?', 'Објасните ми одлуку', 'Ко за шта пише одлуку?'])(
    'is quoted with what introduces it, when it is a table: «%s»',
    (question) => {
      expect(quoted(question, [DECISION]).join('\n')).toContain('Носилац израде')
    },
  )

  test('is left out where a verdict or a fact is asked for', () => {
    for (const question of ['Да ли се одлука објављује?', 'Ко пише одлуку?'])
      expect(quoted(question, [DECISION]).join('\n'), question).not.toContain('Носилац израде')
  })

  const mistakes = 'Грешке: рокови се не слажу, а износи се не сабирају, па нико не зна шта је усвојено.'

  test('is said also by a paragraph of mistakes, where the heading asks for them', () => {
    const hit = aHit('Шта општине најчешће греше?', ['У плановима су виђене грешке у тексту.', mistakes])
    expect(quoted('Шта људи забораве у плану?', [hit]).join(' ')).toContain('износи се не сабирају')
  })
})

describe('a form to fill in', () => {
  const FORM = [
    'Ово је предлог обрасца решења.',
    'РЕШЕЊЕ о образовању Савета општине [допунити: назив]',
    list('У Савет се именују:'),
    table(['Дужност', 'Име'], ['председник', '________'], ['члан', '________']),
    'Број: ________ Датум: ________',
  ]

  test('is quoted whole', () => {
    const text = quoted('Треба ми образац решења о савету', [aHit('Образац решења', FORM)]).join('\n')
    for (const part of ['РЕШЕЊЕ', 'У Савет се именују:', 'председник', 'Датум: ________']) expect(text).toContain(part)
  })

  test('is only named, when it is too long for an answer', () => {
    const long = list(
      ...Array.from({ length: 60 }, (_, i) => `${i + 1}. задатак Савета је да прати спровођење мера ________`),
    )
    expect(quoted('Треба ми образац решења о савету', [aHit('Образац решења', [...FORM, long])])).toEqual([FORM[0]])
  })
})
