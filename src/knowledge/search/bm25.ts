/** Okapi BM25 (Robertson and Zaragoza, 2009) over character 4-grams, with its usual constants. */

/** How soon more of the same gram stops telling more. */
export const SATURATION = 1.2
/** How much a passage's length counts, 0 to 1. */
export const LENGTH_SHARE = 0.75

/** The part of a gram's score that its passage decides: rises with its `count` there, falls with the passage's length (both in grams). */
export function weight(count: number, length: number, meanLength: number): number {
  const relative = meanLength > 0 ? length / meanLength : 1
  return (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * relative))
}

/** How much a gram tells that stands in `inChunks` of `chunks` passages; never negative, largest for one that stands in none. */
export function idf(inChunks: number, chunks: number): number {
  return Math.log(1 + (chunks - inChunks + 0.5) / (inChunks + 0.5))
}
