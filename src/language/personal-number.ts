const RUN = /\p{Nd}(?:[\s.,/–\p{Cf}-]{0,2}\p{Nd}){12,200}/gu
/** 13 digits together, or 12 where the day begins with a zero that a spreadsheet took. */
const ALONE = /(?<![\d.,/-])\d{12,13}(?![\d/-]|[.,]\d)/g
const LENGTH = 13
const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/**
 * Replaces every JMBG, the personal number of 13 digits (day, month, three digits of the year, region, serial, control
 * digit), also one that is spaced, dashed or hidden in a longer row of digits. Thirteen digits written together that begin
 * with a date count even with a wrong control digit, since people mistype.
 */
export function replacePersonalNumbers(text: string, by: () => string): string {
  return text.replace(RUN, (run) => replaceInRun(run, by))
}

function replaceInRun(run: string, by: () => string): string {
  const places = Array.from(run.matchAll(/\p{Nd}/gu), ({ 0: digit, index }) => ({
    index,
    end: index + digit.length,
    value: Number(digit.normalize('NFKC')),
  }))
  let replaced = ''
  let from = 0
  for (let at = 0; at + LENGTH <= places.length; ) {
    const window = places.slice(at, at + LENGTH)
    const digits = window.map((place) => place.value)
    if (!beginsWithDate(digits) || !(hasControlDigit(digits) || isApart(places, at))) {
      at++
      continue
    }
    replaced += run.slice(from, window[0]!.index) + by()
    from = window.at(-1)!.end
    at += LENGTH
  }
  return replaced + run.slice(from)
}

/** How many JMBG with a right control digit stand in a text, each as 13 digits together; a cell of a sheet may have lost the zero before them. */
export function countPersonalNumbers(text: string): number {
  return Array.from(text.matchAll(ALONE), ([digits]) => Array.from(digits.padStart(LENGTH, '0'), Number)).filter(
    (digits) => beginsWithDate(digits) && hasControlDigit(digits),
  ).length
}

function beginsWithDate(digits: readonly number[]): boolean {
  const number = (from: number, to: number) => Number(digits.slice(from, to).join(''))
  const [day, month, year] = [number(0, 2), number(2, 4), number(4, 7)]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && (year >= 850 || year < 100)
}

function hasControlDigit(digits: readonly number[]): boolean {
  const rest = 11 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * digits[i]!, 0) % 11)
  return digits[LENGTH - 1] === (rest > 9 ? 0 : rest)
}

/** Whether exactly 13 digits stand together, with no other beside them. */
function isApart(places: readonly { index: number; end: number }[], at: number): boolean {
  const together = (left: number) => places[left]?.end === places[left + 1]?.index
  const inside = Array.from({ length: LENGTH - 1 }, (_, i) => at + i)
  const joinsBefore = at > 0 && together(at - 1)
  const joinsAfter = at + LENGTH < places.length && together(at + LENGTH - 1)
  return inside.every(together) && !joinsBefore && !joinsAfter
}
