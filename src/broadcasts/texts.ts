import type { InlineKeyboardButton } from 'grammy/types'
import type { Outgoing, Payload } from '../bot/outbox.ts'
import { type Block, bold, button, divider, footer, heading, italic, list, paragraph, tappable } from '../bot/rich.ts'
import { loadTexts } from '../bot/texts.ts'
import { momentFor } from '../language/dates.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { municipalityOf, nameOf } from '../people/municipalities.ts'
import { ZONE } from '../platform/clock.ts'
import {
  type Audience,
  afterQuiet,
  type Broadcast,
  type BroadcastContent,
  type Counts,
  failedIn,
  isQuiet,
  secondsLeft,
} from './broadcast-rules.ts'
import { blocksFor } from './content.ts'

export const say = loadTexts(import.meta.url)

/** One person's copy: what the author wrote, in the reader's script, and why it came. `broadcastId` is `null` in a preview. */
export function broadcastPayload(locale: Locale, content: BroadcastContent, broadcastId: number | null): Payload {
  const row = contentButton(locale, content, broadcastId)
  return {
    content: [...blocksFor(locale, content), footer(tappable(say(locale)('why')))],
    ...(content.file ? { file: content.file } : {}),
    ...(row ? { buttons: [row] } : {}),
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
      return [button(label.slice(0, BUTTON_LENGTH), `session:view:${sessionId}`)]
    }
    case 'question': {
      const text = shownTo(locale, content.button.text)
      return [button(text, `poruka:ask:${broadcastId ?? ''}`)]
    }
  }
}

/** An instant as people here read it. */
export function whenFor(locale: Locale, instant: Temporal.Instant): string {
  return momentFor(locale, instant.toZonedDateTimeISO(ZONE).toPlainDateTime())
}

/** An audience in a few words. `titles` are those of sessions, by id. */
export function audienceLine(locale: Locale, audience: Audience, titles: ReadonlyMap<number, string>): string {
  const tell = say(locale)
  switch (audience.kind) {
    case 'session': {
      const title = titles.get(audience.sessionId)
      if (title === undefined) return tell('audience-gone')
      return tell(`audience-session-${audience.who}`, { title: shownTo(locale, title) })
    }
    case 'municipalities':
      return tell('audience-municipalities', { names: namesOf(locale, audience.codes) })
    case 'unanswered':
      return tell('audience-unanswered', { topic: audience.topic })
    default:
      return tell(`audience-${audience.kind}`)
  }
}

export function namesOf(locale: Locale, codes: readonly string[]): string {
  return codes
    .map((code) => municipalityOf(code))
    .filter((one) => one !== undefined)
    .map((one) => nameOf(locale, one))
    .join(', ')
}

/** What became of whom, a line each; nothing about what did not happen. */
export function countLines(locale: Locale, counts: Counts): string[] {
  const tell = say(locale)
  return [
    tell('progress-sent', { count: counts.sent }),
    ...(counts.waiting > 0 ? [tell('progress-waiting', { count: counts.waiting })] : []),
    ...counts.failed.map(({ reason, count }) => tell(`progress-failed-${reason}`, { count })),
    ...(counts.unknown > 0 ? [tell('progress-unknown', { count: counts.unknown })] : []),
  ]
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
  const control = (what: string) =>
    button(tell(`button-${what === 'cancel' ? 'stop' : what}`), `poruka:${what}:${broadcast.id}`)
  const runs = broadcast.state === 'running'
  return {
    chatId,
    content: [
      heading(tell(broadcast.state === 'finished' ? 'result-title' : 'progress-title', { state: broadcast.state }), 4),
      list(countLines(locale, counts)),
      ...(runs && counts.waiting > 0 ? [footer(outlook)] : []),
    ],
    buttons: runs || broadcast.state === 'paused' ? [[control(runs ? 'pause' : 'resume'), control('cancel')]] : [],
  }
}

/** What became of a broadcast; its author may write again to those it did not reach. */
export function resultMessage(chatId: number, locale: Locale, broadcast: Broadcast): Outgoing {
  const tell = say(locale)
  const counts = broadcast.result!
  return {
    chatId,
    content: [
      heading(tell('result-title', { state: broadcast.state }), 4),
      paragraph(italic(firstWords(locale, broadcast.content))),
      list(countLines(locale, counts)),
    ],
    ...(failedIn(counts) > 0 ? { buttons: [[button(tell('button-again'), `poruka:again:${broadcast.id}`)]] } : {}),
  }
}

/** The beginning of a message, to tell it from others. */
export function firstWords(locale: Locale, { text }: BroadcastContent): string {
  const words = shownTo(locale, text.replace(/\s+/g, ' ').trim())
  if (words === '') return say(locale)('untitled')
  return words.length <= 80 ? words : `${words.slice(0, words.lastIndexOf(' ', 79) || 79)}…`
}

/** The message as readers of each script will have it, and how many that are. */
export function previewMessages(
  chatId: number,
  locale: Locale,
  content: BroadcastContent,
  preview: { audiences: string[]; people: number; blocked: number; optedOut: number },
): Outgoing[] {
  const tell = say(locale)
  const copy = (reader: Locale, before: string): Outgoing => {
    const { content: blocks, file, buttons } = broadcastPayload(reader, content, null)
    const shown: Block[] = [paragraph(bold(before)), divider(), ...blocks]
    // The divider has no place under a file.
    return {
      chatId,
      content: file ? [paragraph(bold(before)), ...blocks] : shown,
      ...(file ? { file } : {}),
      ...(buttons ? { buttons } : {}),
    }
  }
  const act = (what: string) => button(tell(`button-${what}`), `poruka:${what}`)
  return [
    copy('sr-Cyrl', tell('preview-cyrillic')),
    copy('sr-Latn', tell('preview-latin')),
    {
      chatId,
      content: [
        heading(tell('preview-title'), 4),
        paragraph(bold(tell('chosen-audiences'))),
        list(preview.audiences),
        paragraph(preview.people > 0 ? tell('preview-reach', { people: preview.people }) : tell('preview-nobody')),
        ...unreachedLines(locale, preview).map((line) => footer(line)),
      ],
      buttons: [
        ...(preview.people > 0 ? [[act('send-now'), act('send-later')]] : []),
        [act('send-me')],
        [act('edit-text'), act('edit-audience')],
        [act('cancel')],
      ],
    },
  ]
}

function unreachedLines(locale: Locale, { blocked, optedOut }: { blocked: number; optedOut: number }): string[] {
  return [
    ...(blocked > 0 ? [say(locale)('preview-blocked', { count: blocked })] : []),
    ...(optedOut > 0 ? [say(locale)('preview-opted-out', { count: optedOut })] : []),
  ]
}
