import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
/** A sentence that is given nothing. */
export type Sentence = Plain<Texts>
