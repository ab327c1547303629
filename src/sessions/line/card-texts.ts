import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import {
  ANSWER_OFFER,
  ASK_TO_LEAVE,
  CALENDAR,
  JOIN,
  PAGE_OF_SESSIONS,
  PROGRAMME,
  QUESTIONS,
  SEND_COLLEAGUE,
  SHARE,
  VIEW,
  WHY,
} from '../buttons.ts'
import { type PlainSentence, type Sentence, say } from '../say.ts'
import { hasStarted, type Session } from '../session/session.ts'
import { deadlineOf, factLines, lineMessage, type Reader, titleLabel, titleOf } from '../session/texts.ts'
import { type Closed, whyClosed } from './enter.ts'
import type { SessionCard } from './reads.ts'
import { isActive, type SignUp, type Status } from './sign-up.ts'

/** How many sessions one message shows. */
export const PAGE = 5

/** A page of coming sessions, the first is 0; `count` is of all pages. */
export function comingMessage(
  { chatId, locale }: Reader,
  { cards, page, count }: { cards: readonly SessionCard[]; page: number; count: number },
  now: Temporal.Instant,
): Outgoing {
  if (count === 0) return lineMessage({ chatId, locale }, 'coming-none')
  const shown = { from: page * PAGE + 1, to: page * PAGE + cards.length, count }
  return {
    chatId,
    content: [
      heading(say(locale)('coming-title'), 4),
      ...cards.flatMap((card) => cardBlocks(locale, card, now)),
      ...(count > PAGE ? [footer(say(locale)('coming-count', shown))] : []),
    ],
    buttons: [
      ...cards.map(({ session }) => [sessionButton(locale, session)]),
      ...pageButtons(locale, page, Math.ceil(count / PAGE) - 1),
    ],
  }
}

export function sessionButton(locale: Locale, session: Session): InlineKeyboardButton {
  return VIEW.labelled(titleLabel(locale, session), session.id)
}

function pageButtons(locale: Locale, at: number, last: number): InlineKeyboardButton[][] {
  const row = [
    ...(at > 0 ? [PAGE_OF_SESSIONS.labelled(say(locale)('button-before'), at - 1)] : []),
    ...(at < last ? [PAGE_OF_SESSIONS.labelled(say(locale)('button-after'), at + 1)] : []),
  ]
  return row.length > 0 ? [row] : []
}

/** A session in a list, with where the reader stands. */
export function cardBlocks(locale: Locale, card: SessionCard, now: Temporal.Instant): Block[] {
  const own = ownLine(locale, card)
  return [
    paragraph(bold(titleOf(locale, card.session))),
    list([...factLines(locale, card.session), placesLine(locale, card, now), ...(own === null ? [] : [bold(own)])]),
  ]
}

export const CLOSED: Record<Closed, PlainSentence> = {
  unknown: 'closed-unknown',
  cancelled: 'closed-cancelled',
  started: 'closed-started',
  closed: 'closed-closed',
  'deadline-passed': 'closed-deadline-passed',
}

/** Free places, or why nobody can sign up now. */
function placesLine(locale: Locale, { session, places, waiting }: SessionCard, now: Temporal.Instant): RichText {
  const t = say(locale)
  const closed = whyClosed(session, now)
  if (closed !== null) return t(CLOSED[closed])
  const { capacity } = session
  const free = places.free > 0 ? t('places-free', { free: places.free, capacity }) : t('places-full', { capacity })
  return [bold(t('places')), ` ${free}`, waiting > 0 ? t('places-waiting', { waiting }) : '']
}

const OWN = {
  requested: 'own-requested',
  waitlisted: 'own-waitlisted',
  offered: 'own-offered',
  confirmed: 'own-confirmed',
  declined: 'own-declined',
  expired: 'own-expired',
  cancelled: 'own-cancelled',
  removed: 'own-removed',
  substituted: 'own-substituted',
} as const satisfies Record<Status, Sentence>

/** Where this person stands; `null` when they never signed up. */
export function ownLine(locale: Locale, { session, own }: Pick<SessionCard, 'session' | 'own'>): string | null {
  if (own === null) return null
  const { signUp, position } = own
  const zone = session.starts.timeZoneId
  const until = signUp.offer ? deadlineOf(locale, signUp.offer.until.toZonedDateTimeISO(zone)) : ''
  return say(locale)(OWN[signUp.status], { position: position ?? 0, until })
}

