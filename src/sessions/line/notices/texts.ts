import { type Block, bold, footer, list, paragraph, quotation } from '../../../bot/message/rich.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { JOIN, WHY } from '../../buttons.ts'
import { type Sentence, say } from '../../say.ts'
import { calendarFile } from '../../session/calendar.ts'
import type { PlanChange, Session } from '../../session/session.ts'
import { deadlineOf, factLines, lineMessage, type Reader, timeOf, titleOf } from '../../session/texts.ts'
import { offerButtons, sessionButton, signUpButtons } from '../card-texts.ts'
import { nextBlock } from '../sign-up-texts.ts'
import type { Notice } from './notice.ts'

const OPENINGS = {
  offer: 'notice-offer',
  'offer-expired': 'notice-offer-expired',
  'offer-gone': 'notice-offer-gone',
  approved: 'notice-approved',
  added: 'notice-added',
  removed: 'notice-removed',
  moved: 'notice-moved',
  undone: 'notice-undone',
  substituted: 'notice-substituted',
  'session-changed': 'notice-session-changed',
  'session-cancelled': 'notice-session-cancelled',
  message: 'notice-message',
} as const satisfies Record<Notice['kind'], Sentence>

/** A notice as its reader sees it. */
export function noticeMessage(notice: Notice, to: Reader, now: Temporal.Instant): Outgoing {
  const { chatId, locale } = to
  const t = say(locale)
  const { session } = notice
  const title = titleOf(locale, session)
  const opening = paragraph(bold(t(OPENINGS[notice.kind], { title, position: positionIn(notice) })))
  const details = [[JOIN.labelled(t('button-sign-up'), session.id)]]
  switch (notice.kind) {
    case 'offer':
      return { chatId, content: offerContent(locale, notice, opening), buttons: offerButtons(locale, notice.signUpId) }
    case 'offer-expired':
      return { chatId, content: [opening], buttons: details }
    case 'offer-gone':
      return { chatId, content: [opening], buttons: [[whyButton(locale, notice.signUpId)]] }
    case 'approved':
    case 'added':
      return entryMessage(to, notice, opening, now)
    case 'removed':
      return { chatId, content: [opening, reasonBlock(locale, notice.reason), ...othersBlocks(to)] }
    case 'moved':
      return {
        chatId,
        content: [opening, movedBlock(locale, notice.position), reasonBlock(locale, notice.reason)],
        buttons: [[whyButton(locale, notice.signUpId)]],
      }
    case 'undone':
      return undoneMessage(to, notice, opening, now)
    case 'substituted':
      return { chatId, content: [opening] }
    case 'session-changed':
      return changedMessage(to, notice, opening, now)
    case 'session-cancelled':
      return cancelledMessage(to, notice, opening, now)
    case 'message':
      return {
        chatId,
        content: [opening, quotation([paragraph(notice.text)]), footer(t('notice-message-how'))],
        buttons: [[sessionButton(locale, session)]],
      }
  }
}

function positionIn(notice: Notice): number {
  return 'position' in notice ? (notice.position ?? 0) : 0
}

function offerContent(
  locale: Locale,
  { session, until, held }: Extract<Notice, { kind: 'offer' }>,
  opening: Block,
): Block[] {
  const how = say(locale)(held ? 'notice-offer-held' : 'notice-offer-race', { until: deadlineOf(locale, until) })
  return [opening, list(factLines(locale, session)), paragraph(how)]
}

/** Into a session by staff: with a place and the calendar file, or into the line. */
function entryMessage(
  { chatId, locale, bot }: Reader,
  notice: Extract<Notice, { kind: 'approved' | 'added' }>,
  opening: Block,
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const { session, signUpId, position } = notice
  const reason = notice.kind === 'added' ? [reasonBlock(locale, notice.reason)] : []
  if (notice.status === 'waitlisted') {
    const line = paragraph(t('notice-in-line', { position: position ?? 0 }))
    return {
      chatId,
      content: [opening, line, ...reason, paragraph(t('rule'))],
      buttons: signUpButtons(locale, session, { id: signUpId, status: 'waitlisted' }),
    }
  }
  return {
    chatId,
    content: [
      opening,
      paragraph(t('notice-placed')),
      list(factLines(locale, session)),
      ...reason,
      nextBlock(locale, session, now),
    ],
    buttons: signUpButtons(locale, session, { id: signUpId, status: 'confirmed' }),
    file: calendarFile(session, locale, now, { bot }),
  }
}

