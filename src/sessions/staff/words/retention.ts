import type { DataClass } from '../../../platform/database/retention.ts'
import { countWords, deleteWords } from './store.ts'

/** Counted from the end of a session. */
export const WORD_DATA: readonly DataClass[] = [
  {
    name: 'messages between people and trainers',
    tables: ['session_word'],
    keepDays: 30,
    delete: deleteWords,
    count: countWords,
  },
]
