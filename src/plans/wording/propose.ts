import { addedTo } from '../../answers/check/added.ts'
import type { Wording } from '../../answers/writing/prompts.ts'
import type { ProposeWording } from '../../answers/writing/wording-model.ts'
import type { Cells, Draft } from '../draft/draft.ts'
import { numberOf, yearsIn } from '../rules/values.ts'
import { beginsAsActivity } from '../rules/wording.ts'
import { analysisByRule, objectiveByRule } from './by-rule.ts'
import { analysisSources, objectiveSources } from './sources.ts'

/** What is to be worded: the paragraph of the analysis, or an objective by its cells. */
export type Wanted = { kind: 'analysis' } | { kind: 'objective'; cells: Cells }

/** A proposal, and whether a model wrote it; `refused` is what a model said that nobody had entered. */
export type Proposal = { text: string; by: 'model' | 'rule'; refused: string | null }

const LONGEST: Record<Wording, number> = { objective: 400, analysis: 1_800 }

/** Proposes a wording: the model's where there is one and all it says was entered, otherwise by rule. */
export async function proposeWording(
  draft: Draft,
  wanted: Wanted,
  write: ((wording: Wording, entries: readonly string[]) => ReturnType<ProposeWording>) | null,
): Promise<Proposal> {
  const sources = wanted.kind === 'objective' ? objectiveSources(draft, wanted.cells) : analysisSources(draft)
  const byRule = wanted.kind === 'objective' ? objectiveByRule(draft, wanted.cells) : analysisByRule(draft)
  // Without anything but the plan's own line there is nothing to word.
  const said = write === null || sources.length < 2 ? null : await write(wanted.kind, sources)
  if (said === null) return { text: byRule, by: 'rule', refused: null }
  const text = said
    .replace(/[*_#`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const refused = faultIn(text, wanted, sources)
  return refused === null ? { text, by: 'model', refused } : { text: byRule, by: 'rule', refused }
}

/** What a model's text says that was not entered, or that it is none; `null`: it may be proposed. */
function faultIn(text: string, wanted: Wanted, sources: readonly string[]): string | null {
  if (text.length < 20 || text.length > LONGEST[wanted.kind]) return ''
  const added = addedTo(sources, text)
  if (added) return added.detail
  return wanted.kind === 'objective' && !isMeasured(text, wanted.cells) ? '' : null
}

/** Whether an objective keeps its target and the year of it, and is no activity. */
function isMeasured(text: string, { target, targetYear }: Cells): boolean {
  const bare = text.replace(/^\s*до\s[^,]*?20\d\d\.?\s*(?:године)?\s*,?/iu, '')
  const number = numberOf(target)
  const [year] = yearsIn(`${targetYear ?? ''} ${target ?? ''}`)
  const hasTarget = number === null || new RegExp(`(?<!\\d)${String(number).replace('.', '[.,]')}(?!\\d)`).test(text)
  return hasTarget && (year === undefined || yearsIn(text).includes(year)) && !beginsAsActivity(bare)
}
