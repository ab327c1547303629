import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, list, paragraph } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Found } from '../ingest/people-store.ts'
import { type ListOfPeople, listsPeople, type Seen, type Verdict } from '../personal/judge.ts'
import { type Sentence, say } from '../texts.ts'
import { ASK_COORDINATORS, DISCARD, IMPORT_PEOPLE, KEEP_OUT, PUBLISH_ANYWAY, PUBLISH_LIST, SOURCE } from './buttons.ts'
import { shortened } from './texts.ts'

const SEEN = {
  persons: 'people-persons',
  phones: 'people-phones',
  emails: 'people-emails',
  personalNumbers: 'people-personal-numbers',
  addresses: 'people-addresses',
} as const satisfies Record<keyof Seen, Sentence>

const KINDS = Object.keys(SEEN) as (keyof Seen)[]

/** «имена: 23», «телефони: 20»: what there is of it. */
function seenLines(locale: Locale, seen: Seen): string[] {
  const t = say(locale)
  return KINDS.filter((kind) => seen[kind] > 0).map((kind) => t(SEEN[kind], { count: seen[kind] }))
}

/** What a document says of people, above the question what to do with it; nothing where it says nothing. */
export function peopleBlocks(locale: Locale, people: Verdict): Block[] {
  const t = say(locale)
  if (people.kind === 'neither') return []
  const seen = seenLines(locale, people.seen)
  if (!listsPeople(people)) return [paragraph(t('people-offices', { seen: seen.join(', ') }))]
  return [
    paragraph(bold(t(people.kind === 'export' ? 'people-export' : 'people-list'))),
    ...(seen.length > 0 ? [list(seen)] : []),
    paragraph(t('people-who-decides')),
  ]
}

/** Who reads of a list, and what they may do. */
export type Reader = { chatId: number; locale: Locale; isCoordinator: boolean }

/** A list is imported for a session, a draft thrown away, or let through: by a coordinator, whom a trainer asks. */
export function listButtons(
  { locale, isCoordinator }: Reader,
  versionId: number,
  isDraft: boolean,
): InlineKeyboardButton[][] {
  const t = say(locale)
  return [
    [IMPORT_PEOPLE.labelled(t('button-import-people'), versionId)],
    ...(isDraft ? [[DISCARD.labelled(t('button-discard'), versionId)]] : []),
    [
      isCoordinator
        ? PUBLISH_ANYWAY.labelled(t('button-publish-anyway'), versionId)
        : ASK_COORDINATORS.labelled(t('button-ask-coordinators'), versionId),
    ],
  ]
}

/** Why something is not published yet, in place of the message whose button was pressed. */
export function heldBackMessage(
  reader: Reader,
  version: { id: number; isDraft: boolean; people: ListOfPeople },
  edits?: number,
): Outgoing {
  const { chatId, locale, isCoordinator } = reader
  return {
    chatId,
    content: [
      ...peopleBlocks(locale, version.people),
      paragraph(say(locale)(isCoordinator ? 'people-ask-coordinator' : 'people-ask-trainer')),
    ],
    buttons: listButtons(reader, version.id, version.isDraft),
    ...(edits === undefined ? {} : { edits }),
  }
}

/** What coordinators read when a trainer asks them. */
export function requestMessage(
  { chatId, locale }: Pick<Reader, 'chatId' | 'locale'>,
  asked: { by: string; title: string; fileName: string; versionId: number; isDraft: boolean; people: ListOfPeople },
): Outgoing {
  const { by, title, fileName, versionId, isDraft, people } = asked
  const words = say(locale)('people-request', { name: by, title: shownTo(locale, title), file: fileName })
  const message = heldBackMessage({ chatId, locale, isCoordinator: true }, { id: versionId, isDraft, people })
  return { ...message, content: [paragraph(words), ...message.content] }
}

/** The reason as it was written, and the second question. */
export function sureMessage(
  { chatId, locale }: Pick<Reader, 'chatId' | 'locale'>,
  version: { id: number; title: string; reason: string; replaceable: readonly { sourceId: number; title: string }[] },
): Outgoing {
  const t = say(locale)
  const { id, title, reason, replaceable } = version
  return {
    chatId,
    content: [
      paragraph(t('people-sure', { title: shownTo(locale, title) })),
      paragraph(t('people-reason', { reason })),
    ],
    buttons: [
      [PUBLISH_LIST.labelled(t('button-publish-list'), id, 0)],
      ...replaceable.map((source) => [
        PUBLISH_LIST.labelled(
          shortened(t('button-replace', { title: shownTo(locale, source.title) })),
          id,
          source.sourceId,
        ),
      ]),
      [KEEP_OUT.labelled(t('button-keep-out'), id)],
    ],
  }
}

/** Titles in one notice; the rest is counted. */
const MOST_FOUND = 10

/** What coordinators read of lists that are published already: each opens by its button. */
export function foundMessage({ chatId, locale }: Pick<Reader, 'chatId' | 'locale'>, found: readonly Found[]): Outgoing {
  const t = say(locale)
  const some = found.slice(0, MOST_FOUND)
  const lineOf = ({ title, people }: Found) =>
    `${shownTo(locale, title)} (${seenLines(locale, people.seen).join(', ')})`
  return {
    chatId,
    content: [
      paragraph(bold(t('people-found'))),
      list(some.map(lineOf)),
      ...(found.length > some.length ? [paragraph(t('people-found-more', { count: found.length - some.length }))] : []),
      paragraph(t('people-found-what')),
    ],
    buttons: some.map(({ sourceId, title }) => [SOURCE.labelled(shortened(shownTo(locale, title)), sourceId)]),
  }
}
