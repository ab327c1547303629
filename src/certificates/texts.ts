import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type PlainSentence = Plain<Texts>
