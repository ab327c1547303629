import { fold } from '../../language/fold.ts'
import { lastDayIn } from '../rules/days.ts'
import type { Period, Plan, Said, Tables } from '../rules/plan.ts'
import { generalIn } from './general.ts'
import type { PlanPiece, TextPiece } from './pieces.ts'
import { isDecisionToStart, OTHER, placeOfText, type Sentence, type Source } from './sentence.ts'

/** How much of the beginning may be a cover. */
const COVER_LINES = 14

/** The title and what stands before the first chapter. */
export function coverOf({ title, pieces }: Source): Said<string>[] {
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === 'text')
  const [first] = texts
  const lines = texts
    .slice(0, COVER_LINES)
    .filter(({ headings }) => headings.length === 0 || headings[0] === first?.headings[0])
    .map(({ headings, text }) => ({ value: text, place: placeOfText(headings, text) }))
  const headings = (first?.headings ?? []).map((text) => ({ value: text, place: placeOfText([], text) }))
  return [{ value: title, place: placeOfText([], title) }, ...headings, ...lines]
}

export const RANGE = /(?<![\d.,/-])(20\d\d)\s?\.?\s?(?:године\s|godine\s)?(?:[–—-]|до|do|\/)\s?(20\d\d)(?!\d)/gu

/** Periods of years in a text. A longer one than any plan has is something else. */
export function rangesIn(text: string): Period[] {
  return Array.from(text.matchAll(RANGE), ([, from, to]) => ({ from: Number(from), to: Number(to) })).filter(
    ({ from, to }) => from < to && to - from <= 12,
  )
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
  const budget = periodOfTables(pieces, tables, 'budget')
  if (budget) periods.push({ of: 'budget', said: budget })
  const objectives = periodOfTables(pieces, tables, 'objectives') ?? generalPeriod(pieces, tables)
  if (objectives) periods.push({ of: 'objectives', said: objectives })
  return periods
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

/** «… у периоду 2027–2031»: what the general objective says. */
function generalPeriod(pieces: readonly PlanPiece[], tables: Tables): Said<Period> | null {
  const rows = tables.objectives?.rows.map(({ cells, place }) => ({ value: cells.objective ?? '', place })) ?? []
  for (const { value, place } of [...generalIn(pieces), ...rows]) {
    const [range] = OTHER.test(fold(value)) ? [] : rangesIn(value)
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