/** Where somebody stands again, after staff took back what they had done. */
function undoneMessage(
  { chatId, locale, bot }: Reader,
  { session, signUpId, status, position, reason }: Extract<Notice, { kind: 'undone' }>,
  opening: Block,
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const why = reason === '' ? [] : [reasonBlock(locale, reason)]
  if (status === 'confirmed') {
    const content = [opening, paragraph(t('notice-placed')), list(factLines(locale, session))]
    const buttons = signUpButtons(locale, session, { id: signUpId, status })
    return { chatId, content, buttons, file: calendarFile(session, locale, now, { bot }) }
  }
  const buttons = [[whyButton(locale, signUpId)]]
  if (status === 'requested') return { chatId, content: [opening, paragraph(t('notice-undone-requested'))], buttons }
  if (status !== 'waitlisted') return { chatId, content: [opening, paragraph(t('notice-undone-out'))] }
  const line = position === null ? [] : [paragraph(t('notice-in-line', { position }))]
  return { chatId, content: [opening, ...line, ...why], buttons }
}

function movedBlock(locale: Locale, position: number | null): Block {
  const t = say(locale)
  return paragraph(position === null ? t('notice-moved-offered') : t('notice-moved-position', { position }))
}

/** Where to go on when this session is lost. */
function othersBlocks(to: Reader): Block[] {
  return lineMessage(to, 'refused-others').content
}

function reasonBlock(locale: Locale, reason: string): Block {
  return paragraph(say(locale)('notice-reason', { reason }))
}

function whyButton(locale: Locale, signUpId: number) {
  return WHY.labelled(say(locale)('button-why'), signUpId)
}

function changedMessage(
  to: Reader,
  notice: Extract<Notice, { kind: 'session-changed' }>,
  opening: Block,
  now: Temporal.Instant,
): Outgoing {
  const { chatId, locale, bot } = to
  const t = say(locale)
  const { session, status } = notice
  const before = beforeOf(locale, session, notice.changes).map((text) => t('notice-before', { before: text }))
  const confirmed = status === 'confirmed'
  return {
    chatId,
    content: [
      opening,
      paragraph(bold(t('notice-now')), ' ', titleOf(locale, session)),
      list(factLines(locale, session)),
      ...before.map((text) => paragraph(text)),
      ...(confirmed && isMoved(notice.changes) && session.questions.length > 0
        ? [paragraph(t('notice-changed-answers'))]
        : []),
      ...(confirmed ? [paragraph(t('notice-changed-file'))] : []),
    ],
    ...(confirmed ? { file: calendarFile(session, locale, now, { bot }) } : {}),
    buttons: confirmed
      ? signUpButtons(locale, session, { id: notice.signUpId, status })
      : [[sessionButton(locale, session)]],
  }
}

function isMoved(changes: readonly PlanChange[]): boolean {
  return changes.some(({ field }) => field === 'starts' || field === 'ends' || field === 'days')
}

/** What the session was like before, a text for each change that people are told of. */
function beforeOf(locale: Locale, session: Session, changes: readonly PlanChange[]): string[] {
  const was = (field: PlanChange['field']) => changes.find((change) => change.field === field)?.from
  const wall = (from: unknown, now: Temporal.ZonedDateTime) =>
    typeof from === 'string' ? Temporal.PlainDateTime.from(from).toZonedDateTime(now.timeZoneId) : now
  const days = changes.find(({ field }) => field === 'days')
  const time = {
    starts: wall(was('starts'), session.starts),
    ends: wall(was('ends'), session.ends),
    days: days ? (days.from as string | null) : session.days,
  }
  return [
    ...(typeof was('title') === 'string' ? [shownTo(locale, String(was('title')))] : []),
    ...(isMoved(changes) ? [timeOf(locale, time)] : []),
    ...(typeof was('place') === 'string' ? [shownTo(locale, String(was('place')))] : []),
  ]
}

function cancelledMessage(
  { chatId, locale, bot }: Reader,
  { session, status, reason }: Extract<Notice, { kind: 'session-cancelled' }>,
  opening: Block,
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const told = [opening, ...(reason === '' ? [] : [reasonBlock(locale, reason)])]
  const others = othersBlocks({ chatId, locale })
  if (status !== 'confirmed') return { chatId, content: [...told, ...others] }
  return {
    chatId,
    content: [...told, paragraph(t('notice-cancelled-file')), ...others],
    file: calendarFile(session, locale, now, { bot }),
  }
}
