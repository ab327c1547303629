import type { Plain } from '../../bot/message/texts.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { tell } from '../../people/roles/notices.ts'
import { coordinatorIds } from '../../people/roles/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { publishPeople } from '../ingest/publish.ts'
import { lockVersion, readDocument, type Version } from '../ingest/version-store.ts'
import { judge, listsPeople } from '../personal/judge.ts'
import { say } from '../texts.ts'
import type { Texts } from '../texts.types.ts'
import { ASK_COORDINATORS, KEEP_OUT, LIST_DIALOGUE, PUBLISH_ANYWAY, PUBLISH_LIST } from './buttons.ts'
import { requestMessage, sureMessage } from './people-texts.ts'
import { listMaterial } from './store.ts'
import { decidedMessage, type Words } from './texts.ts'
import { nearestTitles } from './upload-handlers.ts'

/** A list of people is published by a coordinator who says why, and is asked twice. */
export function listHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(ASK_COORDINATORS, (db, ctx, [versionId]) => askCoordinators(db, ctx, versionId, clock.now())),
    handle(PUBLISH_ANYWAY, (db, ctx, [versionId]) => askWhy(db, ctx, versionId, clock.now())),
    converse(
      LIST_DIALOGUE,
      (ctx, { versionId }, { text }) =>
        (db) =>
          takeReason(db, ctx, versionId, text, clock.now()),
    ),
    handle(PUBLISH_LIST, (db, ctx, [versionId, replaces]) => publishList(db, ctx, versionId, replaces, clock.now())),
    handle(KEEP_OUT, async (db, ctx) => {
      await LIST_DIALOGUE.end(db, ctx.turn.chatId)
      return [inPlace(ctx, plain('people-kept-out'))]
    }),
  ]
}

/** A version that waits for a word, with its title; `null` once it is in use or thrown away. */
async function waiting(db: Db, versionId: number): Promise<(Version & { title: string }) | null> {
  const version = await lockVersion(db, versionId)
  if (!version || version.state === 'published' || version.state === 'discarded') return null
  const { title } = await readDocument(db, versionId)
  return { ...version, title }
}

async function askCoordinators(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const version = await waiting(db, versionId)
  if (!version) return [inPlace(ctx, plain('already-decided'))]
  const people = version.people ?? judge(await readDocument(db, versionId))
  const asked = await coordinatorIds(db)
  if (!listsPeople(people) || asked.length === 0) return [inPlace(ctx, plain('people-nobody-to-ask'))]
  const by = ctx.person.profile?.fullName ?? ctx.person.name
  const { title, fileName, state } = version
  const request = { by, title, fileName, versionId, isDraft: state === 'draft', people }
  await tell(db, asked, (to) => requestMessage(to, request), `people-asked:${versionId}`, now)
  return [inPlace(ctx, plain('people-asked'))]
}

async function askWhy(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const version = await waiting(db, versionId)
  if (!version) return [inPlace(ctx, plain('already-decided'))]
  await LIST_DIALOGUE.keep(db, ctx.turn.chatId, { versionId, reason: null }, now)
  return [said(ctx, (locale) => say(locale)('people-ask-why', { title: shownTo(locale, version.title) }))]
}

/** A word or two say nothing; what is longer than this is no reason but a document. */
const REASON = { least: 10, most: 500 }

async function takeReason(
  db: Db,
  ctx: BotContext,
  versionId: number,
  text: string,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const reason = text.replace(/\s+/g, ' ').trim()
  if (reason.length < REASON.least || reason.length > REASON.most)
    return [said(ctx, (locale) => say(locale)('people-reason-length', REASON))]
  const version = await waiting(db, versionId)
  if (!version) {
    await LIST_DIALOGUE.end(db, ctx.turn.chatId)
    return [said(ctx, plain('already-decided'))]
  }
  await LIST_DIALOGUE.keep(db, ctx.turn.chatId, { versionId, reason }, now)
  const replaceable = version.state === 'draft' ? nearestTitles(await listMaterial(db), version.title) : []
  return [sureMessage({ chatId: ctx.turn.chatId, locale: ctx.locale }, { ...version, reason, replaceable })]
}

async function publishList(
  db: Db,
  ctx: BotContext,
  versionId: number,
  replaces: number,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const open = await LIST_DIALOGUE.read(db, ctx.turn.chatId)
  // A button of last week is no reason given today.
  if (open?.versionId !== versionId || open.reason === null) return askWhy(db, ctx, versionId, now)
  const asked = { versionId, replaces: replaces === 0 ? null : replaces, reason: open.reason }
  const preparedBy = (await lockVersion(db, versionId))?.preparedBy ?? null
  const result = await publishPeople(db, asked, ctx.person.id, now)
  await LIST_DIALOGUE.end(db, ctx.turn.chatId)
  if (result.kind !== 'published')
    return [inPlace(ctx, plain(result.kind === 'no-such-source' ? 'no-such-source' : 'already-decided'))]
  const { title, number, passages } = result
  const published: Words = (locale) => say(locale)('published', { title: shownTo(locale, title), number, passages })
  if (preparedBy !== null && preparedBy !== ctx.person.id)
    await tell(
      db,
      [preparedBy],
      ({ chatId, locale }) => decidedMessage(chatId, locale, published),
      `people-published:${versionId}`,
      now,
    )
  return [inPlace(ctx, published)]
}

const plain =
  (sentence: Plain<Texts>): Words =>
  (locale) =>
    say(locale)(sentence)

const said = (ctx: BotContext, words: Words) => decidedMessage(ctx.turn.chatId, ctx.locale, words)
const inPlace = (ctx: BotContext, words: Words) =>
  decidedMessage(ctx.turn.chatId, ctx.locale, words, ctx.callbackQuery?.message?.message_id)
