import type { Cells, Draft, Entry, Part } from '../../../src/plans/draft/draft.ts'
import { cleanPlan } from './clean.ts'
import { type Made, SEEN } from './seen.ts'

const [MADE] = SEEN as [Made]

const FORMS: readonly (readonly [Part, Cells])[] = [
  ['mayor', { text: 'План правимо да нико ко код нас живи не остане по страни.' }],
  [
    'legal',
    { text: 'Закон о локалној самоуправи и одлука о Савету', confirmed: 'начелница правне службе, 3. 11. 2026.' },
  ],
  ['method', { text: 'Радна група састала се шест пута и разговарала са свим групама.' }],
  [
    'debate',
    {
      from: '1. октобра 2026.',
      to: '20. октобра 2026.',
      place: 'сала општине',
      contact: 'писарница општине',
      report: 'сајт општине, 25. октобар 2026.',
    },
  ],
  ['coordinator', { function: 'руководилац Одељења за друштвене делатности' }],
  [
    'yearlyReport',
    { deadline: '31. марта', contents: 'урађено, утрошено, показатељи', to: 'Савет за миграције и скупштина' },
  ],
  ['evaluation', { when: 'на половини периода и на крају', by: 'интерни ревизор, који план није спроводио' }],
  ['revision', { triggers: 'када се број лица промени за петину' }],
  [
    'themes',
    { text: 'Одлазак становништва, дијаспора, економске миграције и трговина људима прате се у плану развоја.' },
  ],
  ['budgetLine', { text: '0902, социјална и дечја заштита' }],
]

/** A plan that has entries in every table and no fault, of the people who made «seen» plans. */
export function aDraft({ about, style }: Made = MADE): Draft {
  const { chapters } = cleanPlan(about, style)
  const rows = chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block): (readonly [Part, Cells])[] =>
      block.kind === 'table' && block.name !== 'sums'
        ? block.rows.filter((row) => !row.total_row && !row.group).map((row) => [block.name, row] as const)
        : [],
    ),
  )
  const period = { from: about.from, to: about.from + about.years - 1 }
  const decision: Cells = {
    body: 'Скупштина општине',
    period: `${period.from}–${period.to}`,
    number: '06-1/2026',
    date: '3. марта 2026.',
  }
  const general: Cells = { objective: about.words.general, kind: 'општи' }
  const all: (readonly [Part, Cells])[] = [
    ...FORMS,
    ['decision', decision],
    ['oldPlan', { period: `${period.from - 5}–${period.from - 1}` }],
    ['objectives', general],
    ...about.conclusions.map((conclusion) => ['conclusions', { conclusion }] as const),
    ...rows,
  ]
  return {
    place: { name: about.place, kind: about.kind },
    period,
    version: 3,
    state: 'draft',
    entries: all.map(([part, cells], at): Entry => ({ id: at + 1, part, cells })),
  }
}
