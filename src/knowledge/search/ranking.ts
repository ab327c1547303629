import { asideBy, asksFor } from './asides.ts'
import { asksOtherwise, isEntryTitle, questionKinds, sharedKinds } from './heading-fit.ts'
import type { TitleMatch } from './title-match.ts'

/** A passage as the lexical lane ranks it. */
export type Ranked = {
  chunkId: number
  /** Its BM25 score for the question, raised by how nearly a title says what is asked; comparable within one search only. */
  score: number
  /** How nearly one of its titles says what is asked, squared, 0 to 1: only near matches count. */
  titleMatch: number
  /**
   * How likely it is the one meant, if one of those found is, 0 to 1; all together 1, but for entries of the glossary: a passage is
   * no less likely because its subject is explained there too.
   */
  chance: number
}

/** A passage's sums of weight × value over the grams of the question, and over those of all that was written. */
export type Scored = { chunkId: number; score: number; around: number }

/** A passage found, its folded heading, how nearly its titles say what is asked, and how nearly all that was written. */
export type Matched = Scored & { heading: string; match: TitleMatch; matchAround: TitleMatch }

/** What a heading that says just what is asked adds to a passage's score. */
const TITLE_SHARE = 2

/**
 * What tells that a passage is the one meant, in log-odds: a conditional logistic regression over the passages found,
 * fitted on 264 shipped questions and 430 as people write them, with greetings, stories and signatures. In four-fold
 * cross-validation the right passage stood first for 87 % of the shipped and 73 % of the others; by score and nearest
 * title alone it was 83 % and 57 %. That a heading asks otherwise was weighed later, when entries of the glossary were found like
 * passages: of 415 messages of half a, 85.1 % have the right one first with it and 84.1 % without. With 23,000 titles something around a question is
 * always near one: at 6 what stands around changes the first passage of 1.7 %, at 7.8 of 4.6 %, and no fewer are right.
 */
const WEIGHTS = {
  ofBest: 0.76,
  title: 3.8,
  titleAround: 6,
  second: 5.1,
  around: 6.2,
  kind: 1.44,
  otherKind: -1.2,
  aside: -1,
}
/** A score counts as at least this share of the best one: whoever is found only by what stands around is not lost. */
const LEAST_SHARE = 0.05

/** The passages found for a folded question, likeliest first. Where only the question was written, that stands around it too. */
export function likeliestFirst(question: string, found: readonly Matched[]): Ranked[] {
  const kinds = questionKinds(question)
  const best = Math.max(...found.map((one) => one.score))
  const mostAround = Math.max(...found.map((one) => one.around))
  const oddsOf = ({ score, around, heading, match, matchAround }: Matched) =>
    WEIGHTS.ofBest * Math.log(Math.max(score / best, LEAST_SHARE)) +
    WEIGHTS.title * match.nearest +
    WEIGHTS.titleAround * matchAround.nearest +
    WEIGHTS.second * match.second ** 2 +
    WEIGHTS.around * (around / mostAround) +
    WEIGHTS.kind * sharedKinds(kinds, heading) +
    WEIGHTS.otherKind * (asksOtherwise(kinds, heading) ? 1 : 0) +
    WEIGHTS.aside * (isBeside(heading, question) ? 1 : 0)
  const odds = found.map(oddsOf)
  const most = Math.max(...odds)
  const likely = odds.map((one) => Math.exp(one - most))
  const all = likely.reduce((sum, one, i) => sum + (isEntryTitle(found[i]!.heading) ? 0 : one), 0)
  const chanceOf = (i: number) => likely[i]! / (isEntryTitle(found[i]!.heading) ? all + likely[i]! : all)
  return found
    .map((_, i) => i)
    .sort((a, b) => odds[b]! - odds[a]! || found[a]!.chunkId - found[b]!.chunkId)
    .map((i) => rankedAs(found[i]!, chanceOf(i)))
}

function rankedAs({ chunkId, score, match }: Matched, chance: number): Ranked {
  const titleMatch = match.nearest ** 2
  return { chunkId, score: score * (1 + TITLE_SHARE * titleMatch), titleMatch, chance }
}

/** Whether a section is a list of mistakes, a checklist or an example, and nobody asks for that. */
function isBeside(heading: string, question: string): boolean {
  const aside = asideBy(heading)
  return aside !== null && !asksFor(question, aside)
}
