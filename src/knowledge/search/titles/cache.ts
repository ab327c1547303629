import { setImmediate as nextTurn } from 'node:timers/promises'
import { whenCalm } from '../../../platform/calm.ts'
import type { Db } from '../../../platform/database/database.ts'
import { encoder } from '../encoder/encoder.ts'
import { type Remembered, remembered } from '../remembered.ts'
import { mostTitled, readTitles } from '../store.ts'
import { type Titles, TitleWords } from './titles.ts'

/**
 * Titles of passages as a process remembers them. To number the words of the 76 titles that a shipped passage has and to encode them takes
 * longer than everything else that a question asks for, so that they are read beforehand.
 */
export type TitleCache = {
  titleWords: TitleWords
  titles: Remembered<Titles>
  /**
   * Reads titles that nobody asked for yet, while the process has little else to do: as many as are remembered, of passages with the most of them
   * first; next time of new ones. Read beside 6,000 messages that waited for a start, they took half of what those were answered with.
   */
  warm(signal: AbortSignal): Promise<void>
  /** Whether words were met in titles that are hardly all in use. */
  isFull(): boolean
}

/** Titles remembered, and at most as many again: of half a kilobyte, or nine where ways of asking are listed. */
const MOST_TITLES = 5_000
const MOST_WORDS = 50_000
/** Passages whose titles are read in one statement while nothing else is to be done, and made before something else may have its turn: some 5 ms. */
const READ_AT_ONCE = 50
const MADE_AT_ONCE = 10

export function createTitleCache(db: Db): TitleCache {
  const titleWords = new TitleWords()
  const titles = remembered((ids) => readNumbered(db, titleWords, ids), MOST_TITLES)
  let last = 0
  return {
    titleWords,
    titles,
    isFull: () => titleWords.vocabulary.words.length >= MOST_WORDS,
    warm: async (signal) => {
      const ids = await mostTitled(db, last, MOST_TITLES)
      for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
        await whenCalm(signal)
        if (signal.aborted) return
        await titles(ids.slice(at, at + READ_AT_ONCE))
      }
      last = ids.reduce((most, id) => Math.max(most, id), last)
    },
  }
}

async function readNumbered(db: Db, titleWords: TitleWords, ids: number[]): Promise<Map<number, Titles>> {
  const read = await readTitles(db, ids)
  const numbered = new Map<number, Titles>()
  const encode = encoder()
  for (const [id, titles] of read) {
    numbered.set(id, titleWords.numbered(titles, encode))
    if (numbered.size % MADE_AT_ONCE === 0) await nextTurn()
  }
  return numbered
}
