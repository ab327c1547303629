import { loadTexts, type Plain, type Values } from '../bot/message/texts.ts'
import type { Texts } from './texts.types.ts'

/** The sentences of this feature. */
export const say = loadTexts<Texts>(import.meta.url)

export type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>
/** What a sentence is given. */
export type ValuesOf<Id extends Sentence> = Values<Texts, Id>
