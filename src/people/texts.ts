import { paragraph, tappable } from '../bot/message/rich.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { CHOOSE_LOCALE } from './buttons.ts'
import type { CouncilRole, Experience } from './rules.ts'
import type { Texts } from './texts.types.ts'

const texts = loadTexts<Texts>(import.meta.url)
export const say = texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>

/** One sentence of ours, its commands to tap. */
export function lineMessage(chatId: number, locale: Locale, sentence: PlainSentence): Outgoing {
  return { chatId, content: [paragraph(tappable(texts(locale)(sentence)))] }
}

const COUNCIL_ROLE_NAMES: Record<CouncilRole, PlainSentence> = {
  member: 'role-member',
  trustee: 'role-trustee',
  coordinator: 'role-coordinator',
  employee: 'role-employee',
  other: 'role-other',
}

export function councilRoleName(locale: Locale, role: CouncilRole): string {
  return texts(locale)(COUNCIL_ROLE_NAMES[role])
}

const EXPERIENCE_NAMES: Record<Experience, PlainSentence> = {
  new: 'experience-new',
  experienced: 'experience-experienced',
}

/** How staff read somebody's experience; they chose it in the first person. */
const EXPERIENCES_OF: Record<Experience, PlainSentence> = {
  new: 'experience-of-new',
  experienced: 'experience-of-experienced',
}

export function experienceOf(locale: Locale, experience: Experience): string {
  return texts(locale)(EXPERIENCES_OF[experience])
}

export function experienceName(locale: Locale, experience: Experience): string {
  return texts(locale)(EXPERIENCE_NAMES[experience])
}

/** The names of the scripts and languages stand each in its own, whoever reads. */
const CHOICES: readonly (readonly [Locale, string])[] = [
  ['sr-Cyrl', 'Ћирилица'],
  ['sr-Latn', 'Latinica'],
  ['en', 'English'],
]

function languageButtons() {
  return [CHOICES.map(([locale, name]) => CHOOSE_LOCALE.labelled(name, locale))]
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
