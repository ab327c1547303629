/** A number, date, span of time, percentage, amount of money, reference to a law or name with digits, however it is written. */
export type Figure = {
  kind: 'number' | 'percent' | 'money' | 'duration' | 'date' | 'time' | 'law' | 'issue' | 'fraction' | 'phone' | 'code'
  /** As written, in Latin. */
  text: string
  /** Canonical forms of what is meant; a text that says one of them bears the figure out. */
  means: readonly string[]
  /** Canonical forms of everything the figure says: a date says its month and year too. */
  says: readonly string[]
}

/** A figure that says just what it means. */
export function figure(kind: Figure['kind'], text: string, ...means: string[]): Figure {
  return { kind, text: text.trim(), means, says: means }
}

/** Finds figures of one kind: where its pattern matches, what it reads there, or `null` when that is none after all. */
export type Finder = { pattern: RegExp; read: (match: RegExpExecArray, english: boolean) => Figure[] | null }
