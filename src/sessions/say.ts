import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Texts } from './texts.types.ts'

/** The sentences of sessions, the line and participants; those of staff are in `staff/`. */
export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>
