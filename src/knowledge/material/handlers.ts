import type { MiddlewareFn } from 'grammy'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { chunksOf } from '../ingest/chunk.ts'
import {
  type BringBackResult,
  bringBack,
  discardVersion,
  type PublishResult,
  publishVersion,
  withdrawSource,
} from '../ingest/publish.ts'
import { dropWays, lockVersion, readDocument } from '../ingest/version-store.ts'
import { judge } from '../personal/judge.ts'
import { type PlainSentence, say } from '../texts.ts'
import {
  ASK_TO_WITHDRAW,
  BRING_BACK,
  DISCARD,
  DROP_WAYS,
  KEEP,
  PAGE,
  PUBLISH,
  REPLACE,
  SOURCE,
  WITHDRAW,
} from './buttons.ts'
import { listHandlers } from './people-handlers.ts'
import { heldBackMessage } from './people-texts.ts'
import { citationsBySource, listMaterial, listVersions, type MaterialLine } from './store.ts'
import { confirmWithdrawMessage, decidedMessage, materialMessage, plain, versionsMessage, type Words } from './texts.ts'
import { nearestTitles, readerIn, receiveDocument, type UploadParts } from './upload-handlers.ts'
import { uploadMessage } from './upload-texts.ts'

type Parts = {
  clock: Clock
  /** How often each passage is cited, by its id. */
  timesCited: (db: Db) => Promise<ReadonlyMap<number, number>>
}

/** Publishing, listing and withdrawing material. */
export function materialHandlers({ clock, timesCited }: Parts): Handled<BotContext>[] {
  const cited = async (db: Db) => citationsBySource(db, await timesCited(db))
  const showMaterial = async (db: Db, ctx: BotContext, page: number) => [
    materialMessage(ctx.turn.chatId, ctx.locale, await listMaterial(db), await cited(db), page, pressedIn(ctx)),
  ]
  const versionsOf = async (db: Db, ctx: BotContext, line: MaterialLine, edits?: number) => {
    const { sourceId } = line
    const citations = (await cited(db)).get(sourceId) ?? 0
    const versions = await listVersions(db, sourceId)
    const inUse = versions.find(({ state }) => state === 'published')
    const document = inUse ? await readDocument(db, inUse.id) : null
    return versionsMessage(ctx.turn.chatId, ctx.locale, line, citations, versions, document, edits)
  }
  return [
    command('materijal', 'trainer', (db, ctx) => showMaterial(db, ctx, 1), { hidden: true }),
    handle(PAGE, (db, ctx, [page]) => showMaterial(db, ctx, page)),
    handle(SOURCE, (db, ctx, [sourceId]) => ofSource(db, ctx, sourceId, (line) => versionsOf(db, ctx, line))),
    handle(KEEP, (db, ctx, [sourceId]) =>
      ofSource(db, ctx, sourceId, (line) => versionsOf(db, ctx, line, pressedIn(ctx))),
    ),
    handle(ASK_TO_WITHDRAW, (db, ctx, [sourceId]) =>
      ofSource(db, ctx, sourceId, async (line) =>
        confirmWithdrawMessage(ctx.turn.chatId, ctx.locale, line, pressedIn(ctx)),
      ),
    ),
    handle(PUBLISH, (db, ctx, [versionId]) => publish(db, ctx, versionId, null, clock.now())),
    handle(REPLACE, (db, ctx, [versionId, sourceId]) => publish(db, ctx, versionId, sourceId, clock.now())),
    handle(DROP_WAYS, (db, ctx, [versionId]) => withoutWays(db, ctx, versionId)),
    handle(DISCARD, (db, ctx, [versionId]) => told(ctx, discard(db, versionId, ctx.person.id, clock.now()))),
    handle(WITHDRAW, (db, ctx, [sourceId]) => told(ctx, withdraw(db, sourceId, ctx.person.id, clock.now()))),
    handle(BRING_BACK, (db, ctx, [versionId]) => broughtBack(db, ctx, versionId, clock.now())),
    ...listHandlers({ clock }),
  ]
}

