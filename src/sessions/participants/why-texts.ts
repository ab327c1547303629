import { type Block, bold, details, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { momentFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import type { Obstacle } from '../line/order.ts'
import type { Ahead, Explanation, Move } from '../line/why.ts'
import { type Sentence, say } from '../say.ts'
import { deadlineOf, type Reader, titleOf } from '../session/texts.ts'

/** How many of the last moves are told. */
const MOST_MOVES = 15

/** Why somebody stands where they stand: who is ahead and by which rule, what happened and when. Nobody is named. */
export function whyMessage({ chatId, locale }: Reader, why: Explanation): Outgoing {
  const t = say(locale)
  const { session, position } = why
  const title = titleOf(locale, session)
  const moves = why.moves.slice(-MOST_MOVES).map((move) => moveLine(locale, why, move))
  return {
    chatId,
    content: [
      heading(t('why-title'), 4),
      paragraph(position === null ? t('why-not-in-line', { title }) : t('why-position', { title, position })),
      ...(position === null ? [] : aheadBlocks(locale, why.ahead)),
      ...(position === null || why.obstacle === null ? [] : [paragraph(obstacleText(locale, why, why.obstacle))]),
      ...(why.movedBecause === null ? [] : [paragraph(t('why-moved', { reason: why.movedBecause }))]),
      paragraph(t('rule'), ' ', t('rule-offer')),
      ...(moves.length > 0 ? [details(t('why-moves'), [list(moves)])] : []),
    ],
  }
}

function aheadBlocks(locale: Locale, ahead: Ahead): Block[] {
  const t = say(locale)
  const lines = [
    ...(ahead.byStaff > 0 ? [t('why-by-staff', { count: ahead.byStaff })] : []),
    ...(ahead.firstOfMunicipality > 0 ? [t('why-first-of-municipality', { count: ahead.firstOfMunicipality })] : []),
    ...(ahead.earlier > 0 ? [t('why-earlier', { count: ahead.earlier })] : []),
  ]
  return lines.length === 0 ? [paragraph(t('why-nobody'))] : [paragraph(bold(t('why-ahead'))), list(lines)]
}

const OBSTACLES = {
  full: 'why-full',
  quota: 'why-quota',
  reserved: 'why-reserved',
} as const satisfies Record<Obstacle, Sentence>

function obstacleText(locale: Locale, { session }: Explanation, obstacle: Obstacle): string {
  const until = session.reservedUntil ? deadlineOf(locale, session.reservedUntil) : ''
  return say(locale)(OBSTACLES[obstacle], { quota: session.municipalityQuota ?? 0, until })
}

/** «12. март 2026. у 10:05: са 4. на 3. место, отказана је пријава» */
function moveLine(locale: Locale, { session }: Explanation, move: Move): RichText {
  const when = momentFor(locale, move.at.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDateTime())
  return [bold(`${when}: `), moveText(locale, move)]
}

function moveText(locale: Locale, { from, to, because, cause }: Move): string {
  const t = say(locale)
  if (from === null) return t('why-entered', { to: to ?? 0 })
  if (to === null)
    return because === 'offered' ? t('why-offered-to-you') + t('why-cause', { cause: cause ?? 'other' }) : t('why-left')
  return `${t('why-moved-on', { from, to })}: ${t('why-because', { because })}${t('why-cause', { cause: cause ?? 'other' })}`
}
