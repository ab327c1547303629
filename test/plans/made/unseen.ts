import type { About } from './clean.ts'
import type { Style } from './data.ts'
import { add, all, drop, put, say, tableOf, without, write } from './plant.ts'
import type { Made } from './seen.ts'

// Six plans written, with their faults, before any check had run, and put aside: what is found in them was never tuned on.

const WORDS: About['words'] = {
  title: 'ЛАП града Студена за период 2026–2030. године',
  status: '',
  dated: 'Студена, децембар 2025. године',
  decision:
    'Градско веће је на седници од 3. фебруара 2025. донело решење о покретању израде ЛАП-а за 2026–2030, бр. 016-12/2025.',
  previous: 'Досадашњи план (2021–2025) спроведен је са 70 одсто.',
  debate:
    'Нацрт је био на јавној расправи од 5. до 25. новембра 2025, у просторијама Градске управе, а предлози су слати на адресу savet@studena.ls.gov.rs.',
  report: 'О јавној расправи сачињен је извештај, који је саставни део документације.',
  adoption: '',
  opinion: '',
  statement: '',
  coordinator: 'За координаторку је одређена начелница Одељења за социјалну заштиту; Савет заседа у априлу и октобру.',
  deadline: 'Извештај о спровођењу за претходну годину доставља се Градском већу и КИРС-у најкасније до 15. априла.',
  general: 'Мигранти у граду живе у достојним условима и издржавају се сами.',
}

const OBJECTIVES: About['objectives'] = [
  {
    text: 'Број избегличких и расељених породица без решеног становања смањен је са 58 на 30',
    category: 'избеглице и ИРЛ',
    indicator: 'породице без решеног становања',
    unit: 'број породица',
    baseline: '58',
    target: '30',
    source: 'база повереништва',
    development: '1.2',
    measure: 'Трајна стамбена решења',
    activities: [
      {
        text: 'Куповина кућа у селима',
        holder: 'Повереништво',
        partners: 'месне заједнице',
        in: [0, 1, 2, 3],
        indicator: 'купљене куће',
        unit: 'кућа',
        quantity: 16,
        price: 2_000_000,
      },
      {
        text: 'Помоћ у материјалу за завршетак кућа',
        holder: 'Комисија за избор корисника',
        partners: 'Одељење за инвестиције',
        in: [1, 2],
        indicator: 'завршене куће',
        unit: 'пакет',
        quantity: 12,
        price: 750_000,
      },
    ],
  },
  {
    text: 'Најмање 30 повратника по реадмисији има уређена документа и лекара до 2030.',
    category: 'повратници по реадмисији',
    indicator: 'повратници са документима и изабраним лекаром',
    unit: 'лица',
    baseline: '6',
    target: '30',
    source: 'евиденција Центра за социјални рад',
    development: '2.4',
    measure: 'Прихват и укључивање повратника',
    activities: [
      {
        text: 'Правна помоћ при прибављању докумената',
        holder: 'Служба бесплатне правне помоћи',
        partners: 'матичар',
        in: [0, 1, 2],
        indicator: 'решени захтеви',
        unit: 'предмет',
        quantity: 60,
        price: 5_000,
      },
      {
        text: 'Здравствени медијатор',
        holder: 'Дом здравља',
        partners: 'Центар за социјални рад',
        in: [0, 1, 2, 3, 4],
        indicator: 'посете породицама',
        unit: 'месец',
        quantity: 60,
        price: 55_000,
      },
    ],
  },
  {
    text: 'До 2030. године 15 жена мигранткиња отвара сопствену радњу',
    category: 'избеглице и ИРЛ',
    indicator: 'радње које воде жене мигранткиње',
    unit: 'број радњи',
    baseline: '2',
    target: '15',
    source: 'АПР',
    development: '3.1',
    measure: 'Подстицај женском предузетништву',
    activities: [
      {
        text: 'Бесповратна средства за опрему',
        holder: 'Канцеларија за младе и ЛЕР',
        partners: 'НСЗ',
        in: [1, 3],
        indicator: 'додељена средства',
        unit: 'корисница',
        quantity: 14,
        price: 250_000,
      },
      {
        text: 'Менторство за почетнице',
        holder: 'Привредна комора – регионална канцеларија',
        partners: 'удружење жена',
        in: [1, 2, 3, 4],
        indicator: 'часови менторства',
        unit: 'час',
        quantity: 300,
        price: 2_500,
      },
    ],
  },
]

