import { type Block, bold, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { daysFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import type { OwnAttendance } from '../attendance/reads.ts'
import { ownLine } from '../attendance/texts.ts'
import { MY_CERTIFICATES } from '../buttons.ts'
import { cardBlocks, sessionButton, ownLine as signUpLine } from '../line/card-texts.ts'
import type { SessionCard } from '../line/reads.ts'
import { isActive, type Status } from '../line/sign-up.ts'
import { type PlainSentence, say } from '../say.ts'
import { hasEnded, hasStarted } from '../session/session.ts'
import { lineMessage, type Reader, titleOf } from '../session/texts.ts'

/** A person's sign-ups: those ahead as cards, the others as a list. */
export function mineMessage(
  { chatId, locale }: Reader,
  cards: readonly SessionCard[],
  attendance: ReadonlyMap<number, OwnAttendance>,
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const ahead = cards.filter((card) => isAhead(card, now))
  const history = cards.filter((card) => !isAhead(card, now)).slice(0, MOST_HISTORY)
  const lines = history.map(
    (card): RichText => [
      bold(titleOf(locale, card.session)),
      ` – ${factOf(locale, card, attendance.get(card.session.id))}`,
    ],
  )
  return {
    chatId,
    content: [
      heading(t('mine-title'), 4),
      ...(ahead.length === 0 ? lineMessage({ chatId, locale }, 'mine-none').content : []),
      ...ahead.flatMap((card) => [
        ...cardBlocks(locale, card, now),
        ...attendedBlocks(locale, attendance.get(card.session.id)),
      ]),
      ...(history.length > 0 ? [paragraph(bold(t('mine-history'))), list(lines)] : []),
      ...lineMessage({ chatId, locale }, 'mine-data').content,
    ],
    buttons: [
      ...ahead.map(({ session }) => [sessionButton(locale, session)]),
      ...(cards.some(({ session }) => hasStarted(session, now))
        ? [[MY_CERTIFICATES.labelled(t('button-my-certificates'))]]
        : []),
    ],
  }
}

/** How many past sign-ups are listed; the file of /mojipodaci has all. */
const MOST_HISTORY = 20

function isAhead({ session, own }: SessionCard, now: Temporal.Instant): boolean {
  return own !== null && isActive(own.signUp) && session.state !== 'cancelled' && !hasEnded(session, now)
}

/** Where somebody is in the middle of a session: the days until now. */
function attendedBlocks(locale: Locale, of: OwnAttendance | undefined): Block[] {
  const line = of ? ownLine(locale, of.sheet, of.own) : null
  return line === null ? [] : [paragraph(line)]
}

function factOf(locale: Locale, card: SessionCard, attendance: OwnAttendance | undefined): string {
  const { starts, ends, state } = card.session
  const when = daysFor(locale, starts.toPlainDate(), ends.toPlainDate()).replace(/\.$/, '')
  if (state === 'cancelled') return `${when}. ${say(locale)('closed-cancelled')}`
  const attended = attendance ? ownLine(locale, attendance.sheet, attendance.own) : null
  return `${when}. ${attended ?? pastLine(locale, card) ?? signUpLine(locale, card) ?? ''}`
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
