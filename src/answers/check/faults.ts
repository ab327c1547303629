/** Why a sentence may not be shown. */
export type Reason =
  | 'uncited'
  /** Came damaged. */
  | 'broken'
  | 'no-such-passage'
  /** A link, mention or command that no cited passage has. */
  | 'link'
  /** A number, date, percentage, amount or reference to a law that no cited passage has. */
  | 'figure'
  /** A name or abbreviation that no cited passage has. */
  | 'name'
  /** Says «најмање», «највише», «увек» or «мора» where no cited passage does. */
  | 'strength'
  /** Denies where the passage does not, or the other way round. */
  | 'negation'
  /** Too few of its words stand in the cited passages. */
  | 'words'
  /** Nothing that could be compared. */
  | 'empty'
  /** A heading or lead-in under which nothing is left. */
  | 'nothing-under-it'
  /** The whole text is in another language or script than the reader's; `detail` is which. */
  | 'language'

/** `detail` is what the passages lack. */
export type Fault = { reason: Reason; detail: string }

/** What is wrong with a text, or `null`, and how many figures it has. */
export type Verdict = { fault: Fault | null; figures: number }

/** What the passages are asked for: a lead-in or heading may have words of its own. */
export type Role = 'sentence' | 'lead-in' | 'heading'
