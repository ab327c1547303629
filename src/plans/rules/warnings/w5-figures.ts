import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'
import { daysIn } from '../days.ts'
import { type Check, dayOf, type Found, fault, named, placeOf } from '../finding.ts'
import { hasColumn, inRow, type Place, type Plan, type Row, rowsOf } from '../plan.ts'
import { isEmpty, numberOf, yearsIn, yesOf } from '../values.ts'

/** Our own: a figure older than this many years says little of the people it is about. */
const OLDEST_YEARS = 3
/** A census is taken once in ten years: nothing newer can be had. */
const LATEST_CENSUS = 2022

/** A figure without its year or source, older than three years, or an estimate that is not marked as one. */
export const W5: Check = {
  code: 'W5',
  level: 'warning',
  fact: 'F63',
  repair: 'repair-w5',
  find: (plan, today) => {
    const { year } = dayOf(plan, today)
    return [
      ...rowsOf(plan, 'profile').flatMap((row) => figure(plan, 'profile', row, row.cells.value, year)),
      ...rowsOf(plan, 'categories').flatMap((row) => [
        ...figure(plan, 'categories', row, counted(row.cells), year),
        ...estimate(row),
      ]),
      ...rowsOf(plan, 'needs').flatMap((row) => [
        ...sourced(plan, 'needs', row, counted(row.cells)),
        ...oldSource(row, year),
      ]),
      ...undated(rowsOf(plan, 'needs')),
      ...absent(plan),
      ...plan.prose.flatMap(({ value, place }) => told(value, place, year)),
    ]
  },
}

function counted(cells: { persons?: string; families?: string }): string | undefined {
  return numberOf(cells.persons) !== null ? cells.persons : cells.families
}

type Table = 'profile' | 'categories' | 'needs'

function nameOf(row: Row<Table>): string {
  const cells = row.cells as Partial<Record<string, string>>
  return named(cells.need || cells.category || cells.indicator || '')
}

function figure(
  plan: Plan,
  table: 'profile' | 'categories',
  row: Row<'profile'> | Row<'categories'>,
  value: string | undefined,
  now: number,
): Found[] {
  if (numberOf(value) === null || numberOf(value) === 0) return []
  const found = sourced(plan, table, row, value)
  if (!hasColumn(plan, table, 'year') || row.cells.year === undefined) return found
  const said = [row.cells.year, row.cells.source, value].join(' ')
  // «1.1.2026.» is a day, and has a year for that.
  const years = [...yearsIn(said), ...daysIn(said).map((day) => day.year)]
  const place = inRow<'profile' | 'categories'>(row as never, 'year')
  if (years.length === 0) return [...found, fault(place, 'why-w5-year', { name: nameOf(row as Row<Table>) })]
  const newest = Math.max(...years)
  const isCensus =
    newest === LATEST_CENSUS && /popis/.test(fold([row.cells.source, row.cells.year, ...row.rest].join(' ')))
  if (now - newest <= OLDEST_YEARS || isCensus) return found
  return [...found, fault(place, 'why-w5-old', { name: nameOf(row as Row<Table>), year: String(newest) })]
}

function sourced(
  plan: Plan,
  table: Table,
  row: Row<'profile'> | Row<'categories'> | Row<'needs'>,
  value: string | undefined,
): Found[] {
  if (numberOf(value) === null || !hasColumn(plan, table, 'source') || !isEmpty(row.cells.source)) return []
  // A table without such a column is said once.
  if (row.cells.source === undefined) return []
  return [fault(inRow<Table>(row as never, 'source'), 'why-w5-source', { name: nameOf(row as Row<Table>) })]
}

/** A need whose source says a year, and none that is near. */
function oldSource(row: Row<'needs'>, now: number): Found[] {
  const { source = '', method = '' } = row.cells
  const years = yearsIn(`${source} ${method}`.replace(/(?<=\d)\.(?!\d)/g, ' '))
  const newest = Math.max(...years)
  if (years.length === 0 || now - newest <= OLDEST_YEARS || /popis/.test(fold(source))) return []
  return [fault(inRow(row, 'source'), 'why-w5-old', { name: nameOf(row), year: String(newest) })]
}

/** Needs whose figure somebody estimated, without a year in its source or beside it, where most of the table have one. */
function undated(rows: readonly Row<'needs'>[]): Found[] {
  const figures = rows.filter(({ cells }) => (numberOf(counted(cells)) ?? 0) > 0 && !isEmpty(cells.source))
  const bare = figures.filter(
    ({ place }) => yearsIn((place.row?.text ?? '').replace(/(?<=\d)\.(?!\d)/g, ' ')).length === 0,
  )
  if (bare.length > figures.length / 2) return []
  const guessed = bare.filter(({ cells }) => GUESS.test(fold(cells.source ?? '')))
  return guessed.map((row) => fault(inRow(row, 'source'), 'why-w5-year', { name: nameOf(row) }))
}

/** Words that say a figure is one of those that nobody has counted. */
const GUESS = /\b(?:procen\w+|oko|priblizno|otprilike|cca|okvirno|preko)\b|~/

function estimate(row: Row<'categories'>): Found[] {
  const { cells } = row
  if (cells.estimate === undefined) return []
  const isGuess = GUESS.test(fold(`${cells.persons ?? ''} ${cells.families ?? ''} ${cells.source ?? ''}`))
  const isUncounted = SAYING.test(fold(cells.source ?? '')) && (numberOf(cells.persons) ?? 1) % ROUND === 0
  const isMarked = yesOf(cells.estimate) === true || /procen/.test(fold(cells.estimate))
  const isCounted = (numberOf(cells.persons) ?? 0) > 0
  if (isMarked || (!isGuess && !isUncounted && !(isEmpty(cells.estimate) && isCounted))) return []
  return [fault(inRow(row, 'estimate'), 'why-w5-estimate', { name: nameOf(row as Row<Table>) })]
}

