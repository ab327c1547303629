import type { InlineKeyboardButton } from 'grammy/types'
import { blocksFor } from '../bot/message/authored.ts'
import { type Block, bold, footer, heading, italic, list, paragraph, tappable } from '../bot/message/rich.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Button } from '../bot/registry/button.ts'
import type { Outgoing, Payload } from '../bot/send/outbox.ts'
import { deadlineFor, momentFor } from '../language/dates.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import type { Entered } from '../people/entered/store.ts'
import { municipalityOf, nameOf } from '../people/municipalities/municipalities.ts'
import { afterQuiet, isQuiet } from '../people/notices/rules.ts'
import { ZONE } from '../platform/clock.ts'
import { VIEW } from '../sessions/buttons.ts'
import { callBlocksOf } from '../sessions/desk/texts.ts'
import { ASK, CONTROL, LOOK } from './buttons.ts'
import { DISCARD, ENDS, STEPS } from './compose/buttons.ts'
import {
  type Audience,
  type Broadcast,
  type BroadcastContent,
  type Control,
  type Counts,
  type FailureReason,
  failedIn,
  type HaltReason,
  secondsLeft,
} from './rules.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
export type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>

/** One person's copy: what the author wrote, in the reader's script, and why it came. `broadcastId` is `null` in a preview. */
export function broadcastPayload(
  locale: Locale,
  content: BroadcastContent,
  why: string,
  broadcastId: number | null,
): Payload {
  const row = contentButton(locale, content, broadcastId)
  return {
    content: [...blocksFor(locale, content), footer(why, ' ', tappable(say(locale)('why-choose')))],
    ...(content.file ? { file: content.file } : {}),
    ...(row ? { buttons: [row] } : {}),
  }
}

type Who = Extract<Audience, { kind: 'session' }>['who']

const WHY_IN_SESSION = {
  confirmed: 'why-session-confirmed',
  line: 'why-session-line',
  all: 'why-session-all',
} as const satisfies Record<Who, Sentence>

/** Why somebody in this audience gets a message. `title` is that of its session, while there is one; `concerned`: though they want no news. */
export function whyLine(
  locale: Locale,
  audience: Audience | undefined,
  title: string | undefined,
  concerned = false,
): string {
  const tell = say(locale)
  if (concerned && title !== undefined) return tell('why-concerned', { title: shownTo(locale, title) })
  switch (audience?.kind) {
    case 'session':
      return title === undefined
        ? tell('why-everyone')
        : tell(WHY_IN_SESSION[audience.who], { title: shownTo(locale, title) })
    case 'municipalities':
      return tell('why-municipalities')
    case 'never-attended':
      return tell('why-never-attended')
    case 'unanswered':
      return tell('why-unanswered')
    default:
      return tell('why-everyone')
  }
}

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 60

function contentButton(
  locale: Locale,
  content: BroadcastContent,
  broadcastId: number | null,
): InlineKeyboardButton[] | null {
  switch (content.button?.kind) {
    case undefined:
      return null
    case 'session': {
      const { sessionId, title } = content.button
      const label = say(locale)('button-session', { title: shownTo(locale, title) })
      return [VIEW.labelled(label.slice(0, BUTTON_LENGTH), sessionId)]
    }
    case 'question': {
      const text = shownTo(locale, content.button.text)
      return [ASK.labelled(text, broadcastId ?? 'preview')]
    }
  }
}

/** An instant as people here read it. */
export function whenFor(locale: Locale, instant: Temporal.Instant): string {
  return momentFor(locale, instant.toZonedDateTimeISO(ZONE).toPlainDateTime())
}

/** The same, to stand after «до» or “until”. */
export function untilFor(locale: Locale, instant: Temporal.Instant): string {
  return deadlineFor(locale, instant.toZonedDateTimeISO(ZONE).toPlainDateTime())
}

