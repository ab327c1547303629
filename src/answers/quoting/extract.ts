import { type ContentBlock, textOfBlock } from '../../knowledge/readers/document.ts'
import { asideOf, asksFor } from '../../knowledge/search/asides.ts'
import type { Hit } from '../../knowledge/search/search.ts'
import type { Quote } from '../answer.ts'
import { composePassage, furtherBlocks } from './compose-passage.ts'
import { type Coverage, together } from './evidence.ts'
import { kindOf } from './question-kind.ts'
import { Said } from './said.ts'

/** A further passage is quoted for what it adds: at least this much of the question that is not said yet … */
const NEW_COVERAGE = 0.2
/** … if it scores this share of the best one. */
const NEAR_SCORE = 0.7
const MOST_PASSAGES = 2
/** How many of the passages found are looked at for what the best one leaves open. */
const LOOKED_AT = 4

/**
 * The extractive answer: of the best passage what answers first, then what supports it, in reading order; of others what
 * they add. Nothing is said twice. `hits` best first, at least one.
 */
export function extract(coverage: Coverage, hits: readonly Hit[], question: string): Quote[] {
  const asking = { coverage, question, kind: kindOf(question), said: new Said() }
  const [best, ...others] = mattersFirst(hits, question)
  if (!best) return []
  const quoted = [{ chunk: best.chunk, blocks: composePassage(asking, best) }]
  let covered = presencesOf(coverage, quoted[0]!.blocks)
  for (const hit of others.slice(0, LOOKED_AT)) {
    const { chunk, score } = hit
    if (quoted.length === MOST_PASSAGES || coverage.share(covered) > 1 - NEW_COVERAGE) break
    if (score < best.score * NEAR_SCORE) continue
    const blocks = furtherBlocks(asking, hit)
    const withIt = together(covered, presencesOf(coverage, blocks))
    if (coverage.share(withIt) - coverage.share(covered) < NEW_COVERAGE) continue
    quoted.push({ chunk, blocks })
    covered = withIt
    for (const block of blocks) asking.said.add(textOfBlock(block))
  }
  return quoted.map((quote, at) => ({ n: at + 1, ...quote }))
}

function presencesOf(coverage: Coverage, blocks: readonly ContentBlock[]): readonly number[] {
  return coverage.presences(blocks.map(textOfBlock).join('\n'))
}

/** How much worse than an aside a passage may score that is quoted instead of it. */
const INSTEAD = 0.75

/** The passages without those that stand beside the matter, unless they are asked for or nothing else comes near. */
function mattersFirst(hits: readonly Hit[], question: string): readonly Hit[] {
  const matters = hits.filter(({ chunk }) => {
    const aside = asideOf(chunk)
    return aside === null || asksFor(question, aside)
  })
  const [best] = hits
  const [instead] = matters
  return best && instead && instead.score >= best.score * INSTEAD ? matters : hits
}
