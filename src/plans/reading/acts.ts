import { fold } from '../../language/fold.ts'
import { daysIn, lastDayIn } from '../rules/days.ts'
import type { Act, Period, Plan, Said } from '../rules/plan.ts'
import { MONTH_STEMS } from '../rules/values.ts'
import { RANGE, rangesIn } from './periods.ts'
import {
  isDecisionToStart,
  isFuture,
  isLacking,
  OTHER,
  PLAN,
  placeOfText,
  type Sentence,
  type Source,
} from './sentence.ts'

export function adoptedIn(
  cover: readonly Said<string>[],
  said: readonly Sentence[],
  period: Period | null,
): Said<string> | null {
  const status = cover
    .slice(1)
    .find(
      ({ value }) =>
        value.length <= 80 && /\busvojen[ao]?\b/.test(fold(value)) && !/\b(?:nije|nacrt|predlog)\b/.test(fold(value)),
    )
  if (status) return status
  const isOurs = (value: string) => rangesIn(value).every(({ to }) => period === null || to >= period.to)
  return (
    said.find(
      ({ value, folded }) =>
        (isAdopting(folded) ||
          /^(?:ovaj |lokaln\w+ (?:akcion\w+ )?)?(?:plan|lap) je (?:vec )?usvojen\b/.test(folded)) &&
        !OTHER.test(folded) &&
        !isDecisionToStart(folded) &&
        !isFuture(folded) &&
        isOurs(value),
    ) ?? null
  )
}

/** «Скупштина је усвојила план», and such. */
function isAdopting(folded: string): boolean {
  return (
    /\b(?:usvojila|donela|usvojen|donet|usvojilo)\b/.test(folded) &&
    /\bskupstin\w*/.test(folded) &&
    /\b(?:lap\w*|plan\w*)\b/.test(folded)
  )
}

export function isAdoption(one: Sentence): boolean {
  return isAdoptionOfPlan(one) || isStepOfAdoption(one)
}

/** Of a sentence that tells what others have said and decided, too, the clauses about the assembly: dates and numbers of others are not its own. */
export function assemblysPart(one: Sentence): Sentence {
  const clauses = one.value.split(/(?<=[,;])\s(?=\p{L})/u)
  const bodies = clauses.map((clause) =>
    ASSEMBLY.test(fold(clause)) ? 'own' : OTHER_BODY.test(fold(clause)) ? 'other' : null,
  )
  const first = bodies.indexOf('own')
  if (first < 0 || !bodies.includes('other')) return one
  const next = bodies.indexOf('other', first)
  const value = clauses.slice(first, next < 0 ? undefined : next).join(' ')
  return { ...one, value, folded: fold(value) }
}

const ASSEMBLY = /\bskupstin\w*/
const OTHER_BODY = /\b(?:savet\w*|vec[aeu]|komisij\w*|odbor\w*|odelj\w*|raspra\w*)\b/

/** «Усвајање | Скупштина општине | 18. 12. 2026. | 06-45/2026»: a step in a table, or a sentence under a heading of the adoption. */
function isStepOfAdoption({ value, folded, place }: Sentence): boolean {
  const isThere = place.row !== null || place.headings.some((heading) => /\busvaj/.test(fold(heading)))
  return (
    isThere &&
    /\bskupstin\w*/.test(folded) &&
    /\b(?:usvajanj\w*|usvoji\w*|usvojen\w*|odluk\w*|done\w+)\b/.test(folded) &&
    (daysIn(value).length > 0 || (place.row === null && numberOfAct(value) !== null)) &&
    !isFuture(folded) &&
    !isDecisionToStart(folded) &&
    !OTHER.test(folded) &&
    !/\b(?:statut|zakon|izvestaj|budzet|misljenj|raspra|izjav)\w*/.test(folded)
  )
}

function isAdoptionOfPlan({ folded }: Sentence): boolean {
  const isDecision =
    /\b(?:odluk\w*|usvoji\w*|usvajanj\w*|usvojen\w*|donela|donet\w*)\b/.test(folded) &&
    /\b(?:skupstin\w*|usvajanj\w*)/.test(folded)
  return (
    isDecision &&
    // In a plan «Одлука Скупштине општине о усвајању: 18. новембра 2026, број …» is of the plan.
    (PLAN.test(folded) ||
      /\bodluk\w* skupstin\w* (?:\w+ ){0,2}o usvajanju\b(?! \w+ (?:izvestaj|budzet))/.test(folded)) &&
    !isDecisionToStart(folded) &&
    !OTHER.test(folded) &&
    !/\b(?:statut|zakon)\w*/.test(folded)
  )
}

const MONTH_AND_YEAR = new RegExp(String.raw`\b(?:${MONTH_STEMS})\w{0,3} 20\d\d`)

