/**
 * The tables of a plan and its annexes, each with its columns. A column has the names that people give it, ours first: heads are
 * compared with them by likeness, so that inflections, scripts, order and abbreviations need no name of their own.
 * Source: the tables of the companion's design, F50 and the facts beside each.
 */
export type Declared = {
  /** How the document calls the table. */
  title: readonly string[]
  columns: Readonly<Record<string, readonly string[]>>
  /** Columns without which nothing is this table; of a list, one is enough. */
  key: readonly (string | readonly string[])[]
  /** Those that do for a table under one of its titles. */
  keyUnderTitle?: readonly (string | readonly string[])[]
  /** Whether columns may be named by a year alone. */
  years?: true
}

// Names of columns that several tables have, ours first.

export const PERSONS = ['број лица', 'лица', 'број особа', 'укупно лица', 'број корисника', 'број']
export const SOURCE = ['извор', 'извор податка', 'извор података']
export const YEAR = ['година', 'година податка', 'за годину', 'стање на дан', 'датум податка']
export const HOLDER = [
  'носилац',
  'носилац активности',
  'одговорна институција',
  'одговорно лице',
  'надлежни орган',
  'одговоран',
  'одговорна страна',
  'ко је задужен',
  'ко спроводи',
  'орган који спроводи активност',
  'носилац и партнери',
  'извршилац',
  'реализатор',
  'одговорно тело',
]
export const INDICATOR = ['показатељ', 'индикатор', 'показатељ резултата', 'назив показатеља', 'показатељ учинка']
export const BASELINE = [
  'почетна вредност',
  'полазна вредност',
  'базна вредност',
  'почетно стање',
  'полазна основа',
  'полазно стање',
  'полазно',
  'база',
]
export const TARGET = ['циљна вредност', 'циљана вредност', 'планирана вредност', 'жељена вредност', 'жељено стање']
export const VERIFICATION = [
  'извор провере',
  'извор верификације',
  'средства верификације',
  'начин провере',
  'извори за проверу',
  'где се проверава',
]
export const FUNDS = ['извор средстава', 'извор финансирања', 'извори новца', 'ко финансира', 'одакле новац']
export const COST = [
  'износ',
  'трошак',
  'потребна средства',
  'укупна процењена финансијска средства',
  'износ у динарима',
  'процењени трошкови',
  'планирана средства',
  'цена рсд',
]
/** Amounts by who pays them. */
export const SECURED = [
  'општина обезбеђено',
  'обезбеђено',
  'буџет општине',
  'локални буџет',
  'средства општине',
  'општина',
  'буџет ЛС',
  'буџет града',
  'град',
]
export const KIRS = ['КИРС планирано', 'комесаријат', 'средства КИРС', 'КИРС']
export const OTHER = ['остали планирано', 'остали извори', 'донатори', 'други извори', 'остало']
export const LINE = [
  'буџетска линија',
  'програм буџета',
  'програмска активност',
  'позиција',
  'веза са програмским буџетом',
]
export const CATEGORY = [
  'категорија',
  'категорија миграната',
  'циљна група',
  'корисничка група',
  'циљна популација',
  'за кога',
  'намењено',
  'група',
]
export const ACTIVITY = ['активност', 'назив активности', 'опис активности']
export const NUMBER = ['редни број', 'број', 'ознака', 'шифра']
export const REASON = ['разлог', 'образложење', 'разлог одступања']