const IN_SESSION = {
  confirmed: 'audience-session-confirmed',
  line: 'audience-session-line',
  all: 'audience-session-all',
} as const satisfies Record<Who, Sentence>

/** An audience in a few words. `titles` are those of sessions, by id. */
export function audienceLine(locale: Locale, audience: Audience, titles: ReadonlyMap<number, string>): string {
  const tell = say(locale)
  switch (audience.kind) {
    case 'session': {
      const title = titles.get(audience.sessionId)
      if (title === undefined) return tell('audience-gone')
      return tell(IN_SESSION[audience.who], { title: shownTo(locale, title) })
    }
    case 'municipalities':
      return tell('audience-municipalities', { names: namesOf(locale, audience.codes) })
    case 'unanswered':
      return tell('audience-unanswered', { topic: audience.topic })
    case 'everyone':
      return tell('audience-everyone')
    case 'never-attended':
      return tell('audience-never-attended')
    case 'missed':
      return tell('audience-missed')
  }
}

export function namesOf(locale: Locale, codes: readonly string[]): string {
  return codes
    .map((code) => municipalityOf(code))
    .filter((one) => one !== undefined)
    .map((one) => nameOf(locale, one))
    .join(', ')
}

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

/** The beginning of a message, to tell it from others. */
export function firstWords(locale: Locale, { text }: BroadcastContent): string {
  const words = shownTo(locale, text.replace(/\s+/g, ' ').trim())
  if (words === '') return say(locale)('untitled')
  return words.length <= 80 ? words : `${words.slice(0, words.lastIndexOf(' ', 79) || 79)}…`
}

/** A broadcast as it is before it is sent: in each script exactly as people will have it, then how many get it and how many do not. */
export function previewMessages(
  chatId: number,
  locale: Locale,
  copies: { cyrillic: Payload; latin: Payload },
  preview: { audiences: string[]; people: number; blocked: number; optedOut: number; toCall: number },
): Outgoing[] {
  const tell = say(locale)
  const label = (sentence: PlainSentence): Outgoing => ({ chatId, content: [paragraph(bold(tell(sentence)))] })
  const act = (sentence: PlainSentence, pressed: Button<[], 'trainer'>) => pressed.labelled(tell(sentence))
  return [
    label('preview-cyrillic'),
    { chatId, ...copies.cyrillic },
    label('preview-latin'),
    { chatId, ...copies.latin },
    {
      chatId,
      content: [
        heading(tell('preview-title'), 4),
        paragraph(bold(tell('preview-for'))),
        list(preview.audiences),
        paragraph(preview.people > 0 ? tell('preview-reach', { people: preview.people }) : tell('preview-nobody')),
        ...unreachedLines(locale, preview).map((line) => footer(line)),
      ],
      buttons: [
        ...(preview.people > 0
          ? [[act('button-send-now', ENDS['send-now']), act('button-send-later', STEPS['send-later'])]]
          : []),
        [act('button-send-me', ENDS['send-me'])],
        [act('button-edit-text', STEPS['edit-text']), act('button-edit-audience', STEPS['edit-audience'])],
        [act('button-cancel', DISCARD)],
      ],
    },
  ]
}

function unreachedLines(
  locale: Locale,
  { blocked, optedOut, toCall }: { blocked: number; optedOut: number; toCall: number },
): string[] {
  return [
    ...(blocked > 0 ? [say(locale)('preview-blocked', { count: blocked })] : []),
    ...(optedOut > 0 ? [say(locale)('preview-opted-out', { count: optedOut })] : []),
    ...(toCall > 0 ? [say(locale)('preview-to-call', { count: toCall })] : []),
  ]
}

/** Whom the author calls, since a broadcast has begun that cannot be sent to them. */
export function toCallMessage(chatId: number, locale: Locale, people: readonly Entered[]): Outgoing {
  return { chatId, content: [paragraph(bold(say(locale)('to-call'))), ...callBlocksOf(locale, people)] }
}