/** «Предлог плана биће на дневном реду седнице Скупштине 24. фебруара 2027»: when the assembly is to adopt the plan. */
export function plannedIn(said: readonly Sentence[]): Said<Temporal.PlainDate> | null {
  for (const { value, folded, place } of said) {
    const isOfAssembly =
      /\bskupstin\w*/.test(folded) && /\b(?:usvaj\w*|usvoji\w*|dones\w*|donos\w*|dnevn\w+ red\w*|odluc\w*)/.test(folded)
    if (!isOfAssembly || !PLAN.test(folded) || OTHER.test(folded) || /\b(?:izvestaj|budzet|rebalans)\w*/.test(folded))
      continue
    if (isDecisionToStart(folded) && !/\busva/.test(folded)) continue
    const days = daysIn(value)
    const day = days.at(-1) ?? lastDayIn(MONTH_AND_YEAR.exec(folded)?.[0] ?? '')
    if (day) return { value: day, place: { ...place, quote: value } }
  }
  return null
}

/** A sentence that says an act is there, and not that it will be or is to be filled in. */
export function recorded(act: RegExp, body: RegExp): (one: Sentence) => boolean {
  return ({ value, folded }) => {
    if (!act.test(folded) || !body.test(folded) || isFuture(folded) || isLacking(folded)) return false
    if (/_{3,}|\[/.test(value)) return false
    return (
      daysIn(value).length > 0 ||
      numberOfAct(value) !== null ||
      /\b(?:dao|dalo|dala|izdal\w*|potvrd\w*|pribavlj\w*|pozitivn\w*|dostav\w*|prilozen\w*|saglas\w*)\b/.test(folded)
    )
  }
}

const NUMBERED =
  /(?:(?<!\p{L})(?:бр(?:ој|оја|ојем)?|br(?:oj|oja|ojem)?|под бројем)\.?:?\s*)([\p{Lu}\d][\p{L}\d]{0,5}(?:[-/.][\p{L}\d]{1,6}){0,5})/iu
const BARE_NUMBER =
  /(?<![\d.])\d{1,4}(?:-\d{1,5}){1,4}(?:\/\d{2,4})?(?![\d.])|(?<![\d.-])\d{1,4}\/(?:20)?\d\d(?:-\d+)?(?![\d./])/u

/** The number of an act: behind «број», or written as such numbers are; that of a gazette is none. */
function numberOfAct(text: string): string | null {
  const bare = text
    .replace(/[„“"(]?\s?(?:сл(?:\.|ужбени|\sгласник)|službeni|sluzbeni|sl\.)[^)“"]{0,80}[)“"]?/giu, ' ')
    .replace(RANGE, ' ')
  const [, number] = NUMBERED.exec(bare) ?? []
  if (number && /\d/.test(number)) return number
  return BARE_NUMBER.exec(bare)?.[0] ?? null
}

/** The act as the most telling of its mentions has it. */
export function bestAct(mentions: readonly Sentence[]): Said<Act> | null {
  const acts = mentions.map(({ value, place }): Said<Act> => {
    const [date = null] = daysIn(value)
    return { value: { date, number: numberOfAct(value) }, place: { ...place, quote: place.quote || value } }
  })
  const known = ({ value }: Said<Act>) => Number(value.date !== null) + Number(value.number !== null)
  return acts.toSorted((a, b) => known(b) - known(a))[0] ?? null
}

export function debateIn(said: readonly Sentence[]): Plan['debate'] {
  const debates = said.filter(({ folded }) => /\brasprav\w*/.test(folded))
  for (const { value, place } of debates) {
    const [from, to] = daysIn(value)
    if (from && to && Temporal.PlainDate.compare(from, to) <= 0 && from.until(to).total({ unit: 'days' }) < 200)
      return { value: { from, to }, place }
  }
  return onOneDay(debates)
}

/** «Извештај о јавној расправи објављен је …»; in a paragraph of the debate, «Извештај је објављен …» is the same. */
export function isDebateReport({ folded, place }: Sentence): boolean {
  if (!/\bizvestaj\w*/.test(folded) || isFuture(folded) || isLacking(folded)) return false
  if (/\braspra\w*/.test(folded)) return true
  return (
    place.row === null &&
    /\braspra\w*/.test(fold(`${place.headings.at(-1) ?? ''} ${place.quote}`)) &&
    /\b(?:objavlj|usvoj|sacinj|sastavlj|dostavlj|utvrd|postavlj|prilozen)\w*/.test(folded) &&
    !/\b(?:godisnj\w*|sprovod\w*|zavrsn\w*|statistick\w*)\b/.test(folded)
  )
}

/** «Јавна расправа је одржана 25. децембра 2026»: one day, where nothing says from when to when. */
function onOneDay(debates: readonly Sentence[]): Plan['debate'] {
  for (const { value, folded, place } of debates) {
    const [day, ...others] = daysIn(value)
    if (
      day &&
      others.length === 0 &&
      /\braspra\w* (?:je )?(?:bila )?odrzan\w*|\bodrzan\w* (?:je )?(?:javn\w+ )?raspra/.test(folded)
    )
      return { value: { from: day, to: day }, place }
  }
  return null
}

export function headed({ pieces }: Source, pattern: RegExp): Said<string> | null {
  const piece = pieces.find(({ headings }) => headings.some((heading) => pattern.test(fold(heading))))
  return piece ? { value: piece.headings.at(-1)!, place: placeOfText(piece.headings, piece.headings.at(-1)!) } : null
}
