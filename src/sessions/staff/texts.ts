import { loadTexts } from '../../bot/message/texts.ts'

/** What trainers and coordinators read. */
export const say = loadTexts(import.meta.url)
