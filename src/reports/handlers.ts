import { z } from 'zod'
import { inPlaceFor, readerOf } from '../bot/message/to.ts'
import { dialogue } from '../bot/registry/dialogue.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { BotContext } from '../people/context.ts'
import { command, converse, handle } from '../people/roles/handle.ts'
import { stoppable } from '../people/stop.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { CHOOSE, ENTER_PAST, REMOVE_PAST, REPORT, REPORT_FILE, YEAR_FILE, YEAR_REPORT } from './buttons.ts'
import { type Choice, choiceMessage, choicesOf } from './choices.ts'
import { type FileKind, fileMessage } from './files/message.ts'
import { type Filter, placeOfCode, readFilter, topicOfCode } from './filter.ts'
import { enterPast } from './past/actions.ts'
import { periodCode, periodOfCode, yearPeriod } from './period.ts'
import { readFacts } from './reads.ts'
import { type Facts, reportOf, topicsIn } from './report.ts'
import { say } from './say.ts'
import { deletePast } from './store.ts'
import { lineMessage, plainMessage, reportMessage } from './texts.ts'

/** What was held before is being written. */
const PAST_DIALOGUE = dialogue('report-past', z.object({}), { who: 'trainer', accepts: ['text'] })

/** What was done, for staff: as a message, a map, a workbook, a page; and what was before the assistant. */
export function reportHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  const at = (ctx: BotContext): Asking => ({ ctx, now: clock.now() })
  return [
    command('izvestaji', 'trainer', (db, ctx, words) => fromWords(db, at(ctx), words)),
    handle(REPORT, (db, ctx, codes) => show(db, at(ctx), codes)),
    handle(YEAR_REPORT, (db, ctx, [year, place]) => show(db, at(ctx), ofYear(year, place))),
    handle(REPORT_FILE, (db, ctx, [kind, ...codes]) => fileOf(db, at(ctx), kind, codes)),
    handle(YEAR_FILE, (db, ctx, [kind, year, place]) => fileOf(db, at(ctx), kind, ofYear(year, place))),
    handle(CHOOSE, (db, ctx, [choice, ...codes]) => choose(db, at(ctx), choice, codes)),
    handle(ENTER_PAST, async (db, ctx) => {
      await PAST_DIALOGUE.keep(db, ctx.turn.chatId, {}, clock.now())
      return [stoppable(ctx.locale, PAST_DIALOGUE, lineMessage(inPlaceFor(ctx), 'past-ask'))]
    }),
    converse(
      PAST_DIALOGUE,
      (ctx, _, { text }) =>
        (db) =>
          takePast(db, at(ctx), text),
    ),
    handle(REMOVE_PAST, async (db, ctx, [id]) => {
      ctx.toast(say(ctx.locale)((await deletePast(db, id)) ? 'past-removed' : 'past-gone'))
      return show(db, at(ctx), EVERYTHING)
    }),
  ]
}

type Asking = { ctx: BotContext; now: Temporal.Instant }

/** What a report is of, as buttons carry it. */
type Codes = [period: string, place: string, topic: string]

const EVERYTHING: Codes = ['all', 'all', 'all']

const ofYear = (year: number, place: string): Codes => [periodCode(year === 0 ? null : yearPeriod(year)), place, 'all']

function filterOf(facts: Pick<Facts, 'sheets'>, [period, place, topic]: Codes): Filter {
  return { period: periodOfCode(period), place: placeOfCode(place), topic: topicOfCode(topic, topicsIn(facts)) }
}

async function fromWords(db: Db, { ctx, now }: Asking, words: string): Promise<Outgoing[]> {
  const facts = await readFacts(db, now)
  const filter = readFilter(words, topicsIn(facts))
  return [
    filter ? reportMessage(inPlaceFor(ctx), reportOf(facts, filter)) : lineMessage(inPlaceFor(ctx), 'report-unclear'),
  ]
}

async function show(db: Db, { ctx, now }: Asking, codes: Codes): Promise<Outgoing[]> {
  const facts = await readFacts(db, now)
  return [reportMessage(inPlaceFor(ctx), reportOf(facts, filterOf(facts, codes)))]
}

async function choose(db: Db, { ctx, now }: Asking, choice: Choice, codes: Codes): Promise<Outgoing[]> {
  const facts = await readFacts(db, now)
  return [choiceMessage(inPlaceFor(ctx), choice, filterOf(facts, codes), choicesOf(facts, now))]
}

async function fileOf(db: Db, { ctx, now }: Asking, kind: FileKind, codes: Codes): Promise<Outgoing[]> {
  const facts = await readFacts(db, now)
  const to = { ...readerOf(ctx), now }
  return [await fileMessage(db, to, kind, reportOf(facts, filterOf(facts, codes)))]
}

/** Sums of before; those that cannot be read, or that would count something twice, are not entered. */
async function takePast(db: Db, asking: Asking, text: string): Promise<Outgoing[]> {
  const { ctx, now } = asking
  const refused = await enterPast(db, text, { staffId: ctx.person.id, now })
  if (refused) return [plainMessage(inPlaceFor(ctx), refused(ctx.locale))]
  await PAST_DIALOGUE.end(db, ctx.turn.chatId)
  return [lineMessage(inPlaceFor(ctx), 'past-entered'), ...(await show(db, asking, EVERYTHING))]
}
