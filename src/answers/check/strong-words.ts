/** Words on which the sense of a rule turns, folded, by what they say. */
const STRONG: Record<string, RegExp> = {
  'at least': /\b(?:najmanje|barem|minimum|minimal\w*|at least|no less than)\b/,
  'at most': /\b(?:najvise|maksimum|maksimal\w*|at most|maximum|up to|no more than)\b/,
  always: /\b(?:uvek|always)\b/,
  must: /\b(?:mora|moraju|moramo|morate|morati|morao|morala|morali|duzan|duzna|duzno|duzni|duzne|obavez\w*|must|oblig\w*|mandatory|required|shall)\b/,
}

/** What a folded text says of bounds and duties: «најмање», «највише», «увек», «мора», in either language. */
export function strengthOf(folded: string): string[] {
  return Object.keys(STRONG).filter((strength) => STRONG[strength]!.test(folded))
}

/** What says as much of a bound without such a word: «до 12 месеци», «најдужи рок». */
const ALSO: Readonly<Record<string, RegExp>> = {
  'at most': /\b(?:do(?= \d)|najvec\w*|najduz\w*|najvis\w*|longest|largest|highest|within)\b/,
}

/** What a folded sentence of a passage bears out of these. */
export function strengthsBorneOut(folded: string): string[] {
  const said = strengthOf(folded)
  return [...said, ...Object.keys(ALSO).filter((one) => !said.includes(one) && ALSO[one]!.test(folded))]
}
