import type { Block, Cells, PlanData, Style } from './data.ts'

/** What one municipality's plan is about. */
export type About = {
  place: string
  /** «општина» or «град», with its genitive and how offices are called. */
  kind: 'општина' | 'град'
  from: number
  years: number
  objectives: readonly Objective[]
  categories: readonly Cells[]
  needs: readonly Cells[]
  swot: Readonly<Record<string, readonly (readonly [item: string, figure: string])[]>>
  conclusions: readonly string[]
  /** Sentences of the introduction, the implementation and the monitoring, in its own words. */
  words: Words
}

type Words = {
  title: string
  dated: string
  decision: string
  adoption: string
  debate: string
  report: string
  coordinator: string
  deadline: string
  previous: string
  general: string
  status: string
  opinion: string
  statement: string
}

type Objective = {
  text: string
  category: string
  indicator: string
  unit: string
  baseline: string
  target: string
  source: string
  development: string
  measure: string
  activities: readonly Activity[]
}

type Activity = {
  text: string
  holder: string
  partners: string
  /** Years of the period it lasts, counted from 0. */
  in: readonly number[]
  indicator: string
  unit: string
  quantity: number
  price: number
}

const text = (value: string): Block => ({ kind: 'text', text: value })
const list = (...items: string[]): Block => ({ kind: 'list', items })

/** A plan without faults. */
export function cleanPlan(about: About, style: Style): PlanData {
  const { words } = about
  return {
    cover: [words.title, words.status, words.dated],
    chapters: [
      { heading: 'Увод', depth: 1, blocks: introduction(about) },
      { heading: '1. Општи подаци', depth: 1, blocks: [profile(about)] },
      {
        heading: '2. Подаци о циљној популацији',
        depth: 1,
        blocks: [{ kind: 'table', name: 'categories', rows: about.categories.map(copy) }],
      },
      { heading: '3. Анализа стања', depth: 1, blocks: analysis(about) },
      { heading: '4. Приоритети', depth: 1, blocks: [priorities(about)] },
      {
        heading: '5. Општи и посебни циљеви',
        depth: 1,
        blocks: [text(`Општи циљ: ${words.general}`), objectives(about)],
      },
      { heading: '6. Активности', depth: 1, blocks: [activities(about, style), firstYear(about, style)] },
      { heading: '7. Ресурси и буџет', depth: 1, blocks: [budget(about, style), sums(about, style)] },
      { heading: '8. Аранжмани за примену', depth: 1, blocks: implementation(about) },
      { heading: '9. Праћење и вредновање', depth: 1, blocks: monitoring(about) },
      { heading: 'Прилози', depth: 1, blocks: annexes(about) },
    ],
  }
}

const copy = (cells: Cells): Cells => ({ ...cells })

function introduction({ words, from, kind }: About): Block[] {
  const office = kind === 'град' ? 'Градска управа' : 'Општинска управа'
  const blocks: Block[] = [
    text(
      'Локални акциони план је документ у којем су утврђене потребе миграната и планиране мере, активности и новац за побољшање њиховог положаја.',
    ),
    text(words.decision),
    {
      kind: 'table',
      name: 'group',
      rows: [
        {
          member: 'повереник за избеглице и миграције',
          institution: office,
          role: 'координатор радне групе',
          substitute: 'виши сарадник',
        },
        {
          member: 'руководилац Одељења за финансије',
          institution: office,
          role: 'буџет',
          substitute: 'самостални саветник',
        },
        { member: 'стручни радник', institution: 'Центар за социјални рад', role: 'подаци', substitute: 'правник' },
        {
          member: 'саветник за запошљавање',
          institution: 'Национална служба за запошљавање',
          role: 'запошљавање',
          substitute: 'саветник',
        },
        {
          member: 'председница удружења',
          institution: 'Удружење расељених лица',
          role: 'представља циљне групе',
          substitute: 'секретар удружења',
        },
      ],
    },
    text(words.previous),
    text(words.debate),
    text(words.report),
    text(words.adoption),
    text(words.opinion),
    text(words.statement),
    text(`Сажетак: план важи ${from}. и наредних година, а сваке године се проверава.`),
  ]
  return blocks.filter((block) => block.kind !== 'text' || block.text !== '')
}

function profile({ from }: About): Block {
  const year = String(from - 1)
  return {
    kind: 'table',
    name: 'profile',
    rows: [
      { indicator: 'Број становника', value: '24.310', year: '2022', source: 'РЗС, Попис 2022' },
      { indicator: 'Стопа незапослености', value: '11,2 %', year, source: 'НСЗ' },
      { indicator: 'Број насеља', value: '31', year, source: 'РЗС' },
    ],
  }
}

