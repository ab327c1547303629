import { loadTexts } from '../bot/message/texts.ts'

/** The sentences of this feature. */
export const say = loadTexts(import.meta.url)
