import type { Outgoing } from '../bot/outbox.ts'
import {
  type Block,
  bold,
  button,
  details,
  footer,
  heading,
  list,
  paragraph,
  quotation,
  tappable,
} from '../bot/rich.ts'
import { dayFor } from '../language/dates.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { ZONE } from '../platform/clock.ts'
import type { Chunk } from './chunk.ts'
import type { Document } from './document.ts'
import { LIMITS } from './readers/limits.ts'
import type { ReadResult } from './readers/result.ts'
import { contentBlocks } from './shown.ts'
import { say } from './texts.ts'
import type { MaterialLine, VersionLine } from './version-store.ts'

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 48

function shortened(text: string): string {
  return text.length <= BUTTON_LENGTH ? text : `${text.slice(0, BUTTON_LENGTH - 1).trimEnd()}…`
}

/** Why a file was not read, and what to do. */
export function refusedMessage(
  chatId: number,
  locale: Locale,
  reason: Extract<ReadResult, { kind: 'refused' }>['reason'] | 'download',
  name: string,
): Outgoing {
  const text = say(locale)(`refused-${reason}`, { name, most: LIMITS.fileBytes / 1_000_000 })
  return { chatId, content: [paragraph(text)] }
}

export function twinMessage(
  chatId: number,
  locale: Locale,
  twin: { title: string; number: number; publishedAt: Date },
): Outgoing {
  return {
    chatId,
    content: [
      paragraph(
        tappable(
          say(locale)('twin', {
            title: shownTo(locale, twin.title),
            number: twin.number,
            date: dateOf(locale, twin.publishedAt),
          }),
        ),
      ),
    ],
  }
}

/** What was found in a file, three samples of it, and the question what to do with it. */
export function draftMessage(
  chatId: number,
  locale: Locale,
  read: Extract<ReadResult, { kind: 'read' }>,
  draft: { id: number; chunks: Chunk[]; replaceable: { sourceId: number; title: string }[] },
): Outgoing {
  const t = say(locale)
  const headings = new Set(read.document.sections.map((section) => section.headings.join('\n')).filter(Boolean)).size
  const found = [
    t('draft-format', { format: read.format, language: read.language }),
    ...(read.pages === null ? [] : [t(`draft-pages-${pageKind(read.document)}`, { count: read.pages })]),
    t('draft-headings', { count: headings }),
    t('draft-passages', { count: draft.chunks.length }),
  ]
  const unread = read.unread.map(({ what, count }) => t(`unread-${what}`, { count }))
  return {
    chatId,
    content: [
      heading(t('draft-title', { title: read.document.title }), 4),
      list(found),
      ...(unread.length > 0 ? [paragraph(bold(t('draft-unread'))), list(unread)] : []),
      ...(draft.chunks.length > 0 ? [details(t('draft-samples'), samples(draft.chunks))] : []),
      paragraph(t('draft-ask')),
    ],
    buttons: [
      [button(t('button-publish'), `publish:${draft.id}`)],
      ...draft.replaceable.map((source) => [
        button(
          shortened(t('button-replace', { title: shownTo(locale, source.title) })),
          `replace:${draft.id}:${source.sourceId}`,
        ),
      ]),
      [button(t('button-discard'), `discard:${draft.id}`)],
    ],
  }
}

/** Three passages from the beginning, the middle and the end, as they stand in the file. */
function samples(chunks: Chunk[]): Block[] {
  const places = [...new Set([0, Math.floor(chunks.length / 2), chunks.length - 1])]
  return places.flatMap((at) => {
    const chunk = chunks[at]!
    const title = chunk.headings.join(' › ')
    return [...(title === '' ? [] : [paragraph(bold(title))]), quotation(contentBlocks(chunk.blocks, (text) => text))]
  })
}

function pageKind(document: Document): 'page' | 'slide' | 'sheet' {
  return document.sections.find((section) => section.place !== null)?.place?.kind ?? 'page'
}

function dateOf(locale: Locale, at: Date): string {
  const day = at.toTemporalInstant().toZonedDateTimeISO(ZONE).toPlainDate()
  return dayFor(locale, day).replace(/\.$/, '')
}

/** A sentence of this feature in place of the message with the buttons, so that they cannot be pressed again. */
export function decidedMessage(
  chatId: number,
  locale: Locale,
  id: string,
  values: Record<string, string | number>,
  edits?: number,
): Outgoing {
  return {
    chatId,
    content: [paragraph(tappable(say(locale)(id, shownValues(locale, values))))],
    ...(edits === undefined ? {} : { edits }),
  }
}

function shownValues(locale: Locale, values: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shownTo(locale, value) : value]),
  )
}

/** All sources, with who keeps them and how often they are cited; each opens by its button. */
export function materialMessage(chatId: number, locale: Locale, lines: MaterialLine[]): Outgoing {
  const t = say(locale)
  if (lines.length === 0) return { chatId, content: [paragraph(t('material-none'))] }
  const entries = lines.map((line) => [bold(shownTo(locale, line.title)), ` – ${describe(locale, line)}`])
  return {
    chatId,
    content: [heading(t('material-title'), 4), list(entries, 'numbers'), footer(t('material-how'))],
    buttons: lines
      .slice(0, MOST_BUTTONS)
      .map((line) => [button(shortened(shownTo(locale, line.title)), `material:${line.sourceId}`)]),
  }
}

/** Telegram takes 100 buttons under a message. */
const MOST_BUTTONS = 90

function describe(locale: Locale, line: MaterialLine): string {
  const t = say(locale)
  const by = line.publishedBy ?? t('material-from-folder')
  return [
    ...(line.number === null ? [] : [t('material-version', { number: line.number })]),
    line.publishedAt ? t('material-by', { name: by, date: dateOf(locale, line.publishedAt) }) : by,
    t('material-cited', { count: line.citations }),
    ...(line.withdrawn ? [t('material-withdrawn')] : []),
  ].join(', ')
}

/** The versions of a source, with what can be done. */
export function versionsMessage(chatId: number, locale: Locale, line: MaterialLine, versions: VersionLine[]): Outgoing {
  const t = say(locale)
  const entries = versions.map((version) => {
    const by = version.publishedBy ?? t('material-from-folder')
    return `${t('material-version', { number: version.number })} (${version.fileName}): ${t('material-by', { name: by, date: dateOf(locale, version.publishedAt) })}, ${t(`material-state-${version.state}`)}`
  })
  const old = versions.filter((version) => version.state === 'replaced' || version.state === 'withdrawn').slice(0, 5)
  return {
    chatId,
    content: [
      heading(shownTo(locale, line.title), 4),
      ...(entries.length > 0 ? [list(entries)] : []),
      footer(t('material-cited', { count: line.citations })),
    ],
    buttons: [
      ...(line.withdrawn ? [] : [[button(t('button-withdraw'), `withdraw:${line.sourceId}`)]]),
      ...old.map((version) => [button(t('button-bring-back', { number: version.number }), `bring-back:${version.id}`)]),
    ],
  }
}
