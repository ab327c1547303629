import type { Language, Writing } from './detect.ts'
import { withHardSpaces } from './hard-spaces.ts'
import { inScript, type Script } from './script.ts'

/** How we write to a person: Serbian in one of its scripts, or English. BCP 47 tags. */
export const LOCALES = ['sr-Cyrl', 'sr-Latn', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export function languageOf(locale: Locale): Language {
  return locale === 'en' ? 'en' : 'sr'
}

/** The script in which Serbian material is shown to this reader; to an English one as Latin, which they can at least read out. */
export function scriptFor(locale: Locale): Script {
  return locale === 'sr-Cyrl' ? 'cyrl' : 'latn'
}

/** Serbian Cyrillic material as this reader sees it. */
export function shownTo(locale: Locale, text: string): string {
  const shown = inScript(withHardSpaces(text), scriptFor(locale))
  // «ИОМ (IOM)» in Latin would say the same twice.
  return locale === 'sr-Cyrl' ? shown : shown.replace(/(?<!\p{L})(\p{L}{2,})((?:-\p{Ll}+)?) \(\1\)/gu, '$1$2')
}

/** The locale a message asks for by how it is written. */
export function localeOfWriting(writing: Writing): Locale {
  if (writing.language === 'en') return 'en'
  return writing.script === 'cyrl' ? 'sr-Cyrl' : 'sr-Latn'
}

/**
 * A first guess from the language of a person's Telegram, before they wrote anything. Neighbours who read Serbian in
 * Latin get Latin; whoever has neither, English.
 */
export function localeOfClient(languageCode: string | undefined): Locale {
  if (languageCode === undefined || languageCode === 'sr') return 'sr-Cyrl'
  const base = languageCode.toLowerCase().split('-')[0]!
  if (languageCode.toLowerCase().startsWith('sr-latn') || ['hr', 'bs', 'sh', 'sl', 'cnr'].includes(base))
    return 'sr-Latn'
  return base === 'sr' || base === 'mk' ? 'sr-Cyrl' : 'en'
}