function analysis({ needs, swot, conclusions, words, from }: About): Block[] {
  return [
    {
      kind: 'table',
      name: 'previous',
      rows: [
        {
          activity: 'Откуп сеоских кућа',
          planned: '10',
          achieved: '8',
          spent: '16.000.000',
          reason: 'мање понуђених кућа',
        },
        { activity: 'Пакети грађевинског материјала', planned: '20', achieved: '20', spent: '11.000.000', reason: '–' },
      ],
    },
    {
      kind: 'table',
      name: 'services',
      rows: [
        {
          service: 'Помоћ у кући',
          provider: 'Центар за социјални рад',
          capacity: '40',
          users: '38',
          missing: 'возило за удаљена села',
        },
        {
          service: 'Бесплатна правна помоћ',
          provider: 'Служба правне помоћи',
          capacity: '200',
          users: '64',
          missing: 'тумач',
        },
      ],
    },
    { kind: 'table', name: 'needs', rows: needs.map(copy) },
    {
      kind: 'table',
      name: 'actors',
      rows: [
        {
          actor: 'Центар за социјални рад',
          role: 'спроводи',
          interest: 'мање хитних случајева',
          influence: 'велики',
          resources: 'стручни радници',
          expectation: 'процена породица',
        },
        {
          actor: 'Послодавци',
          role: 'партнер',
          interest: 'радна снага',
          influence: 'средњи',
          resources: 'радна места',
          expectation: 'запошљавање',
        },
      ],
    },
    {
      kind: 'table',
      name: 'swot',
      rows: Object.entries(swot).flatMap(([box, items]) => items.map(([item, figure]) => ({ box, item, figure }))),
    },
    text('Закључци анализе:'),
    list(...conclusions),
    {
      kind: 'table',
      name: 'problems',
      rows: [
        { effects: 'сиромаштво', problem: 'нерешено становање', causes: 'ниска примања', deeper: 'мало сталног посла' },
      ],
    },
    text(
      `Подаци су прикупљени до краја ${from - 1}. године. ${words.previous === '' ? '' : 'Налази претходног плана узети су у обзир.'}`,
    ),
  ]
}

const SCORES = ['number', 'gravity', 'urgency', 'duty', 'feasibility', 'cost', 'funding', 'development'] as const

function priorities({ objectives }: About): Block {
  const rows = objectives.map(({ category, text: problem }, i): Cells => {
    const scores = SCORES.map((_, k) => 5 - ((i + k) % 3) - (i > 2 ? 1 : 0))
    return {
      problem: `Положај: ${category}`,
      ...Object.fromEntries(SCORES.map((score, k) => [score, String(scores[k])])),
      sum: String(scores.reduce((a, b) => a + b, 0)),
      rank: String(i + 1),
      reason: problem.length > 20 ? 'по збиру и по хитности' : 'по збиру',
    }
  })
  return { kind: 'table', name: 'priorities', rows }
}

function objectives({ objectives: all, from, years }: About): Block {
  const rows = all.map(
    (one, i): Cells => ({
      mark: `ПЦ${i + 1}`,
      objective: one.text,
      kind: 'посебни',
      category: one.category,
      indicator: one.indicator,
      baseline: one.baseline,
      baselineYear: String(from - 1),
      target: one.target,
      targetYear: String(from + years - 1),
      source: one.source,
      developmentGoal: one.development,
    }),
  )
  return { kind: 'table', name: 'objectives', rows }
}

type Costed = {
  mark: string
  activity: Activity
  objective: Objective
  total: number
  years: Map<number, number>
  secured: number
  kirs: number
  other: number
}

function costed({ objectives: all, from }: About): Costed[] {
  return all.flatMap((objective, i) =>
    objective.activities.map((activity, k): Costed => {
      const total = activity.quantity * activity.price
      const share = Math.floor(total / activity.in.length)
      const years = new Map(
        activity.in.map((at, n) => [from + at, n === activity.in.length - 1 ? total - share * n : share]),
      )
      const secured = Math.round(total * 0.1)
      const kirs = Math.round(total * 0.7)
      return {
        mark: `${i + 1}.1.${k + 1}`,
        activity,
        objective,
        total,
        years,
        secured,
        kirs,
        other: total - secured - kirs,
      }
    }),
  )
}

function activities(about: About, style: Style): Block {
  const last = (one: Costed) => [...one.years.keys()].at(-1)!
  const rows = costed(about).map(
    (one, i): Cells => ({
      mark: one.mark,
      objective: `ПЦ${one.mark[0]}`,
      measure: `${one.mark.slice(0, 3)}. ${one.objective.measure}`,
      activity: one.activity.text,
      holder: one.activity.holder,
      partners: one.activity.partners,
      term: `К${(i % 4) + 1} ${[...one.years.keys()][0]} – К4 ${last(one)}`,
      from: `К${(i % 4) + 1} ${[...one.years.keys()][0]}`,
      to: `К4 ${last(one)}`,
      indicator: one.activity.indicator,
      verification: 'записници о примопредаји и евиденција повереника',
      cost: style.amount(one.total),
      funds: 'КИРС, буџет јединице локалне самоуправе',
      category: one.objective.category,
    }),
  )
  return { kind: 'table', name: 'activities', rows }
}

