import { expect, test } from 'vitest'
import { kindOf } from '../../../src/answers/quoting/question-kind.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'

const KINDS = {
  'yes-no': [
    'Да ли ЛАП мора пред скупштину?',
    'Мора ли план да се објави?',
    'Може ли повереник да буде у радној групи?',
    'Јел смемо да пишемо имена?',
    'Is the plan compulsory?',
  ],
  quantity: [
    'Колико кошта израда плана?',
    'Колики је проценат општине?',
    'кажите ми колико чланова има савет',
    'Да ли знате колико траје расправа?',
    'How many members does the council have?',
  ],
  when: ['Када се доноси план?', 'До када се шаље извештај?', 'Докле важи план?', 'When is the report due?'],
  who: ['Ко усваја ЛАП?', 'Коме се шаље план?', 'Чија је обавеза да отвори расправу?', 'Who adopts the plan?'],
  how: [
    'Како се пише циљ?',
    'На који начин се бирају приоритети?',
    'Шта да радимо са примедбама?',
    'How is a goal written?',
  ],
  list: [
    'Које категорије улазе у план?',
    'Наброј кораке',
    'Шта све иде у одлуку?',
    'Од чега се састоји анализа?',
    'Ко шта ради на плану?',
    'Коме се за шта јављам?',
  ],
  comparison: [
    'Која је разлика између повереника и координатора?',
    'По чему се разликују нацрт и предлог?',
    'Шта је боље, пет или седам година?',
    'Јел нацрт и предлог једно те исто?',
    'What is the difference between a draft and a proposal?',
  ],
  definition: ['Шта је депопулација?', 'Шта значи уродњавање?', 'Ко су интерно расељена лица?', 'What is a baseline?'],
  why: ['Зашто нам треба план?', 'Због чега се мери исход?', 'Why do we need a plan?'],
  open: ['рок важења плана', 'буџет за 2027', 'Дај ми пример од почетка до краја'],
} as const

const table = Object.entries(KINDS).flatMap(([kind, questions]) =>
  questions.map((question) => [question, kind] as const),
)

test.each(table)('«%s» asks for: %s, in every spelling', (question, kind) => {
  const spellings = /^[A-Z]/.test(question) ? [(text: string) => text] : Object.values(SPELLINGS)
  for (const spell of spellings) expect(kindOf(spell(question)), spell(question)).toBe(kind)
})

test('of a longer message its last question tells', () => {
  expect(kindOf('Колеге питају како да почну. Ко расписује јавну расправу? Хвала унапред.')).toBe('who')
})
