import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import type { Texts } from './texts.types.ts'

/** What trainers and coordinators read. */
export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>