const CATEGORIES: About['categories'] = [
  {
    category: 'Избегла лица',
    present: 'Да',
    persons: '210',
    families: '71',
    women: '111',
    children: '24',
    year: '2025.',
    source: 'Повереништво',
    estimate: 'Не',
  },
  {
    category: 'ИРЛ са КиМ',
    present: 'Да',
    persons: '305',
    families: '96',
    women: '158',
    children: '88',
    year: '2025.',
    source: 'Повереништво',
    estimate: 'Не',
  },
  {
    category: 'Повратници (реадмисија)',
    present: 'Да',
    persons: '74',
    families: '20',
    women: '36',
    children: '31',
    year: '2024.',
    source: 'Центар за социјални рад',
    estimate: 'Не',
  },
  {
    category: 'Мигранти у потреби без утврђеног статуса',
    present: 'Не',
    persons: '0',
    families: '',
    women: '',
    children: '',
    year: '2025.',
    source: 'КИРС',
    estimate: 'Не',
  },
  {
    category: 'Економски мигранти',
    present: 'Не',
    persons: '0',
    families: '',
    women: '',
    children: '',
    year: '2025.',
    source: 'НСЗ',
    estimate: 'Не',
  },
  {
    category: 'Исељеници (дијаспора)',
    present: 'непознато',
    persons: '',
    families: '',
    women: '',
    children: '',
    year: '',
    source: '',
    estimate: '',
  },
  {
    category: 'Жртве трговине људима',
    present: 'Не',
    persons: '0',
    families: '',
    women: '',
    children: '',
    year: '2025.',
    source: 'Локални тим',
    estimate: 'Не',
  },
]

const NEEDS: About['needs'] = [
  {
    category: 'Избегла лица',
    need: '22 породице плаћају закуп већи од половине прихода',
    persons: '70',
    source: 'упитник, 2025',
    method: 'упитник у домаћинствима',
  },
  {
    category: 'ИРЛ са КиМ',
    need: '36 породица станује у објектима без воде',
    persons: '130',
    source: 'обилазак, 2025',
    method: 'теренски обилазак',
  },
  {
    category: 'Повратници',
    need: 'немају личне карте ни здравствене књижице',
    persons: '41',
    source: 'ЦСР, 2025',
    method: 'преглед предмета',
  },
]

const SWOT: About['swot'] = {
  'Јаке стране': [
    ['Повереништво има два запослена', '2'],
    ['Град издваја за мигранте сваке године', '6 милиона 2025'],
    ['Локални тим ради', '4 састанка'],
    ['Добра евиденција', '515 лица'],
    ['Уигран рад са КИРС-ом', '9 уговора'],
  ],
  'Слабе стране': [
    ['Мало станова у својини града', '14'],
    ['Нема превода', '0 преводилаца'],
    ['Саобраћај ка селима', '3 линије'],
    ['Мали капацитет саветовалишта', '40 места'],
  ],
  Могућности: [
    ['Нови позиви', '4 у 2025'],
    ['Фонд за избегле у АП', '2 конкурса'],
    ['Индустријска зона', '600 радних места'],
    ['Пројекти ЕУ', '3 отворена'],
  ],
  Опасности: [
    ['Раст кирија', '18 %'],
    ['Сезонски рад на црно', '35 % анкетираних'],
    ['Старење становништва', '46 година просек'],
    ['Кашњење средстава', '60 дана'],
  ],
}

