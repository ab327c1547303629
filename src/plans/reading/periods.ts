import { fold } from '../../language/fold.ts'
import { lastDayIn } from '../rules/days.ts'
import type { Period, Plan, Said, Tables } from '../rules/plan.ts'
import { yearsIn } from '../rules/values.ts'
import { generalIn } from './general.ts'
import type { PlanPiece, TextPiece } from './pieces.ts'
import { isDecisionToStart, OTHER, placeOfText, type Sentence, type Source } from './sentence.ts'

/** How much of the beginning may be a cover. */
const COVER_LINES = 14

/** The title and what stands before the first chapter. */
export function coverOf({ title, pieces }: Source): Said<string>[] {
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === 'text').slice(0, COVER_LINES)
  const first = texts.findIndex(({ headings }) => headings.length > 0)
  const own = texts[first]?.headings[0] ?? ''
  // What stands above the first heading belongs to a cover, and what stands below it where it is the plan's own name.
  const name = texts.map(({ headings }) => headings[0] ?? '').find((heading) => isBareName(heading)) ?? null
  const isOn = ({ headings, text }: TextPiece) =>
    headings.length === 0 ||
    (headings[0] === own && (first === 0 || isName(own))) ||
    (headings[0] === name && text.length <= LONGEST_LINE)
  const lines = texts.filter(isOn).map(({ headings, text }) => ({ value: text, place: placeOfText(headings, text) }))
  const headings = isName(own) || first === 0 ? (texts[first]?.headings ?? []) : []
  const named = headings.map((text) => ({ value: text, place: placeOfText([], text) }))
  return [{ value: title, place: placeOfText([], title) }, ...named, ...lines]
}

/** Longer texts below a plan's name are of its first chapter. */
const LONGEST_LINE = 120

/** «Локални акциони план за управљање миграцијама», in its first headings: the years stand in a line below. */
function isBareName(heading: string): boolean {
  return /^lokaln\w+ (?:akcion\w+ )?plan\b/.test(fold(heading)) && !/\d/.test(heading)
}

/** «Локални акциони план за … 2027–2030»: a heading that is the plan's name and no chapter of it. */
function isName(heading: string): boolean {
  return /\b(?:akcion\w+ plan|lap|lpa|plan\w* akcij)\w*/.test(fold(heading)) && yearsIn(heading).length > 0
}

export const RANGE = /(?<![\d.,/-])(20\d\d)\s?\.?\s?(?:године\s|godine\s)?(?:[–—-]|до|do|\/)\s?(20\d\d)(?!\d)/gu

/** Periods of years in a text. A longer one than any plan has is something else. */
export function rangesIn(text: string): Period[] {
  const ranges = Array.from(text.matchAll(RANGE), ([, from, to]) => ({ from: Number(from), to: Number(to) }))
  return [...ranges, ...listedIn(text)].filter(({ from, to }) => from < to && to - from <= 12)
}

/** «за 2027., 2028. и 2029. годину»: years named one by one. */
function listedIn(text: string): Period[] {
  const lists = text.matchAll(/(?<![\d.,/-])20\d\d\.?(?:\s?(?:,|и|i)\s?20\d\d\.?)+(?=\s?(?:год|god))/giu)
  return Array.from(lists, ([list]) => yearsIn(list.replace(/\./g, ' '))).flatMap((years) => {
    const isRun = years.length > 1 && years.every((year, at) => year === years[0]! + at)
    return isRun ? [{ from: years[0]!, to: years.at(-1)! }] : []
  })
}

export function coverPeriod(cover: readonly Said<string>[]): Said<Period> | null {
  const lines = cover.filter(
    ({ value }) => value.length <= 200 && !OTHER.test(fold(value)) && !isDecisionToStart(fold(value)),
  )
  for (const { value, place } of lines) {
    const [range] = rangesIn(value)
    if (range) return { value: range, place }
  }
  return null
}

export function periodsOf(
  { pieces, tables }: Source,
  said: readonly Sentence[],
  cover: Said<Period> | null,
): Plan['periods'] {
  const periods: Plan['periods'] = cover ? [{ of: 'cover', said: cover }] : []
  const decision = said.find(
    ({ value, folded }) => isDecisionToStart(folded) && rangesIn(withoutOthers(value)).length > 0,
  )
  if (decision)
    periods.push({
      of: 'decision',
      said: { value: rangesIn(withoutOthers(decision.value))[0]!, place: decision.place },
    })
  const budget = toldPeriod(said, 'budget') ?? periodOfTables(pieces, tables, 'budget')
  if (budget) periods.push({ of: 'budget', said: budget })
  const objectives =
    toldPeriod(said, 'objectives') ?? periodOfTables(pieces, tables, 'objectives') ?? generalPeriod(pieces, tables)
  if (objectives) periods.push({ of: 'objectives', said: objectives })
  return periods
}

