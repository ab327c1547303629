import { bold, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates/write.ts'
import { shortenedTo } from '../../language/letters.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Document } from '../readers/document.ts'
import { type PlainSentence, say } from '../texts.ts'
import { ASK_TO_WITHDRAW, BRING_BACK, KEEP, PAGE, SOURCE, WITHDRAW } from './buttons.ts'
import { outlineBlocks } from './outline-texts.ts'
import type { MaterialLine, PublishedState, VersionLine } from './store.ts'
import { unreadBlocks } from './unread-texts.ts'

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 48

export function shortened(text: string): string {
  return shortenedTo(text, BUTTON_LENGTH)
}

export function dateOf(locale: Locale, at: Date): string {
  const day = dayAt(at.toTemporalInstant())
  return dayFor(locale, day).replace(/\.$/, '')
}

/** A sentence in the language of whoever reads it. */
export type Words = (locale: Locale) => string

export const plain =
  (sentence: PlainSentence): Words =>
  (locale) =>
    say(locale)(sentence)

/** A sentence of ours in place of the message with the buttons, so that they cannot be pressed again. */
export function decidedMessage(chatId: number, locale: Locale, words: Words, edits?: number): Outgoing {
  return {
    chatId,
    content: [paragraph(tappable(words(locale)))],
    ...(edits === undefined ? {} : { edits }),
  }
}

/** Sources shown at a time: with their buttons they fit the screen of a phone. */
const PER_PAGE = 6

/**
 * Page `asked` (from 1) of all sources, with who keeps them and how often they are cited (`citations`, by source); each opens by its button. A page
 * that there is no more is the last one.
 */
export function materialMessage(
  chatId: number,
  locale: Locale,
  lines: MaterialLine[],
  citations: ReadonlyMap<number, number>,
  asked: number,
  edits?: number,
): Outgoing {
  const t = say(locale)
  if (lines.length === 0) return { chatId, content: [paragraph(t('material-none'))] }
  const pages = Math.ceil(lines.length / PER_PAGE)
  const page = Math.min(asked, pages)
  const shown = lines.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const turns = [
    ...(page > 1 ? [PAGE.labelled(t('button-previous'), page - 1)] : []),
    ...(page < pages ? [PAGE.labelled(t('button-next'), page + 1)] : []),
  ]
  return {
    chatId,
    content: [
      heading(pages === 1 ? t('material-title') : t('material-title-page', { page, pages }), 4),
      list(
        shown.map((line) => [
          bold(shownTo(locale, line.title)),
          ` – ${describe(locale, line, citations.get(line.sourceId) ?? 0)}`,
        ]),
      ),
      footer(t('material-how')),
    ],
    buttons: [
      ...shown.map((line) => [SOURCE.labelled(shortened(shownTo(locale, line.title)), line.sourceId)]),
      ...(turns.length > 0 ? [turns] : []),
    ],
    ...(edits === undefined ? {} : { edits }),
  }
}

export function describe(locale: Locale, line: MaterialLine, citations: number): string {
  const t = say(locale)
  const by = line.publishedBy ?? t('material-from-folder')
  return [
    ...(line.number === null ? [] : [t('material-version', { number: line.number })]),
    line.publishedAt ? t('material-by', { name: by, date: dateOf(locale, line.publishedAt) }) : by,
    t('material-cited', { count: citations }),
    ...(line.withdrawn ? [t('material-withdrawn')] : []),
  ].join(', ')
}

const STATES: Record<PublishedState, PlainSentence> = {
  published: 'material-state-published',
  replaced: 'material-state-replaced',
  withdrawn: 'material-state-withdrawn',
}

/** The versions of a source, with what can be done. */
export function versionsMessage(
  chatId: number,
  locale: Locale,
  line: MaterialLine,
  citations: number,
  versions: VersionLine[],
  /** Of the version in use; `null` where none is. */
  document: Document | null,
  edits?: number,
): Outgoing {
  const t = say(locale)
  const entries = versions.map((version) => {
    const by = version.publishedBy ?? t('material-from-folder')
    return `${t('material-version', { number: version.number })} (${version.fileName}): ${t('material-by', { name: by, date: dateOf(locale, version.publishedAt) })}, ${t(STATES[version.state])}`
  })
  const old = versions.filter((version) => version.state === 'replaced' || version.state === 'withdrawn').slice(0, 5)
  return {
    chatId,
    content: [
      heading(shownTo(locale, line.title), 4),
      ...(entries.length > 0 ? [list(entries)] : []),
      ...(document ? outlineBlocks(locale, document) : []),
      ...unreadBlocks(locale, versions.find((version) => version.state === 'published')?.unread ?? []),
      footer(t('material-cited', { count: citations })),
    ],
    buttons: [
      ...(line.withdrawn ? [] : [[ASK_TO_WITHDRAW.labelled(t('button-withdraw'), line.sourceId)]]),
      ...old.map((version) => [BRING_BACK.labelled(t('button-bring-back', { number: version.number }), version.id)]),
    ],
    ...(edits === undefined ? {} : { edits }),
  }
}

/** Asks before a source is withdrawn, in place of the message whose button was pressed. */
export function confirmWithdrawMessage(chatId: number, locale: Locale, line: MaterialLine, edits?: number): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(tappable(t('confirm-withdraw', { title: shownTo(locale, line.title) })))],
    buttons: [
      [
        WITHDRAW.labelled(t('button-withdraw-yes'), line.sourceId),
        KEEP.labelled(t('button-withdraw-no'), line.sourceId),
      ],
    ],
    ...(edits === undefined ? {} : { edits }),
  }
}