function firstYear(about: About, style: Style): Block {
  const rows = costed(about)
    .filter(({ years }) => years.has(about.from))
    .map(
      (one): Cells => ({
        activity: one.activity.text,
        task: 'припрема документације и избор добављача',
        quarter: `К2 ${about.from}`,
        holder: one.activity.holder,
        cost: style.amount(one.years.get(about.from)!),
      }),
    )
  return { kind: 'table', name: 'firstYear', rows }
}

function budget(about: About, style: Style): Block {
  const all = costed(about)
  const years = Array.from({ length: about.years }, (_, i) => about.from + i)
  const rows = all.map(
    (one): Cells => ({
      mark: one.mark,
      activity: one.activity.text,
      unit: one.activity.unit,
      quantity: String(one.activity.quantity),
      price: style.amount(one.activity.price),
      priceSource: `понуда, октобар ${about.from - 1}`,
      ...Object.fromEntries(years.map((year) => [String(year), style.amount(one.years.get(year) ?? 0)])),
      total: style.amount(one.total),
      secured: style.amount(one.secured),
      kirs: style.amount(one.kirs),
      other: style.amount(one.other),
      share: '10 %',
    }),
  )
  const sum = (of: (one: Costed) => number) => style.amount(all.reduce((whole, one) => whole + of(one), 0))
  const total: Cells = {
    total_row: 'yes',
    mark: '',
    activity: style.totalWord,
    ...Object.fromEntries(years.map((year) => [String(year), sum((one) => one.years.get(year) ?? 0)])),
    total: sum((one) => one.total),
    secured: sum((one) => one.secured),
    kirs: sum((one) => one.kirs),
    other: sum((one) => one.other),
  }
  return { kind: 'table', name: 'budget', rows: [...rows, total] }
}

function sums(about: About, style: Style): Block {
  const all = costed(about)
  const rows = about.objectives.map(
    (_, i): Cells => ({
      label: `Посебни циљ ${i + 1}`,
      total: style.amount(
        all.filter(({ mark }) => mark.startsWith(`${i + 1}.`)).reduce((sum, one) => sum + one.total, 0),
      ),
    }),
  )
  return { kind: 'table', name: 'sums', rows }
}

function implementation({ words, from }: About): Block[] {
  return [
    text(words.coordinator),
    {
      kind: 'table',
      name: 'bodies',
      rows: [
        { body: 'Скупштина', role: 'усваја план', responsible: 'председник' },
        { body: 'Савет за миграције', role: 'прати спровођење и даје мишљење', responsible: 'председник Савета' },
      ],
    },
    {
      kind: 'table',
      name: 'meetings',
      rows: [
        { meeting: 'Прва седница Савета', date: `март ${from}.`, topic: 'извештај за претходну годину' },
        { meeting: 'Друга седница Савета', date: `септембар ${from}.`, topic: 'полугодишњи пресек' },
      ],
    },
    {
      kind: 'table',
      name: 'risks',
      rows: [
        {
          risk: 'позив се не распише на време',
          likelihood: 'средња',
          impact: 'велики',
          response: 'померање активности за један квартал',
          holder: 'руководилац Одељења за друштвене делатности',
        },
      ],
    },
  ]
}

function monitoring({ objectives: all, words }: About): Block[] {
  return [
    {
      kind: 'table',
      name: 'monitoring',
      rows: all.map((one) => ({
        indicator: one.indicator,
        by: 'повереник',
        when: 'квартално',
        source: one.source,
        to: 'Савет за миграције',
      })),
    },
    text(words.deadline),
    text(
      'План се ревидира када се бројеви нагло промене, када се појави нова категорија или када прође половина периода.',
    ),
  ]
}

function annexes({ objectives: all, from, years }: About): Block[] {
  const end = from + years - 1
  return [
    {
      kind: 'table',
      name: 'alignment',
      rows: all.map((one, i) => ({
        objective: `Посебни циљ ${i + 1}`,
        development: one.development,
        midterm: 'мера 3.1',
        national: 'Стратегија за решавање положаја избеглица и расељених лица',
        until: String(Math.max(end, 2032)),
      })),
    },
    {
      kind: 'table',
      name: 'passports',
      rows: all.map((one) => ({
        indicator: one.indicator,
        unit: one.unit,
        baseline: `${one.baseline} (${from - 1})`,
        target: `${one.target} (${end})`,
        source: one.source,
        by: 'повереник',
        frequency: 'полугодишње',
        breakdown: 'по полу и узрасту',
      })),
    },
    {
      kind: 'table',
      name: 'comments',
      rows: [
        { comment: 'Додати превоз ученика', from: 'удружење', accepted: 'да', reason: 'додато у меру 3.1' },
        {
          comment: 'Повећати број пакета',
          from: 'грађанин',
          accepted: 'не',
          reason: 'нема средстава у прве две године',
        },
      ],
    },
    text('Одлазак становништва и депопулација прате се у плану развоја, па их овај план не понавља.'),
  ]
}
