/** Okapi BM25 (Robertson and Zaragoza, 2009) over whatever terms it is given, with its usual constants. */

/** How soon more of the same term stops telling more. */
const SATURATION = 1.2
/** How much a passage's length counts, 0 to 1. */
const LENGTH_SHARE = 0.75

/** The part of a term's score that its passage decides: rises with its `count` there, falls with the passage's length (both in terms). */
export function weight(count: number, length: number, meanLength: number): number {
  return weightBy(count, lengthNorm(length, meanLength))
}

/** What `weight` needs to know of a passage's length: smaller for a short one. */
export function lengthNorm(length: number, meanLength: number): number {
  const relative = meanLength > 0 ? length / meanLength : 1
  return SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative)
}

export function weightBy(count: number, norm: number): number {
  return (count * (SATURATION + 1)) / (count + norm)
}

/** How much a term tells that stands in `inPassages` of `passages`; never negative, largest for one that stands in none. */
export function idf(inPassages: number, passages: number): number {
  return Math.log(1 + (passages - inPassages + 0.5) / (inPassages + 0.5))
}
