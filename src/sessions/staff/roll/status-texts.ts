import { deadlineFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import type { Contact } from '../../../people/entered/rules.ts'
import { momentAt } from '../../../platform/clock.ts'
import type { SignUp, Status } from '../../line/sign-up.ts'
import type { Entry } from '../reads.ts'
import { type PlainSentence, say } from '../texts.ts'

export function entryName(locale: Locale, { name }: Pick<Entry, 'name'>): string {
  return name ? shownTo(locale, name) : say(locale)('erased-person')
}

/** Where somebody stands; for an offer it is said until when. */
export const STATUSES: Record<Exclude<Status, 'offered'>, PlainSentence> = {
  requested: 'status-requested',
  waitlisted: 'status-waitlisted',
  confirmed: 'status-confirmed',
  declined: 'status-declined',
  expired: 'status-expired',
  cancelled: 'status-cancelled',
  removed: 'status-removed',
  substituted: 'status-substituted',
}

const SHORT_STATUSES: Record<Status, PlainSentence> = {
  requested: 'status-short-requested',
  waitlisted: 'status-short-waitlisted',
  offered: 'status-short-offered',
  confirmed: 'status-short-confirmed',
  declined: 'status-short-declined',
  expired: 'status-short-expired',
  cancelled: 'status-short-cancelled',
  removed: 'status-short-removed',
  substituted: 'status-short-substituted',
}

export function shortStatus(locale: Locale, status: Status): string {
  return say(locale)(SHORT_STATUSES[status])
}

export function statusText(locale: Locale, signUp: SignUp): string {
  const t = say(locale)
  const { status, offer } = signUp
  if (offer)
    return t(offer.held ? 'status-offered' : 'status-offered-open', {
      until: deadlineFor(locale, momentAt(offer.until)),
    })
  return status === 'offered' ? shortStatus(locale, status) : t(STATUSES[status])
}

/** «нема Телеграм: 064 123 4567» */
export function withoutTelegram(locale: Locale, call: Contact): string {
  return `${say(locale)('without-telegram')}: ${contactText(locale, call)}`
}

/** How somebody without Telegram is reached. */
export function contactText(locale: Locale, { phone, email }: Contact): string {
  const known = [phone, email].filter((one) => one !== null)
  return known.length > 0 ? known.join(', ') : say(locale)('call-unknown')
}
