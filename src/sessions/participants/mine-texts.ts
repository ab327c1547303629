import { bold, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { daysFor } from '../../language/dates.ts'
import type { Locale } from '../../language/locale.ts'
import { cardBlocks, ownLine, sessionButton } from '../line/card-texts.ts'
import type { SessionCard } from '../line/reads.ts'
import { isActive, type Status } from '../line/sign-up.ts'
import { type PlainSentence, say } from '../say.ts'
import { hasEnded } from '../session/session.ts'
import { lineMessage, type Reader, titleOf } from '../session/texts.ts'

/** A person's sign-ups: those ahead as cards, the others as a list. */
export function mineMessage(
  { chatId, locale }: Reader,
  cards: readonly SessionCard[],
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const ahead = cards.filter((card) => isAhead(card, now))
  const history = cards.filter((card) => !isAhead(card, now)).slice(0, MOST_HISTORY)
  const lines = history.map((card): RichText => [bold(titleOf(locale, card.session)), ` – ${factOf(locale, card)}`])
  return {
    chatId,
    content: [
      heading(t('mine-title'), 4),
      ...(ahead.length === 0 ? lineMessage({ chatId, locale }, 'mine-none').content : []),
      ...ahead.flatMap((card) => cardBlocks(locale, card, now)),
      ...(history.length > 0 ? [paragraph(bold(t('mine-history'))), list(lines)] : []),
      ...lineMessage({ chatId, locale }, 'mine-data').content,
    ],
    buttons: ahead.map(({ session }) => [sessionButton(locale, session)]),
  }
}

/** How many past sign-ups are listed; the file of /mojipodaci has all. */
const MOST_HISTORY = 20

function isAhead({ session, own }: SessionCard, now: Temporal.Instant): boolean {
  return own !== null && isActive(own.signUp) && session.state !== 'cancelled' && !hasEnded(session, now)
}

function factOf(locale: Locale, card: SessionCard): string {
  const { starts, ends, state } = card.session
  const when = daysFor(locale, starts.toPlainDate(), ends.toPlainDate()).replace(/\.$/, '')
  if (state === 'cancelled') return `${when}. ${say(locale)('closed-cancelled')}`
  return `${when}. ${pastLine(locale, card) ?? ownLine(locale, card) ?? ''}`
}

const PAST: Partial<Record<Status, PlainSentence>> = {
  requested: 'past-requested',
  waitlisted: 'past-waitlisted',
  offered: 'past-offered',
  confirmed: 'past-confirmed',
}

/** What a sign-up came to that nobody ended before the session; `null` for others. */
function pastLine(locale: Locale, { own }: SessionCard): string | null {
  const sentence = own === null ? undefined : PAST[own.signUp.status]
  return sentence === undefined ? null : say(locale)(sentence)
}
