import {
  type Block,
  bold,
  button,
  details,
  heading,
  list,
  paragraph,
  quotation,
  tappable,
} from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Chunk } from '../ingest/chunk.ts'
import type { Document } from '../readers/document.ts'
import { LIMITS } from '../readers/limits.ts'
import type { ReadResult } from '../readers/result.ts'
import { contentBlocks } from '../shown.ts'
import { say } from '../texts.ts'
import { dateOf, shortened } from './texts.ts'

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
export function uploadMessage(
  chatId: number,
  locale: Locale,
  read: Extract<ReadResult, { kind: 'read' }>,
  version: { id: number; chunks: Chunk[]; replaceable: { sourceId: number; title: string }[] },
): Outgoing {
  const t = say(locale)
  const headings = new Set(read.document.sections.map((section) => section.headings.join('\n')).filter(Boolean)).size
  const found = [
    t('upload-format', { format: read.format, language: read.language }),
    ...(read.pages === null ? [] : [t(`upload-pages-${pageKind(read.document)}`, { count: read.pages })]),
    t('upload-headings', { count: headings }),
    t('upload-passages', { count: version.chunks.length }),
  ]
  const unread = read.unread.map(({ what, count }) => t(`unread-${what}`, { count }))
  return {
    chatId,
    content: [
      heading(t('upload-title', { title: read.document.title }), 4),
      list(found),
      ...(unread.length > 0 ? [paragraph(bold(t('upload-unread'))), list(unread)] : []),
      ...(version.chunks.length > 0 ? [details(t('upload-samples'), samples(version.chunks))] : []),
      paragraph(t('upload-ask')),
    ],
    buttons: [
      [button(t('button-publish'), `publish:${version.id}`)],
      ...version.replaceable.map((source) => [
        button(
          shortened(t('button-replace', { title: shownTo(locale, source.title) })),
          `replace:${version.id}:${source.sourceId}`,
        ),
      ]),
      [button(t('button-discard'), `discard:${version.id}`)],
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
