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
  /** Not shown to say what a cited passage says; `detail` is what spoke most against it. */
  | 'meaning'
  /** A second reader, another call of the model, found that its passages do not say it. */
  | 'second-reader'
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

/**
 * What is wrong with a text, or `null`, and how many figures it has; `nearest` is the sentence of a cited passage that says what it is
 * about, `null` where none does.
 */
export type Verdict = { fault: Fault | null; figures: number; nearest: Quote | null }

/** A sentence of a passage, word for word. */
export type Quote = { text: string; passage: number }

/** What the passages are asked for: a lead-in or heading may have words of its own; a row has no sentence. */
export type Role = 'sentence' | 'row' | 'lead-in' | 'heading'