/** Those who keep no register of people: a round figure of theirs is what they reckon. */
const SAYING = /\b(?:mesn\w+ (?:zajednic|kancelarij)\w*|mestan\w*|anket\w*|intervju\w*|razgovor\w*)\b/
const ROUND = 10

/** «У 118 домаћинстава …»: figures of people, in a sentence. */
const OF_PEOPLE =
  /(?<![\d./])\d[\d.]*\s(?:\p{L}+\s)?(?:становни|домаћинстав|породиц|лиц[аеу]|особ|деце|ученик|избеглиц|повратник|stanovni|domaćinstav|domacinstav|porodic|lic[aeu]|osob|dece|učenik|ucenik|izbeglic|povratnik)/iu
const INHABITANTS = /(?<![\d./])\d[\d.]*\s(?:становник|stanovnik)/iu
/** Of a village or a rule («села до 300 становника») no source is asked. */
const MUNICIPALITY = /\b(?:opstin|grad)\w*/
/** «(Дом здравља, анкета 2016)»: a source with its year, and nothing but it. */
const SOURCE = /\((?=[^()]*\p{L}{2})[^()]*?(?<![\d./-])(20\d\d)\.?(?:\s(?:годин|godin)\p{L}*)?\)/gu
/** Figures that are old on purpose. */
const ON_PURPOSE =
  /\b(?:popis\w*|prethodn\w*|poredjenj\w*|poredenj\w*|pre \w+ godin|glasnik\w*|osnovan\w*|plan\w*|lap\w*|zavrsn\w*)\b/

/**
 * What a sentence of the text says of its figures: people of a source that is old, and how many inhabitants there are of no year or source at all.
 * Figures of other things, and those whose year may stand in another sentence of the paragraph, are left alone.
 */
function told(text: string, place: Place, now: number): Found[] {
  const own = sentences(text)
  for (const sentence of own) {
    if (!OF_PEOPLE.test(sentence) || ON_PURPOSE.test(fold(sentence))) continue
    const years = Array.from(sentence.matchAll(SOURCE), ([, year]) => Number(year))
    const newest = Math.max(...years, ...yearsIn(sentence.replace(/(?<=\d)\.(?!\d)/g, ' ')))
    if (years.length > 0 && now - newest > OLDEST_YEARS)
      return [fault({ ...place, quote: sentence }, 'why-w5-old', { name: named(sentence), year: String(newest) })]
  }
  const guessed = own.find(isUnmarkedGuess)
  if (guessed) return [fault({ ...place, quote: guessed }, 'why-w5-estimate', { name: named(guessed) })]
  const hasYear = /(?<!\d)20\d\d(?!\d)/.test(text) || /\bizvor\w*/.test(fold(text))
  const bare = hasYear
    ? undefined
    : own.find((sentence) => INHABITANTS.test(sentence) && !sentence.includes('(') && MUNICIPALITY.test(fold(sentence)))
  return bare ? [fault({ ...place, quote: bare }, 'why-w5-source', { name: named(bare) })] : []
}

/** «… ради 1.500 људи (месне заједнице, јул 2026)»: a round figure of people whose source can only reckon, and which does not say so. */
function isUnmarkedGuess(sentence: string): boolean {
  const [, people] =
    /(?<![\d./])(\d[\d.]*)\s(?:људи|лица|особа|грађана|мештана|радника|ljudi|lica|osoba|građana|gradjana|radnika)/iu.exec(
      sentence,
    ) ?? []
  const folded = fold(sentence)
  const sources = Array.from(sentence.matchAll(SOURCE), ([source]) => fold(source))
  return (
    people !== undefined &&
    numberOf(people)! % ROUND === 0 &&
    !GUESS.test(folded) &&
    sources.some((source) => SAYING.test(source))
  )
}

/** «Стање 30. 6. 2026», «Извор: РЗС, 2025»: over the table or below it, for all of its figures. */
function isBeside({ prose, tables }: Plan, table: 'profile' | 'categories', part: 'year' | 'source'): boolean {
  return (tables[table]?.parts ?? []).some(({ place }) => {
    const own = prose.filter((one) => one.place.headings.at(-1) === place.headings.at(-1)).map(({ value }) => value)
    const near = [place.quote, ...own.filter((text) => /\b(?:izvor\w*|stanj\w* na dan|podac\w*)\b/.test(fold(text)))]
    return part === 'year'
      ? near.some((text) => yearsIn(text.replace(/(?<=\d)\.(?!\d)/g, ' ')).length > 0 || daysIn(text).length > 0)
      : near.some((text) => /\bizvor\w*\b/.test(fold(text)))
  })
}

/** A table of figures without a column for their year or source is said once. */
function absent(plan: Plan): Found[] {
  return (['profile', 'categories'] as const).flatMap((table) => {
    // It may stand in a column that was not recognised.
    if (!plan.tables[table] || rowsOf(plan, table).some(({ rest }) => rest.some((cell) => !isEmpty(cell)))) return []
    const isLacking = (column: 'year' | 'source') =>
      !hasColumn(plan, table, column) &&
      !(
        column === 'year' &&
        rowsOf(plan, table).some(
          ({ cells, heads }) => yearsIn(`${cells.source} ${Object.values(heads).join(' ')}`).length > 0,
        )
      )
    return (['year', 'source'] as const)
      .filter((part) => isLacking(part) && !isBeside(plan, table, part))
      .map((part) => fault(placeOf(plan, table), 'why-w5-column', { part }))
  })
}