const ABOUT: About = {
  place: 'Студена',
  kind: 'град',
  from: 2026,
  years: 5,
  objectives: OBJECTIVES,
  categories: CATEGORIES,
  needs: NEEDS,
  swot: SWOT,
  conclusions: [
    'Најтеже је становање расељених.',
    'Повратници остају ван система због докумената.',
    'Жене носе породице, а немају прилику за посао.',
    'Нове теме треба пратити.',
  ],
  words: WORDS,
}

const dots = (amount: number) => amount.toLocaleString('de-DE')

const HEADS: Style['heads'] = {
  group: [
    ['member', 'Функција члана'],
    ['institution', 'Орган или организација'],
    ['role', 'Задужење'],
    ['substitute', 'Заменик'],
  ],
  profile: [
    ['indicator', 'Показатељ'],
    ['value', 'Податак'],
    ['year', 'За годину'],
    ['source', 'Извор'],
  ],
  categories: [
    ['category', 'Категорија миграната'],
    ['present', 'Има на територији'],
    ['persons', 'Укупно лица'],
    ['women', 'Жене'],
    ['children', 'Малолетници'],
    ['families', 'Домаћинства'],
    ['year', 'Година податка'],
    ['source', 'Извор податка'],
    ['estimate', 'Процењено'],
  ],
  needs: [
    ['category', 'Циљна група'],
    ['need', 'Опис потребе'],
    ['persons', 'Број особа'],
    ['method', 'Начин утврђивања'],
    ['source', 'Извор'],
  ],
  objectives: [
    ['mark', 'Ознака'],
    ['objective', 'Назив циља'],
    ['category', 'Циљна популација'],
    ['indicator', 'Индикатор'],
    ['baseline', 'Полазна вредност'],
    ['baselineYear', 'Полазна година'],
    ['target', 'Циљана вредност'],
    ['targetYear', 'Година циљне вредности'],
    ['source', 'Средства верификације'],
    ['developmentGoal', 'План развоја'],
  ],
  activities: [
    ['mark', 'Шифра'],
    ['measure', 'Назив мере'],
    ['activity', 'Назив активности'],
    ['holder', 'Надлежни орган'],
    ['partners', 'Сарадници'],
    ['term', 'Период реализације'],
    ['indicator', 'Показатељ резултата'],
    ['verification', 'Начин провере'],
    ['cost', 'Процењени трошкови'],
    ['funds', 'Извор новца'],
    ['category', 'Циљна група'],
  ],
  budget: [
    ['mark', 'Шифра'],
    ['activity', 'Активност'],
    ['unit', 'Јединица'],
    ['quantity', 'Број јединица'],
    ['price', 'Цена по јединици'],
    ['priceSource', 'Датум цене'],
    ['years', ''],
    ['total', 'Укупан износ'],
    ['secured', 'Град – обезбеђено'],
    ['kirs', 'Комесаријат – планирано'],
    ['other', 'Донатори и остали'],
    ['share', 'Сопствено учешће'],
  ],
  meetings: [
    ['meeting', 'Седница'],
    ['date', 'Термин'],
    ['topic', 'Дневни ред'],
  ],
  alignment: [
    ['objective', 'Циљ ЛАП'],
    ['development', 'План развоја'],
    ['midterm', 'Средњорочни план'],
    ['national', 'Назив документа'],
    ['until', 'Важење'],
  ],
  comments: [
    ['comment', 'Примедба / предлог'],
    ['from', 'Подносилац'],
    ['accepted', 'Статус'],
    ['reason', 'Образложење'],
  ],
}

const CITY: Style = {
  script: 'cyrl',
  heads: HEADS,
  year: (year) => `${year}.`,
  over: 'Планирани трошкови',
  amount: dots,
  totalWord: 'УКУПНО',
  headings: 'styles',
}
const PAGES: Style = {
  ...CITY,
  script: 'latn',
  split: { after: 3, heads: false },
  merged: true,
  over: '',
  amount: (amount) => `${dots(amount)} RSD`,
}
const FOUR: Style = { ...CITY, script: 'bare', boxes: true, headings: 'bold', amount: (amount) => `${dots(amount)},00` }

