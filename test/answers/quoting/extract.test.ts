import { describe, expect, test } from 'vitest'
import { Coverage } from '../../../src/answers/quoting/evidence.ts'
import { extract } from '../../../src/answers/quoting/extract.ts'
import { type ContentBlock, textOfBlock } from '../../../src/knowledge/readers/document.ts'
import { bytesOf, encode } from '../../../src/knowledge/search/encoder/encoder.ts'
import { questionWords } from '../../../src/knowledge/search/question-words.ts'
import { type Hit, NOT_BY_WORDS } from '../../../src/knowledge/search/search.ts'
import { foldedWords } from '../../../src/language/fold.ts'
import { isFunctionWord } from '../../../src/language/function-words.ts'
import { sentences } from '../../../src/language/sentences.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'

/** A passage found, made up: a paragraph is its text. */
function aHit(
  heading: string,
  blocks: (string | Exclude<ContentBlock, { kind: 'paragraph' }>)[],
  about: Partial<Hit> = {},
): Hit {
  const contents = blocks.map(
    (block): ContentBlock => (typeof block === 'string' ? { kind: 'paragraph', text: block } : block),
  )
  nextId += 1
  return {
    chunk: {
      id: nextId,
      sourceId: 1,
      path: 'a.md',
      title: 'Материјал',
      titleEn: 'Material',
      checkedOn: null,
      position: nextId,
      place: null,
      headings: [heading],
      headingEn: '',
      askedAs: [],
      answeredIn: [],
      facts: [],
      template: null,
      blocks: contents,
      body: contents.map(textOfBlock).join('\n'),
    },
    ...NOT_BY_WORDS,
    score: 10,
    similarity: null,
    ...about,
  }
}
let nextId = 0

const list = (...items: string[]) => ({ kind: 'list' as const, ordered: false, items })
const table = (head: string[], ...rows: string[][]) => ({ kind: 'table' as const, head, rows })

/** What is quoted, a line a sentence block, item or row. */
function quoted(question: string, hits: Hit[], subject: Float32Array | null = null): string[] {
  const words = [...new Set(questionWords(question))]
  const asked = words.map((word) => ({
    word,
    information: isFunctionWord(word) ? 1 : 4,
    isFunction: isFunctionWord(word),
  }))
  return extract(new Coverage(asked, subject), hits, question).flatMap((quote) => quote.blocks.map(textOfBlock))
}

const first = (question: string, hits: Hit[]) => sentences(quoted(question, hits)[0] ?? '')[0]

const DEBATE = aHit('Јавна расправа', [
  'Јавна расправа је разговор о нацрту плана. Нацрт може да погледа свако. Расправу расписује извршни орган, закључком. Траје најмање 15 дана.',
  'Записник води секретар радне групе. Није дозвољено затварање расправе пре рока.',
])
const COUNCIL = aHit('Савет', [
  'Савет за миграције прати миграције у општини.',
  'Његови задаци су:',
  list('прати бројеве досељених;', 'предлаже мере скупштини;', 'извештава Комесаријат.'),
  table(
    ['Тема', 'Кога позвати'],
    ['млади', 'канцеларија за младе'],
    ['дијаспора', 'лице задужено за дијаспору'],
    ['запошљавање', 'Национална служба за запошљавање'],
    ['здравље', 'дом здравља'],
  ),
])
const BUDGET = aHit('Буџет плана', [
  'Буџет плана саставља служба за финансије.',
  table(
    ['Активност', '2026.', 'Укупно', 'Носилац'],
    ['правно саветовалиште', '240.000 динара', '480.000 динара', 'повереник'],
    ['обука савета', '60.000 динара', '120.000 динара', 'савет'],
    ['набавка кревета', '90.000 динара', '90.000 динара', 'Црвени крст'],
  ),
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
