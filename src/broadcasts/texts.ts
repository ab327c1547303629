import type { InlineKeyboardButton } from 'grammy/types'
import { blocksFor } from '../bot/message/authored.ts'
import { bold, footer, paragraph, tappable } from '../bot/message/rich.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import type { Outgoing, Payload } from '../bot/send/outbox.ts'
import { deadlineFor, momentFor } from '../language/dates/write.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import type { Entered } from '../people/entered/store.ts'
import { municipalityOf, nameOf } from '../people/municipalities/municipalities.ts'
import { momentAt } from '../platform/clock.ts'
import { VIEW } from '../sessions/buttons.ts'
import { callBlocksOf } from '../sessions/desk/texts.ts'
import { ASK } from './buttons.ts'
import type { Audience, BroadcastContent } from './rules.ts'
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
  return momentFor(locale, momentAt(instant))
}

/** The same, to stand after «до» or “until”. */
export function untilFor(locale: Locale, instant: Temporal.Instant): string {
  return deadlineFor(locale, momentAt(instant))
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

/** The beginning of a message, to tell it from others. */
export function firstWords(locale: Locale, { text }: BroadcastContent): string {
  const words = shownTo(locale, text.replace(/\s+/g, ' ').trim())
  if (words === '') return say(locale)('untitled')
  return words.length <= 80 ? words : `${words.slice(0, words.lastIndexOf(' ', 79) || 79)}…`
}

/** Whom the author calls, since a broadcast has begun that cannot be sent to them. */
export function toCallMessage(chatId: number, locale: Locale, people: readonly Entered[]): Outgoing {
  return { chatId, content: [paragraph(bold(say(locale)('to-call'))), ...callBlocksOf(locale, people)] }
}