const at = (place: string, more: Partial<About['words']> = {}): About => ({
  ...ABOUT,
  place,
  words: { ...WORDS, title: WORDS.title.replace('Студена', place), dated: `${place}, децембар 2025. године`, ...more },
})

export const UNSEEN: readonly Made[] = [
  {
    name: 'Студена',
    about: ABOUT,
    style: CITY,
    faults: [
      ['E1', say(/ЛАП-а за 2026–2030, бр\./, 'ЛАП-а за 2025–2029, бр.')],
      ['E2', put('objectives', 1, { baselineYear: '', baseline: 'нема података' })],
      ['E3', all(put('objectives', 2, { target: '2' }), put('passports', 2, { target: '2 (2030)' }))],
      ['E4', put('activities', 1, { holder: '–' })],
      ['E5', put('budget', 2, { quantity: '66' })],
      ['E7', drop('needs', ({ category }) => category === 'Повратници')],
      ['E8', put('needs', 0, { source: 'упитник, marija.kostic85@gmail.com' })],
      ['W2', put('activities', 3, { term: 'континуирано' })],
      ['W5', put('categories', 2, { source: '' })],
      [
        'W17',
        (plan) => {
          for (const row of tableOf(plan, 'group').rows) row.substitute = ''
        },
      ],
    ],
  },
  {
    name: 'Велики Луг',
    about: at('Велики Луг'),
    style: PAGES,
    faults: [
      ['E2', put('objectives', 0, { target: '' })],
      ['E4', put('activities', 2, { verification: '' })],
      ['E5', put('budget', 0, { secured: '1.000.000 RSD' })],
      ['E6', put('activities', 5, { mark: '7.1.2', measure: '7.1. Друга мера' })],
      ['E8', write(/^4/, 'Кућу у Улици Светог Саве 24 користи породица са два детета.')],
      ['W1', drop('objectives', (_, n) => n === 2), ['E6']],
      ['W4', put('objectives', 1, { indicator: 'удео повратника са документима', baseline: '10 %', target: '60 %' })],
      ['W6', put('needs', 2, { persons: '3' })],
      ['W9', put('alignment', 0, { national: 'Стратегија о економским миграцијама', until: '2027' })],
      ['W13', put('comments', 0, { reason: '' })],
    ],
  },
  {
    name: 'Дубрава',
    about: at('Дубрава'),
    style: FOUR,
    faults: [
      ['E1', say(/за период 2026–2030\. године$/, 'за период 2026–2029. године')],
      ['E3', put('objectives', 0, { targetYear: '2032' })],
      ['E4', put('activities', 5, { cost: '' })],
      ['E5', put('budget', -1, { total: '99.999.000,00' })],
      ['E7', drop('activities', ({ category }) => category === 'повратници по реадмисији'), ['E6']],
      ['W3', put('objectives', 2, { objective: 'Спровођење обука за жене мигранткиње' })],
      ['W7', drop('swot', ({ item }) => /Индустријска|Пројекти/.test(item!))],
      ['W11', without('categories', 'women')],
      ['W12', say(/ најкасније до 15\. априла/, '')],
      ['W15', write(/^8/, 'Одлуком број ______ од ______ године образује се тело за праћење.')],
    ],
  },
  {
    name: 'Равна Гора',
    about: at('Равна Гора', {
      status: 'УСВОЈЕНО',
      adoption: 'Одлуку о усвајању ЛАП-а донела је Скупштина града под бројем 020-88/2025 дана 22. децембра 2025.',
      opinion: 'Мишљење Савета за миграције прибављено је 1. децембра 2025.',
      statement: 'Изјава Одељења за буџет и финансије од 3. децембра 2025. налази се у прилогу.',
    }),
    style: CITY,
    faults: [
      ['E9', say(/Изјава Одељења за буџет и финансије.*/, '')],
      ['E9', say(/ дана 22\. децембра 2025/, '')],
      [
        'E2',
        (plan) => {
          plan.chapters.find(({ heading }) => heading.startsWith('5'))!.blocks.shift()
        },
      ],
      ['E4', put('activities', 4, { measure: '' })],
      ['E5', put('priorities', 1, { sum: '12' })],
      ['W5', put('profile', 2, { year: '2017' })],
      ['W8', put('budget', 4, { share: '2 %' })],
      ['W10', put('needs', 1, { need: 'потребна је изградња водовода и нове куће' })],
      ['W13', say(/од 5\. до 25\. новембра 2025/, 'од 28. децембра 2024. до 16. јануара 2025')],
      ['W16', put('budget', 1, { priceSource: 'јун 2023' })],
    ],
  },
  {
    name: 'Крушевље',
    about: at('Крушевље'),
    style: PAGES,
    faults: [
      ['E2', put('objectives', 2, { indicator: '' })],
      ['E4', put('activities', 0, { term: '' })],
      ['E5', put('activities', 1, { cost: '900.000 RSD' })],
      ['E6', drop('activities', ({ mark }) => mark!.startsWith('3.'))],
      ['E8', write(/^3/, 'Контакт мајке: 062 555 333.')],
      ['W2', put('activities', 2, { holder: 'Град Крушевље' })],
      [
        'W7',
        (plan) => {
          plan.chapters
            .find(({ heading }) => heading.startsWith('3'))!
            .blocks.forEach((block) => {
              if (block.kind === 'list') block.items = block.items.slice(0, 2)
            })
        },
      ],
      ['W9', write(/^Прилози/, 'План је усклађен са Програмом борбе против трговине људима 2024–2029.')],
      ['W12', drop('meetings', (_, n) => n > 0)],
      ['W14', say(/\(2021–2025\)/, '(2016–2020)')],
    ],
  },
  {
    name: 'Мокра',
    about: at('Мокра'),
    style: FOUR,
    faults: [
      [
        'E2',
        add('objectives', {
          mark: 'ОЦ',
          objective: 'Општи циљ 2: Град је место у које се млади враћају',
          category: '',
          indicator: 'број повратника',
          baseline: '10',
          baselineYear: '2025',
          target: '40',
          targetYear: '2030',
          source: 'РЗС',
          developmentGoal: '1',
        }),
      ],
      ['E3', put('objectives', 1, { baseline: '30' })],
      ['E5', put('budget', 5, { '2027': '500.000,00' })],
      ['E7', put('categories', 4, { present: 'Да', persons: '45', women: '8' })],
      [
        'W1',
        (plan) => {
          const rows = tableOf(plan, 'objectives').rows
          for (let i = 4; i <= 9; i++)
            rows.push({ ...rows[0]!, mark: `ПЦ${i}`, objective: `${rows[0]!.objective} у насељу број ${i}` })
          for (let i = 4; i <= 9; i++)
            tableOf(plan, 'activities').rows.push({
              ...tableOf(plan, 'activities').rows[0]!,
              mark: `${i}.1.1`,
              measure: `${i}.1. Мера`,
              activity: `Куповина кућа у насељу број ${i}`,
              cost: '100.000,00',
            })
        },
      ],
      ['W4', put('activities', 4, { indicator: 'одржани састанци' })],
      ['W6', write(/^2/, 'На територији су идентификоване две жртве трговине људима.')],
      ['W12', say(/За координаторку је одређена начелница Одељења за социјалну заштиту; /, '')],
      ['W15', write(/^9/, 'Показатељи су дати у прилогу [унети број прилога].')],
      ['W17', drop('group', ({ member, role }) => /удружења/.test(member!) || /циљне групе/.test(role!))],
    ],
  },
]
