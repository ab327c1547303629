import { type Block, bold, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { JOIN, LEAVE, SEND_COLLEAGUE, SHARE, STAY } from '../buttons.ts'
import { type PlainSentence, type Sentence, say } from '../say.ts'
import { calendarFile } from '../session/calendar.ts'
import { isBefore, type Session } from '../session/session.ts'
import { deadlineOf, factLines, lineMessage, type Reader, titleOf } from '../session/texts.ts'
import type { AnswerResult } from './answer-or-cancel.ts'
import { CLOSED, sessionButton, signUpButtons } from './card-texts.ts'
import type { Missing } from './decision.ts'
import type { Closed, SignUpRefusal, SignUpResult, WaitReason } from './enter.ts'
import type { SignUp } from './sign-up.ts'

/** How many other sessions are named to somebody who was refused. */
const MOST_OTHERS = 3

/** What came of a sign-up. `others` are sessions open now, for somebody refused. */
export function signUpMessage(
  to: Reader,
  result: SignUpResult,
  others: readonly Session[],
  now: Temporal.Instant,
): Outgoing {
  const { chatId, locale } = to
  switch (result.kind) {
    case 'confirmed':
      return placeMessage(to, result, now)
    case 'waitlisted':
      return {
        chatId,
        content: waitlistedContent(locale, result),
        buttons: buttonsFor(locale, result.session, result.signUp),
      }
    case 'requested': {
      const title = titleOf(locale, result.session)
      return {
        chatId,
        content: [paragraph(bold(say(locale)('requested-title'))), paragraph(say(locale)('requested-text', { title }))],
        buttons: buttonsFor(locale, result.session, result.signUp),
      }
    }
    case 'refused':
      return refusedMessage(to, result.reason, others)
  }
}

function buttonsFor(locale: Locale, session: Session, signUp: SignUp) {
  return [...signUpButtons(locale, session, signUp), [SHARE.labelled(say(locale)('button-share'), session.id)]]
}

/** A confirmed place with its calendar file. */
export function placeMessage(
  { chatId, locale, bot }: Reader,
  { session, signUp }: { session: Session; signUp: SignUp },
  now: Temporal.Instant,
): Outgoing {
  const t = say(locale)
  const title = titleOf(locale, session)
  return {
    chatId,
    content: [
      paragraph(bold(t('confirmed-title')), ' ', t('confirmed-text', { title })),
      list(factLines(locale, session)),
      nextBlock(locale, session, now),
    ],
    file: calendarFile(session, locale, now, { bot }),
    buttons: signUpButtons(locale, session, signUp),
  }
}

/** What to do with the file, and how to give the place back. */
export function nextBlock(locale: Locale, session: Session, now: Temporal.Instant): Block {
  const t = say(locale)
  const until = deadlineOf(locale, session.cancelUntil)
  return paragraph(
    tappable(t(isBefore(now, session.cancelUntil) ? 'confirmed-next' : 'confirmed-next-late', { until })),
  )
}

const WAITING = {
  full: 'waitlisted-full',
  quota: 'waitlisted-quota',
  reserved: 'waitlisted-reserved',
  line: 'waitlisted-line',
} as const satisfies Record<WaitReason, Sentence>

function waitlistedContent(
  locale: Locale,
  { session, position, reason }: { session: Session; position: number; reason: WaitReason },
): Block[] {
  const t = say(locale)
  const values = {
    title: titleOf(locale, session),
    quota: session.municipalityQuota ?? 0,
    until: session.reservedUntil ? deadlineOf(locale, session.reservedUntil) : '',
  }
  return [
    paragraph(bold(t('waitlisted-title', { position }))),
    paragraph(t(WAITING[reason], values)),
    paragraph(t('rule')),
    paragraph(t('rule-offer')),
  ]
}

function refusedMessage(to: Reader, reason: SignUpRefusal, others: readonly Session[]): Outgoing {
  const t = say(to.locale)
  const why = t(isClosed(reason) ? CLOSED[reason] : 'already-signed-up')
  const open = others.slice(0, MOST_OTHERS)
  return {
    chatId: to.chatId,
    content: [
      paragraph(tappable(why)),
      paragraph(tappable(t(open.length > 0 ? 'refused-else' : 'refused-nothing-else'))),
    ],
    buttons: open.map((session) => [sessionButton(to.locale, session)]),
  }
}

/** Refusals that are the session's; the others are about the person. */
const isClosed = (reason: SignUpRefusal): reason is Closed => reason in CLOSED

const LEAVING = {
  confirmed: { question: 'leave-confirmed', how: 'leave-confirmed-how' },
  line: { question: 'leave-line', how: 'leave-line-how' },
  requested: { question: 'leave-requested', how: null },
} as const satisfies Record<string, { question: Sentence; how: PlainSentence | null }>

/** Asks before a place or a place in line is given up. */
export function leaveQuestion({ chatId, locale }: Reader, session: Session, signUp: SignUp): Outgoing {
  const t = say(locale)
  const what = signUp.status === 'confirmed' || signUp.status === 'requested' ? signUp.status : 'line'
  const { question, how } = LEAVING[what]
  const colleague = what === 'confirmed' ? [[SEND_COLLEAGUE.labelled(t('button-send-colleague'), signUp.id)]] : []
  return {
    chatId,
    content: [
      paragraph(bold(t(question, { title: titleOf(locale, session) }))),
      ...(how === null ? [] : [paragraph(t(how))]),
    ],
    buttons: [[LEAVE.labelled(t('button-leave-yes'), signUp.id), STAY.labelled(t('button-leave-no'))], ...colleague],
  }
}

/** Why nothing can be done about a sign-up. */
export function missingMessage(to: Reader, missing: Missing): Outgoing {
  switch (missing.kind) {
    case 'unknown':
      return lineMessage(to, 'session-unknown')
    case 'not-yours':
      return lineMessage(to, 'not-yours')
    case 'session-cancelled':
      return lineMessage(to, 'session-is-cancelled', { title: titleOf(to.locale, missing.session) })
    case 'started':
      return lineMessage(to, 'session-is-started', { title: titleOf(to.locale, missing.session) })
  }
}

/** What came of an answer to an offer. */
export function answerMessage(to: Reader, result: AnswerResult, now: Temporal.Instant): Outgoing {
  switch (result.kind) {
    case 'confirmed':
      return placeMessage(to, result, now)
    case 'declined':
      return lineMessage(to, 'offer-declined', { title: titleOf(to.locale, result.session) })
    case 'expired':
      return {
        ...lineMessage(to, 'offer-too-late', { title: titleOf(to.locale, result.session) }),
        buttons: [[JOIN.labelled(say(to.locale)('button-sign-up'), result.session.id)]],
      }
    case 'no-offer': {
      const title = titleOf(to.locale, result.session)
      if (result.status === 'confirmed') return lineMessage(to, 'offer-none-confirmed')
      if (result.position !== null)
        return lineMessage(to, 'offer-none-waitlisted', { title, position: result.position })
      return lineMessage(to, 'offer-none', { title })
    }
    default:
      return missingMessage(to, result)
  }
}
