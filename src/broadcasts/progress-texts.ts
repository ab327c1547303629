import { type Block, footer, heading, italic, list, paragraph } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { afterQuiet, isQuiet } from '../people/notices/rules.ts'
import { CONTROL, LOOK } from './buttons.ts'
import {
  type Broadcast,
  type Control,
  type Counts,
  type FailureReason,
  failedIn,
  type HaltReason,
  secondsLeft,
} from './rules.ts'
import { firstWords, type PlainSentence, type Sentence, say, untilFor, whenFor } from './texts.ts'

const FAILURES = {
  blocked: 'progress-failed-blocked',
  refused: 'progress-failed-refused',
  dropped: 'progress-failed-dropped',
  'not-sent': 'progress-failed-not-sent',
} as const satisfies Record<FailureReason, Sentence>

/** What became of whom, a line each; nothing about what did not happen. */
export function countLines(locale: Locale, counts: Counts): string[] {
  const tell = say(locale)
  return [
    tell('progress-sent', { count: counts.sent }),
    ...(counts.waiting > 0 ? [tell('progress-waiting', { count: counts.waiting })] : []),
    ...counts.failed.map(({ reason, count }) => tell(FAILURES[reason], { count })),
    ...(counts.unknown > 0 ? [tell('progress-unknown', { count: counts.unknown })] : []),
  ]
}

const HALTS: Record<HaltReason, PlainSentence> = {
  'session-cancelled': 'reason-session-cancelled',
  'author-gone': 'reason-author-gone',
}

/** Why it is held or ended by itself. */
export function reasonLines(locale: Locale, { state, reason }: Broadcast): Block[] {
  const shows = reason !== null && (state === 'paused' || state === 'cancelled')
  return shows ? [paragraph(say(locale)(HALTS[reason]))] : []
}

/** Labels of what its author does with a broadcast under way. */
export const CONTROLS: Record<Control | 'state', PlainSentence> = {
  pause: 'button-pause',
  resume: 'button-resume',
  cancel: 'button-stop',
  state: 'button-state',
}

/** How far a broadcast is, with buttons to hold it. */
export function progressMessage(
  chatId: number,
  locale: Locale,
  broadcast: Broadcast,
  counts: Counts,
  bulkRate: number,
  now: Temporal.Instant,
): Outgoing {
  const tell = say(locale)
  const waits = broadcast.state === 'running' && !broadcast.insists && isQuiet(now)
  const minutes = Math.floor(secondsLeft(counts, bulkRate) / 60)
  const outlook = waits
    ? tell('progress-quiet', { time: whenFor(locale, afterQuiet(now)) })
    : tell('progress-left', { minutes })
  const control = (what: Control) => CONTROL[what].labelled(tell(CONTROLS[what]), broadcast.id)
  const state = LOOK.state.labelled(tell(CONTROLS.state), broadcast.id)
  const runs = broadcast.state === 'running'
  const isOpen = runs || broadcast.state === 'paused'
  return {
    chatId,
    content: [
      heading(tell('progress-title', { state: broadcast.state }), 4),
      paragraph(italic(firstWords(locale, broadcast.content))),
      ...reasonLines(locale, broadcast),
      isOpen ? list(countLines(locale, counts)) : footer(tell('result-below')),
      ...(runs && counts.waiting > 0 ? [footer(outlook)] : []),
    ],
    buttons: isOpen ? [[control(runs ? 'pause' : 'resume'), control('cancel')], [state]] : [],
  }
}

/** How far a broadcast is, in the short line over the chat; `pause` is until when Telegram asks to wait. */
export function stateLine(locale: Locale, counts: Counts, pause: Temporal.Instant | null): string {
  const tell = say(locale)
  const values = { sent: counts.sent, waiting: counts.waiting }
  return pause ? tell('state-paused', { ...values, time: untilFor(locale, pause) }) : tell('state-line', values)
}

/** What became of a broadcast; its author may write again to those it did not reach. */
export function resultMessage(chatId: number, locale: Locale, broadcast: Broadcast): Outgoing {
  const tell = say(locale)
  const counts = broadcast.result!
  const isEmpty = counts.sent + counts.unknown + failedIn(counts) === 0
  return {
    chatId,
    content: [
      heading(tell('result-title', { state: broadcast.state }), 4),
      paragraph(italic(firstWords(locale, broadcast.content))),
      ...reasonLines(locale, broadcast),
      isEmpty ? paragraph(tell('result-nobody')) : list(countLines(locale, counts)),
    ],
    buttons: [
      ...(counts.sent > 0 ? [[LOOK.show.labelled(tell('button-more'), broadcast.id)]] : []),
      ...(failedIn(counts) > 0 ? [[LOOK.again.labelled(tell('button-again'), broadcast.id)]] : []),
    ],
  }
}
