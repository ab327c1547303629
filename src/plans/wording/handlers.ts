import type { Wording } from '../../answers/writing/prompts.ts'
import type { ProposeWording } from '../../answers/writing/wording-model.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { featureHash } from '../../language/feature-hash.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import type { Db } from '../../platform/database/database.ts'
import { LEAVE_WORDING, TAKE_WORDING, WORD_ANALYSIS, WORD_OBJECTIVE, WORDING_DIALOGUE } from '../chat/buttons.ts'
import { changes, changing, lineMessage, type PlanParts } from '../chat/context.ts'
import { entryMessage, personalMessage } from '../chat/entry-texts.ts'
import type { Draft, Part } from '../draft/draft.ts'
import { type Access, accessTo, draftOf, mayWrite } from '../keeping/access.ts'
import { changeEntry, entriesOfPlan, insertEntries, type KeptEntry, readEntry } from '../keeping/entry-store.ts'
import { personalKinds } from '../rules/errors/e8-personal.ts'
import { proposeWording, type Wanted } from './propose.ts'
import { wordingMessage } from './texts.ts'

type Parts = PlanParts & {
  db: Db
  /** `null`: no model is configured, and wordings are made by rule. */
  wording: ProposeWording | null
}

type Kept = NonNullable<Awaited<ReturnType<typeof WORDING_DIALOGUE.read>>>

/** Wordings proposed from what was entered; a person takes one, writes another, or leaves it. */
export function wordingHandlers(parts: Parts): Handled<BotContext>[] {
  const { clock, db: pool } = parts
  return [
    handle(WORD_OBJECTIVE, async (ctx, [id]) => {
      const entry = await readEntry(pool, id)
      if (entry?.part !== 'objectives') return ctx.turn.finish(async () => [lineMessage(readerOf(ctx), 'row-gone')])
      return propose(ctx, parts, { planId: entry.planId, entry, wanted: { kind: 'objective', cells: entry.cells } })
    }),
    handle(WORD_ANALYSIS, async (ctx, [planId]) => {
      const entry = (await entriesOfPlan(pool, planId)).find(({ part }) => part === 'analysis') ?? null
      return propose(ctx, parts, { planId, entry, wanted: { kind: 'analysis' } })
    }),
    handle(TAKE_WORDING, (ctx, [planId, mark]) =>
      changing(ctx, planId, async (db, access) => {
        const kept = await WORDING_DIALOGUE.read(db, ctx.turn.chatId)
        if (kept?.planId !== planId || markOf(kept) !== mark) return [lineMessage(readerOf(ctx), 'wording-late')]
        const [saved, ...rest] = await save(db, ctx, access, { kept, text: kept.text, now: clock.now() })
        return saved ? [inPlace(ctx, saved), ...rest] : rest
      }),
    ),
    handle(LEAVE_WORDING, (ctx) =>
      ctx.turn.finish(async (db) => {
        await WORDING_DIALOGUE.end(db, ctx.turn.chatId)
        return [inPlace(ctx, lineMessage(readerOf(ctx), 'row-kept'))]
      }),
    ),
    converse(WORDING_DIALOGUE, (ctx, kept, { text }) =>
      /\?\s*$/.test(text)
        ? null
        : (db) =>
            changes(db, ctx, kept.planId, (inDb, access) =>
              save(inDb, ctx, access, { kept, text: text.trim(), now: clock.now() }),
            ),
    ),
  ]
}

type About = { planId: number; entry: KeptEntry | null; wanted: Wanted }

/** The model is asked before the transaction, which it would keep open. */
async function propose(ctx: BotContext, { db: pool, wording, clock }: Parts, about: About): Promise<unknown> {
  const { planId, entry, wanted } = about
  const access = await accessTo(pool, ctx.person, planId)
  if (!access || !mayWrite(access)) return ctx.turn.finish(async () => [lineMessage(readerOf(ctx), 'plan-closed')])
  const call = { chatId: ctx.turn.chatId, waiting: ctx.turn.outside }
  const write = wording && ((kind: Wording, entries: readonly string[]) => wording(call, kind, entries))
  const draft: Draft = await draftOf(pool, access.plan)
  const proposal = await proposeWording(draft, wanted, write)
  const part: Part = wanted.kind === 'objective' ? 'objectives' : 'analysis'
  return changing(ctx, planId, async (db) => {
    const kept: Kept = {
      planId,
      part,
      entryId: entry?.id ?? null,
      version: entry?.version ?? null,
      text: proposal.text,
    }
    await WORDING_DIALOGUE.keep(db, ctx.turn.chatId, kept, clock.now())
    return [wordingMessage(readerOf(ctx), { planId, part, mark: markOf(kept) }, proposal)]
  })
}

/** Tells a proposal from those before and after it. */
function markOf({ part, entryId, version, text }: Kept): number {
  return featureHash('wording', JSON.stringify([part, entryId, version, text])) % 1_000_000_000
}

const LONGEST_WORDING = 4_000

type Saving = { kept: Kept; text: string; now: Temporal.Instant }

/** Puts a wording into its entry, as it was when it was proposed: nobody's later change is written over. */
async function save(db: Db, ctx: BotContext, access: Access, { kept, text, now }: Saving): Promise<Outgoing[]> {
  const to = readerOf(ctx)
  const [kind] = personalKinds(text)
  if (kind) return [personalMessage(to, kind)]
  const by = { personId: ctx.person.id, now }
  const said = text.slice(0, LONGEST_WORDING)
  const id = await written(db, kept, said, by)
  if (id === null) return [lineMessage(to, 'wording-late')]
  await WORDING_DIALOGUE.end(db, ctx.turn.chatId)
  const entry = await readEntry(db, id)
  const names = await readNames(db, [ctx.person.id])
  return entry ? [entryMessage(to, access, entry, names.get(ctx.person.id) ?? null)] : [lineMessage(to, 'row-gone')]
}

async function written(db: Db, kept: Kept, text: string, by: { personId: number; now: Temporal.Instant }) {
  const column = kept.part === 'objectives' ? 'objective' : 'text'
  if (kept.entryId === null) {
    const isThere = (await entriesOfPlan(db, kept.planId)).some(({ part }) => part === kept.part)
    return isThere
      ? null
      : ((await insertEntries(db, kept.planId, [{ part: kept.part, cells: { [column]: text } }], by))[0] ?? null)
  }
  const entry = await readEntry(db, kept.entryId)
  if (!entry || entry.version !== kept.version) return null
  const cells = { ...entry.cells, [column]: text }
  return (await changeEntry(db, { id: entry.id, version: entry.version, cells }, by)) ? entry.id : null
}
