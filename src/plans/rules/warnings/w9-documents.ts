import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Place, type Plan, periodOf, rowsOf } from '../plan.ts'
import { yearsIn } from '../values.ts'

/** A document that the plan leans on ends before the plan does, or is the decree of 2019 that has a successor. */
export const W9: Check = {
  code: 'W9',
  level: 'warning',
  fact: 'F89',
  repair: 'repair-w9',
  find: (plan) => [...ending(plan), ...decree(plan)],
}

type Cited = { name: string; until: number; place: Place }

function ending(plan: Plan): Found[] {
  const period = periodOf(plan)
  if (period === null) return []
  const said = new Set<string>()
  return [...inTable(plan), ...inText(plan)]
    .filter(({ until }) => until < period.to)
    .filter(({ name, until }) => {
      const key = `${keyOf(name)} ${until}`
      const isNew = !said.has(key)
      said.add(key)
      return isNew
    })
    .map(({ name, until, place }) =>
      fault(place, 'why-w9-ends', { name: named(name), until: String(until), plan: String(period.to) }),
    )
}

/** What two mentions of one document have in common. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 12)
}

function inTable(plan: Plan): Cited[] {
  return rowsOf(plan, 'alignment').flatMap((row): Cited[] => {
    const named = row.cells.national || row.cells.development || row.cells.midterm || ''
    const stated = yearsIn(row.cells.until ?? '').at(-1)
    const until = stated ?? rangeIn(row.cells.national ?? '')?.until
    return until === undefined
      ? []
      : [{ name: named, until, place: inRow(row, row.cells.until ? 'until' : 'national') }]
  })
}

const DOCUMENT =
  /(?<!\p{L})(?:стратегиј\p{L}*|програм\p{L}*|акцион\p{L}+ план\p{L}*|план\p{L}* развоја|средњорочн\p{L}+ план\p{L}*|strategij\p{L}*|program\p{L}*|akcion\p{L}+ plan\p{L}*|plan\p{L}* razvoja|srednjoročn\p{L}+ plan\p{L}*|srednjorocn\p{L}+ plan\p{L}*)(?:[^.;|\d]|(?<=\d)\.(?=\d)){0,160}?(?<!\d)(20\d\d)\s?\.?\s?(?:[–—-]|до|do)\s?(20\d\d)(?!\d)/giu
/** The plan itself, and the one before it, are no documents it leans on. */
const OWN = /локалн\p{L}* акцион|lokaln\p{L}* akcion|(?<!\p{L})(?:лап|lap|лпа|lpa)/iu

function inText(plan: Plan): Cited[] {
  return plan.prose.flatMap(({ value, place }) =>
    Array.from(value.matchAll(DOCUMENT), (match) => ({
      text: match[0],
      until: Number(match[2]),
      before: value.slice(Math.max(0, match.index - 12), match.index),
    }))
      .filter(({ text, before }) => !OWN.test(before + text))
      .map(({ text, until }): Cited => ({ name: text, until, place: { ...place, quote: text } })),
  )
}

function rangeIn(text: string): { until: number } | null {
  const [, until] = /20\d\d\s?\.?\s?[–—-]\s?(20\d\d)/.exec(text) ?? []
  return until === undefined ? null : { until: Number(until) }
}

const DECREE = /(?<!\d)8\/(?:20)?19(?!\d)/

function decree(plan: Plan): Found[] {
  const cited = [...plan.prose, ...plan.lines].find(({ value }) => DECREE.test(value))
  return cited ? [fault({ ...cited.place, quote: cited.value }, 'why-w9-decree')] : []
}
