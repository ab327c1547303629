import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, heading, list, paragraph, quotation, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Chunk } from '../ingest/chunk.ts'
import { listsPeople, type Verdict } from '../personal/judge.ts'
import type { Document, Place } from '../readers/document.ts'
import { LIMITS } from '../readers/limits.ts'
import type { ReadResult, RefusalReason } from '../readers/result.ts'
import { contentBlocks } from '../shown.ts'
import { type Sentence, say } from '../texts.ts'
import { DISCARD, DROP_WAYS, PUBLISH, REPLACE } from './buttons.ts'
import { outlineBlocks } from './outline-texts.ts'
import { listButtons, peopleBlocks, type Reader } from './people-texts.ts'
import { dateOf, shortened } from './texts.ts'
import { unreadBlocks } from './unread-texts.ts'
import type { Proposed } from './ways.ts'

const REFUSALS = {
  'too-large': 'refused-too-large',
  'too-many-pages': 'refused-too-many-pages',
  'unpacks-too-large': 'refused-unpacks-too-large',
  'too-slow': 'refused-too-slow',
  encrypted: 'refused-encrypted',
  damaged: 'refused-damaged',
  scanned: 'refused-scanned',
  empty: 'refused-empty',
  'unknown-format': 'refused-unknown-format',
  'old-format': 'refused-old-format',
  'binary-workbook': 'refused-binary-workbook',
  macros: 'refused-macros',
  download: 'refused-download',
} as const satisfies Record<RefusalReason | 'download', Sentence>

/** Why a file was not read, and what to do. */
export function refusedMessage(
  chatId: number,
  locale: Locale,
  reason: RefusalReason | 'download',
  name: string,
): Outgoing {
  return { chatId, content: [paragraph(refusalText(locale, reason, name))] }
}

export function refusalText(locale: Locale, reason: RefusalReason | 'download', name: string): string {
  return say(locale)(REFUSALS[reason], { name, most: LIMITS.fileBytes / 1_000_000 })
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

const PAGES = {
  page: 'upload-pages-page',
  slide: 'upload-pages-slide',
  sheet: 'upload-pages-sheet',
} as const satisfies Record<Place['kind'], Sentence>

type Preview = {
  id: number
  chunks: readonly Chunk[]
  people: Verdict
  replaceable: { sourceId: number; title: string }[]
  /** Ways to ask, as a model proposed them; `null`: there are none, and nothing is said of any. */
  proposed: Proposed | null
}

/** What was found in a file, three samples of it, ways to ask, and the question what to do with it. */
export function uploadMessage(
  reader: Reader,
  read: Pick<Extract<ReadResult, { kind: 'read' }>, 'document' | 'language' | 'pages' | 'unread'> & { format: string },
  version: Preview,
  edits?: number,
): Outgoing {
  const { chatId, locale, isCoordinator } = reader
  const t = say(locale)
  const isList = listsPeople(version.people)
  const headings = new Set(read.document.sections.map((section) => section.headings.join('\n')).filter(Boolean)).size
  const found = [
    t('upload-format', { format: read.format, language: read.language }),
    ...(read.pages === null ? [] : [t(PAGES[pageKind(read.document)], { count: read.pages })]),
    t('upload-headings', { count: headings }),
    t('upload-passages', { count: version.chunks.length }),
  ]
  return {
    chatId,
    content: [
      heading(t('upload-title', { title: read.document.title }), 4),
      list(found),
      ...outlineBlocks(locale, read.document),
      ...unreadBlocks(locale, read.unread),
      ...peopleBlocks(locale, version.people),
      ...(version.chunks.length > 0 && !isList ? [details(t('upload-samples'), samples(version.chunks))] : []),
      ...(version.proposed ? waysBlocks(locale, version.proposed) : []),
      paragraph(t(isList ? (isCoordinator ? 'people-ask-coordinator' : 'people-ask-trainer') : 'upload-ask')),
    ],
    buttons: isList ? listButtons(reader, version.id, true) : publishButtons(locale, version),
    ...(edits === undefined ? {} : { edits }),
  }
}

function publishButtons(locale: Locale, version: Preview): InlineKeyboardButton[][] {
  const t = say(locale)
  return [
    [PUBLISH.labelled(t('button-publish'), version.id)],
    ...version.replaceable.map((source) => [
      REPLACE.labelled(
        shortened(t('button-replace', { title: shownTo(locale, source.title) })),
        version.id,
        source.sourceId,
      ),
    ]),
    ...(isProposed(version.proposed) ? [[DROP_WAYS.labelled(t('button-drop-ways'), version.id)]] : []),
    [DISCARD.labelled(t('button-discard'), version.id)],
  ]
}

function isProposed(proposed: Proposed | null): proposed is Proposed {
  return proposed?.ways.some((ways) => ways.length > 0) ?? false
}

/** Ways shown at most, so that the preview stays one message. */
const MOST_SHOWN = 40

const ENDED = {
  slow: 'ways-slow',
  failed: 'ways-failed',
  long: 'ways-long',
} as const satisfies Record<Exclude<Proposed['ended'], 'whole'>, Sentence>

/** What a model proposed, what was kept of it, and the kept ways to look at. */
function waysBlocks(locale: Locale, proposed: Proposed): Block[] {
  const t = say(locale)
  const { shown, ended } = proposed
  const kept = proposed.ways.flat()
  const some = kept.slice(0, MOST_SHOWN)
  const more = kept.length - some.length
  return [
    paragraph([
      t('ways-found', { kept: kept.length, proposed: proposed.proposed, passages: shown }),
      ...(ended === 'whole' ? [] : [' ', t(ENDED[ended])]),
    ]),
    ...(kept.length === 0
      ? []
      : [details(t('ways-title'), [list(some), ...(more > 0 ? [paragraph(t('ways-more', { count: more }))] : [])])]),
  ]
}

/** Three passages from the beginning, the middle and the end, as they stand in the file. */
function samples(chunks: readonly Chunk[]): Block[] {
  const places = [...new Set([0, Math.floor(chunks.length / 2), chunks.length - 1])]
  return places.flatMap((at) => {
    const chunk = chunks[at]!
    const title = chunk.headings.join(' › ')
    return [...(title === '' ? [] : [paragraph(bold(title))]), quotation(contentBlocks(chunk.blocks, (text) => text))]
  })
}

function pageKind(document: Document): Place['kind'] {
  return document.sections.find((section) => section.place !== null)?.place?.kind ?? 'page'
}
