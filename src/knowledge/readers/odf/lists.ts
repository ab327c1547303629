import type { Element } from 'domhandler'
import { LevelNumbers } from '../pieces/level-numbers.ts'
import type { OdfStyles } from './styles.ts'

/** A list that is being gone through: its style, how deep in it one is (0 is its widest level), and what counts its items. */
type OpenList = { style: string; level: number; numbers: LevelNumbers }

/** Counts the items of lists as the word processor does: lists inside lists count on in the style of the outer one. */
export class OdfLists {
  readonly #styles: OdfStyles
  readonly #byId = new Map<string, LevelNumbers>()
  readonly #byStyle = new Map<string, LevelNumbers>()
  #at: OpenList | null = null

  constructor(styles: OdfStyles) {
    this.#styles = styles
  }

  /** Goes through a list with `work`, which is told whether its items have numbers. */
  inside<T>({ attribs }: Element, work: (isNumbered: boolean) => T): T {
    const outer = this.#at
    const style = attribs['text:style-name'] ?? outer?.style ?? ''
    const level = outer ? outer.level + 1 : 0
    const numbers = outer && outer.style === style ? outer.numbers : this.#numbersOf(style, attribs)
    this.#at = { style, level, numbers }
    if (attribs['xml:id']) this.#byId.set(attribs['xml:id'], numbers)
    this.#byStyle.set(style, numbers)
    const result = work((this.#styles.listLevels(style)[level]?.format ?? null) !== null)
    this.#at = outer
    return result
  }

  /** The number of an item of the list one is in; empty where it shows none. */
  numberOf({ name, attribs }: Element): string {
    if (!this.#at || name !== 'text:list-item') return ''
    const start = Number(attribs['text:start-value'])
    if (Number.isSafeInteger(start) && start > 0) this.#at.numbers.restart(this.#at.level, start)
    return this.#at.numbers.next(this.#at.level)
  }

  /** A list that goes on another one counts with it. */
  #numbersOf(style: string, attribs: Element['attribs']): LevelNumbers {
    const former =
      this.#byId.get(attribs['text:continue-list'] ?? '') ??
      (attribs['text:continue-numbering'] === 'true' ? this.#byStyle.get(style) : undefined)
    return former ?? new LevelNumbers(this.#styles.listLevels(style))
  }
}