/** Takes the documents that trainers and coordinators send; others pass on. */
export function receiveMaterial(parts: UploadParts): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const document = ctx.message?.document
    return document && ctx.person.role !== 'member' ? receiveDocument(ctx, parts, document) : next()
  }
}

/** The message whose button was pressed, to be replaced. */
const pressedIn = (ctx: BotContext) => ctx.callbackQuery?.message?.message_id

/** A press that changes nothing. */
async function ofSource(
  db: Db,
  ctx: BotContext,
  sourceId: number,
  message: (line: MaterialLine) => Promise<Outgoing>,
): Promise<Outgoing[]> {
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  if (line) return [await message(line)]
  ctx.toast(say(ctx.locale)('material-nothing'))
  return []
}

/** One press, one decision, in one transaction with what is said about it; the message with the buttons is replaced. */
async function told(ctx: BotContext, decided: Promise<Words>): Promise<Outgoing[]> {
  return [decidedMessage(ctx.turn.chatId, ctx.locale, await decided, pressedIn(ctx))]
}

type Unpublished = Exclude<PublishResult['kind'], 'published' | 'lists-people'>

export const UNPUBLISHED: Record<Unpublished, PlainSentence> = {
  'already-decided': 'already-decided',
  'no-such-source': 'no-such-source',
}

async function publish(
  db: Db,
  ctx: BotContext,
  versionId: number,
  inPlaceOf: number | null,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const result = await publishVersion(db, versionId, inPlaceOf, ctx.person.id, now)
  if (result.kind === 'lists-people') return heldBack(ctx, { id: versionId, isDraft: true, people: result.people })
  if (result.kind !== 'published') return told(ctx, Promise.resolve(plain(UNPUBLISHED[result.kind])))
  return told(ctx, Promise.resolve(publishedWords(result)))
}

export function publishedWords({ title, number, passages }: Extract<PublishResult, { kind: 'published' }>): Words {
  return (locale) => say(locale)('published', { title: shownTo(locale, title), number, passages })
}

function heldBack(ctx: BotContext, version: Parameters<typeof heldBackMessage>[1]): Outgoing[] {
  return [heldBackMessage(readerIn(ctx), version, pressedIn(ctx))]
}

/** A draft without the ways that were proposed for it: its preview is shown again. */
async function withoutWays(db: Db, ctx: BotContext, versionId: number): Promise<Outgoing[]> {
  const version = await lockVersion(db, versionId)
  if (version?.state !== 'draft') return told(ctx, Promise.resolve(plain('already-decided')))
  await dropWays(db, versionId)
  const document = await readDocument(db, versionId)
  const replaceable = nearestTitles(await listMaterial(db), document.title)
  const people = version.people ?? judge(document)
  const preview = { id: versionId, chunks: chunksOf(document), people, replaceable, proposed: null }
  return [uploadMessage(readerIn(ctx), { ...version, document }, preview, pressedIn(ctx))]
}

export async function discard(db: Db, versionId: number, by: number, now: Temporal.Instant): Promise<Words> {
  return plain((await discardVersion(db, versionId, by, now)) ? 'discarded' : 'already-decided')
}

export async function withdraw(db: Db, sourceId: number, by: number, now: Temporal.Instant): Promise<Words> {
  const line = (await listMaterial(db)).find((one) => one.sourceId === sourceId)
  const done = line !== undefined && (await withdrawSource(db, sourceId, by, now))
  return done ? (locale) => say(locale)('withdrawn', { title: shownTo(locale, line.title) }) : plain('material-nothing')
}

async function broughtBack(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const back: BringBackResult = await bringBack(db, versionId, ctx.person.id, now)
  switch (back.kind) {
    case 'lists-people':
      return heldBack(ctx, { id: versionId, isDraft: false, people: back.people })
    case 'already-decided':
      return told(ctx, Promise.resolve(plain('material-nothing')))
    case 'published':
      return told(ctx, Promise.resolve(broughtBackWords(back)))
  }
}

export function broughtBackWords({ title, number }: { title: string; number: number }): Words {
  return (locale) => say(locale)('brought-back', { title: shownTo(locale, title), number })
}