/** One session in full, with what this person can do about it. */
export function sessionMessage({ chatId, locale }: Reader, card: SessionCard, now: Temporal.Instant): Outgoing {
  const { session } = card
  const t = say(locale)
  const own = ownLine(locale, card)
  const buttons = ownButtons(locale, card, now)
  const hasProgramme = card.own?.signUp.status === 'confirmed' && buttons.length > 0
  return {
    chatId,
    content: [
      ...descriptionBlocks(locale, session, [placesLine(locale, card, now)]),
      ...(whyClosed(session, now) === null ? conditionBlocks(locale, session) : []),
      ...(own === null ? standBlocks(locale, card, now) : [paragraph(bold(own))]),
    ],
    buttons: [
      ...buttons,
      ...(hasProgramme ? [] : programmeRow(locale, session)),
      [SHARE.labelled(t('button-share'), session.id), PAGE_OF_SESSIONS.labelled(t('button-all'), 0)],
    ],
  }
}

/** Where somebody who signed up now would stand at most, said before they are asked who they are; by the rule it may be sooner. */
function standBlocks(locale: Locale, { session, places, waiting }: SessionCard, now: Temporal.Instant): Block[] {
  if (places.free > 0 || session.needsApproval || whyClosed(session, now) !== null) return []
  return [paragraph(say(locale)('would-stand', { position: waiting + 1 }))]
}

/** What it is, when and where; `more` are further lines of the list. */
function descriptionBlocks(locale: Locale, session: Session, more: RichText[]): Block[] {
  return [
    heading(titleOf(locale, session), 4),
    ...(session.description === '' ? [] : [paragraph(shownTo(locale, session.description))]),
    list([...factLines(locale, session), ...detailLines(locale, session), ...more]),
  ]
}

function detailLines(locale: Locale, session: Session): RichText[] {
  const t = say(locale)
  return [
    ...(session.module === null ? [] : [[bold(t('module')), ` ${shownTo(locale, session.module)}`]]),
    ...(session.language === 'sr'
      ? []
      : [[bold(t('in-language')), ` ${t('language-name', { language: session.language })}`]]),
  ]
}

/** What one should know before signing up: deadlines, quota, what is reserved, approval. */
function conditionBlocks(locale: Locale, session: Session): Block[] {
  const t = say(locale)
  const { municipalityQuota: quota, reservedPlaces: reserved, reservedUntil } = session
  const deadlines = {
    until: deadlineOf(locale, session.signUpUntil),
    cancelUntil: deadlineOf(locale, session.cancelUntil),
  }
  return [
    paragraph(t('sign-up-by', deadlines)),
    ...(quota === null ? [] : [paragraph(t('places-quota', { quota }))]),
    ...(reservedUntil === null || reserved === 0
      ? []
      : [paragraph(t('places-reserved', { reserved, until: deadlineOf(locale, reservedUntil) }))]),
    ...(session.needsApproval ? [paragraph(t('places-approval'))] : []),
  ]
}

function ownButtons(
  locale: Locale,
  { session, own, places }: SessionCard,
  now: Temporal.Instant,
): InlineKeyboardButton[][] {
  const t = say(locale)
  if (own !== null && isActive(own.signUp)) {
    if (session.state === 'cancelled' || hasStarted(session, now)) return []
    return signUpButtons(locale, session, own.signUp)
  }
  if (whyClosed(session, now) !== null) return []
  return [[JOIN.labelled(t(places.free > 0 ? 'button-sign-up' : 'button-join-line'), session.id)]]
}

/** The programme of a session that has one, also while it is held. */
function programmeRow(locale: Locale, { id, state, programme }: Session): InlineKeyboardButton[][] {
  if (programme === null || state === 'cancelled') return []
  return [[PROGRAMME.labelled(say(locale)('button-programme'), id)]]
}

/** What somebody in a session can do about it. */
export function signUpButtons(
  locale: Locale,
  session: Session,
  signUp: Pick<SignUp, 'id' | 'status'>,
): InlineKeyboardButton[][] {
  const t = say(locale)
  const why = WHY.labelled(t('button-why'), signUp.id)
  const asked = session.questions.length > 0 ? [[QUESTIONS.labelled(t('button-questions'), signUp.id)]] : []
  const leave = (label: PlainSentence) => ASK_TO_LEAVE.labelled(t(label), signUp.id)
  switch (signUp.status) {
    case 'confirmed':
      return [
        ...asked,
        ...programmeRow(locale, session),
        [CALENDAR.labelled(t('button-calendar'), session.id), leave('button-cancel-place')],
        [SEND_COLLEAGUE.labelled(t('button-send-colleague'), signUp.id)],
      ]
    case 'offered':
      return [...offerButtons(locale, signUp.id), ...asked, [why]]
    case 'waitlisted':
      return [...asked, [why, leave('button-leave-line')]]
    case 'requested':
      return [...asked, [leave('button-withdraw')]]
    default:
      return []
  }
}

export function offerButtons(locale: Locale, signUpId: number): InlineKeyboardButton[][] {
  return [
    [ANSWER_OFFER.labelled(say(locale)('button-accept'), 'yes', signUpId)],
    [ANSWER_OFFER.labelled(say(locale)('button-decline'), 'no', signUpId)],
  ]
}
