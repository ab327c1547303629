import { button, paragraph, tappable } from '../bot/message/rich.ts'
import { loadTexts } from '../bot/message/texts.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'

const texts = loadTexts(import.meta.url)
export const say = texts

/** One sentence of ours, its commands to tap. */
export function lineMessage(chatId: number, locale: Locale, sentence: string): Outgoing {
  return { chatId, content: [paragraph(tappable(texts(locale)(sentence)))] }
}

/** The names of the scripts and languages stand each in its own, whoever reads. */
const CHOICES: readonly (readonly [Locale, string])[] = [
  ['sr-Cyrl', 'Ћирилица'],
  ['sr-Latn', 'Latinica'],
  ['en', 'English'],
]

export function languageButtons() {
  return [CHOICES.map(([locale, name]) => button(name, `locale:${locale}`))]
}

export function languageQuestion(chatId: number, locale: Locale): Outgoing {
  return { chatId, content: [paragraph(texts(locale)('language-question'))], buttons: languageButtons() }
}

export function languageChosen(chatId: number, locale: Locale, messageId: number | undefined): Outgoing {
  const line = texts(locale)('language-chosen', { script: locale === 'sr-Cyrl' ? 'cyrillic' : 'latin' })
  return {
    chatId,
    content: [paragraph(tappable(line))],
    ...(messageId === undefined ? {} : { edits: messageId }),
    buttons: languageButtons(),
  }
}
