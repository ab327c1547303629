import type { Locale } from '../../../language/locale.ts'
import type { Entry } from '../reads.ts'
import { say } from '../texts.ts'

/** What staff should know of somebody before they count on them, a few words each; most people have none. */
export function marksOf(locale: Locale, { call, isBlocked, hasTwin }: Entry): string[] {
  const t = say(locale)
  return [
    ...(call ? [t('without-telegram')] : []),
    ...(isBlocked ? [t('has-blocked')] : []),
    ...(hasTwin ? [t('has-twin')] : []),
  ]
}