/** «Буџет плана за период 2027–2030. исказан је …», «Циљеви важе за период …»: how sentences begin that say it. */
const TOLD = {
  budget: /^(?:ukupan |ukupni )?(?:budzet|finansijsk\w+ plan|troskov\w*|finansijsk\w+ sredstv\w*)\b/,
  objectives: /^(?:(?:svi |opst\w+ i |poseb\w+ |specific\w+ )*)cilj(?:evi|eve|evima)\b/,
}

function toldPeriod(said: readonly Sentence[], name: keyof typeof TOLD): Said<Period> | null {
  for (const { value, folded, place } of said) {
    if (place.row || !TOLD[name].test(folded) || OTHER.test(folded)) continue
    const [range, ...others] = rangesIn(value)
    if (range && others.length === 0 && /\b(?:period\w*|od|za)\b/.test(folded)) return { value: range, place }
  }
  return null
}

/** A sentence without the other documents it names with their years. */
function withoutOthers(text: string): string {
  return text.replace(
    /(?:стратегиј|програм|план\p{L}* развоја|strategij|program|plan\p{L}* razvoja)[^.,;]{0,120}?20\d\d\s?\.?\s?[–—-]\s?20\d\d/giu,
    ' ',
  )
}

/** The period of tables: in their headings and captions, or as the years of their columns. */
function periodOfTables(
  pieces: readonly PlanPiece[],
  tables: Tables,
  name: 'budget' | 'objectives',
): Said<Period> | null {
  const parts = tables[name]?.parts ?? []
  const numbers = new Set(parts.map(({ place }) => place.cell?.table))
  for (const piece of pieces) {
    if (piece.kind !== 'table' || !numbers.has(piece.number)) continue
    const named = [piece.caption, piece.headings.at(-1) ?? ''].find(
      (text) => rangesIn(text).length > 0 && !OTHER.test(fold(text)),
    )
    if (named) return { value: rangesIn(named)[0]!, place: placeOfText(piece.headings, named) }
  }
  const years = parts.flatMap(({ years }) => [...years]).toSorted((a, b) => a - b)
  if (years.length < 2) return null
  return { value: { from: years[0]!, to: years.at(-1)! }, place: parts[0]!.place }
}

/** «До краја школске 2030/2031. године». */
const SCHOOL_YEAR = /(?:школск|školsk|skolsk)\p{L}*\s20\d\d\.?\s?[/–-]\s?20\d\d/giu

/** «… у периоду 2027–2031»: what the general objective says. */
function generalPeriod(pieces: readonly PlanPiece[], tables: Tables): Said<Period> | null {
  const rows = tables.objectives?.rows.map(({ cells, place }) => ({ value: cells.objective ?? '', place })) ?? []
  for (const { value, place } of [...generalIn(pieces), ...rows]) {
    const [range] = OTHER.test(fold(value)) ? [] : rangesIn(value.replace(SCHOOL_YEAR, ' '))
    if (range) return { value: range, place: { ...place, quote: value } }
  }
  return null
}

export function previousIn({ tables }: Source, said: readonly Sentence[]): Said<Period> | null {
  const isPrevious = /\b(?:prethodn\w*|star[iaou]g?|dosadasnj\w*|prosl\w+|vazec\w+|isteka\w*|istek\w*)\b/
  const mentions = said.filter(
    ({ folded }) =>
      isPrevious.test(folded) &&
      /\b(?:lap\w*|lpa\w*|plan\w*)\b/.test(folded) &&
      !/\b(?:razvoja|srednjorocn\w*|strategij\w*|program\w*)\b/.test(folded),
  )
  const captions = (tables.previous?.parts ?? []).map(({ place }) => ({
    value: `${place.quote} ${place.headings.at(-1) ?? ''}`,
    place,
  }))
  for (const { value, place } of [...mentions, ...captions]) {
    const [range] = rangesIn(value)
    if (range) return { value: range, place }
  }
  // «Претходни план истекао је крајем 2024»: until when, and not since when.
  for (const { value, folded, place } of mentions) {
    const [year, ...others] = yearsIn(value.replace(/(?<=\d)\.(?!\d)/g, ' '))
    if (year !== undefined && others.length === 0 && /\b(?:istek\w*|vazi\w*|trajao|prest\w+ da vazi)\b/.test(folded))
      return { value: { from: year, to: year }, place }
  }
  return null
}

export function dated(cover: readonly Said<string>[]): Said<Temporal.PlainDate> | null {
  for (const { value, place } of cover.slice(1)) {
    const bare = value.replace(RANGE, ' ')
    const day =
      value.length <= 120 && /\p{L}|\d\.\s?\d/u.test(bare) && !/službeni|службени|одлук|odluk/iu.test(value)
        ? lastDayIn(bare)
        : null
    if (day) return { value: day, place }
  }
  return null
}
