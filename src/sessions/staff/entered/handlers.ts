import { z } from 'zod'
import { paragraph } from '../../../bot/message/rich.ts'
import { inPlaceFor, lineOf, placed, readerOf, type To } from '../../../bot/message/to.ts'
import { dialogue } from '../../../bot/registry/dialogue.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { shownTo } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { personalLinks } from '../../../people/entered/link.ts'
import { type Entry, readEntry } from '../../../people/entered/rules.ts'
import { findSame, type Known, mendEntered } from '../../../people/entered/store.ts'
import { eraseAll, type PersonalData } from '../../../people/my-data/personal-data.ts'
import { heldOfEntered } from '../../../people/my-data/store.ts'
import { readName } from '../../../people/registration/rules.ts'
import { municipalityLabel } from '../../../people/registration/texts.ts'
import { converse, handle, handleEach } from '../../../people/roles/handle.ts'
import { stoppable } from '../../../people/stop.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { JOIN_PEOPLE } from '../../buttons.ts'
import { dayNumber } from '../../session/days.ts'
import { PICK_WALK_IN } from '../attendance/buttons.ts'
import { PICK } from '../buttons.ts'
import { gone } from '../form/shown.ts'
import { inviteText } from '../import/texts.ts'
import { shortened } from '../message.ts'
import { findEntry, personCard } from '../roll/handlers.ts'
import { contactText } from '../roll/status-texts.ts'
import { answerForEntered, enteredSignUp, enterPerson } from './actions.ts'
import { ANOTHER_PERSON, ERASE_ENTERED, NEW_ENTRY, ON_ENTERED } from './buttons.ts'
import { answeredText, enteredText, type Refused, refusalText, whyEntered } from './said.ts'
import { say } from './texts.ts'

type Parts = { clock: Clock; features: readonly PersonalData[] }

const entryForm = z.object({
  name: z.string(),
  municipality: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
})

/** Somebody being written down, or put right. `entry`: what was read already, while it is asked whether they are somebody known. */
const ENTRY_DIALOGUE = dialogue(
  'entered-person',
  z.discriminatedUnion('act', [
    z.object({ act: z.literal('new'), sessionId: z.int(), entry: entryForm.nullable() }),
    z.object({ act: z.literal('mend'), signUpId: z.int() }),
  ]),
  { who: 'trainer', accepts: ['text'] },
)

/** People without Telegram: written down for a session, answered for, put right, erased. */
export function staffEntered(parts: Parts): Handled<BotContext>[] {
  return [
    handle(NEW_ENTRY, async (db, ctx, [sessionId]) => {
      await ENTRY_DIALOGUE.begin(db, ctx.turn.chatId, { act: 'new', sessionId, entry: null }, parts.clock.now())
      return [stoppable(ctx.locale, ENTRY_DIALOGUE, plain(readerOf(ctx), 'ask-entry'))]
    }),
    handle(ANOTHER_PERSON, async (db, ctx) => {
      const open = ENTRY_DIALOGUE.open(ctx)
      // Who was known under that name may have erased it meanwhile, here as well.
      if (open?.act !== 'new' || !open.entry || readName(open.entry.name).kind !== 'name') return gone(ctx)
      return enter(db, ctx, parts, { sessionId: open.sessionId, entry: open.entry, isAnother: true })
    }),
    ...handleEach(ON_ENTERED, {
      accept: (db, ctx, [signUpId]) => answer(db, ctx, parts, { signUpId, answer: 'accepted' }),
      decline: (db, ctx, [signUpId]) => answer(db, ctx, parts, { signUpId, answer: 'declined' }),
      link: (db, ctx, [signUpId]) => personalLink(db, ctx, signUpId),
      mend: (db, ctx, [signUpId]) => askToMend(db, ctx, parts, signUpId),
      erase: (db, ctx, [signUpId]) => askToErase(db, ctx, signUpId),
    }),
    handle(ERASE_ENTERED, (db, ctx, [personId]) => erase(db, ctx, parts, personId)),
    converse(ENTRY_DIALOGUE, (ctx, open, { text }) => {
      if (/\?\s*$/.test(text)) return null
      return (db) => {
        const read = readEntry(text)
        if (read.kind === 'refused') return Promise.resolve([refusedMessage(readerOf(ctx), read)])
        return open.act === 'mend'
          ? mend(db, ctx, parts, open.signUpId, read.entry)
          : enter(db, ctx, parts, { sessionId: open.sessionId, entry: read.entry, isAnother: false })
      }
    }),
  ]
}

const plain = lineOf(say)

function refusedMessage(to: To, read: Refused): Outgoing {
  const lines = [refusalText(to.locale, read), say(to.locale)('entry-example')]
  return { ...placed(to), content: lines.map((line) => paragraph(line)) }
}

async function enter(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  { sessionId, entry, isAnother }: { sessionId: number; entry: Entry; isAnother: boolean },
): Promise<Outgoing[]> {
  const now = clock.now()
  const by = { sessionId, entry, isAnother, staffId: ctx.person.id, reason: whyEntered() }
  const result = await enterPerson(db, by, now)
  if (result.kind === 'known') {
    await ENTRY_DIALOGUE.keep(db, ctx.turn.chatId, { act: 'new', sessionId, entry }, now)
    return [knownMessage(readerOf(ctx), { sessionId, today: result.today }, entry, result.same)]
  }
  await ENTRY_DIALOGUE.end(db, ctx.turn.chatId)
  const note = enteredText(ctx.locale, entry, result)
  if (result.kind === 'over') return [{ ...placed(inPlaceFor(ctx)), content: [paragraph(note)] }]
  return [await personCard(db, ctx, result.signUp.id, now, note)]
}

/** Those of the same name and municipality, each to be added by a tap. */
function knownMessage(
  to: To,
  { sessionId, today }: { sessionId: number; today: Temporal.PlainDate | null },
  { name, municipality }: Entry,
  same: readonly Known[],
): Outgoing {
  const t = say(to.locale)
  const about = { name: shownTo(to.locale, name), municipality: municipalityLabel(to.locale, municipality) }
  const label = (one: Known) => {
    const shown = shownTo(to.locale, one.name)
    if (one.hasTelegram) return t('same-telegram', { name: shown })
    return t('same-phone', { name: shown, contact: contactText(to.locale, one) })
  }
  return {
    ...placed(to),
    content: [paragraph(t('same-found', about))],
    buttons: [
      ...same.map((one) => {
        const shown = shortened(label(one))
        if (today === null) return [PICK.labelled(shown, sessionId, one.personId)]
        return [PICK_WALK_IN.labelled(shown, sessionId, dayNumber(today), one.personId)]
      }),
      [ANOTHER_PERSON.labelled(t('button-another'))],
    ],
  }
}

/** Over the card as it is now. */
async function answer(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  { signUpId, answer }: { signUpId: number; answer: 'accepted' | 'declined' },
): Promise<Outgoing[]> {
  const now = clock.now()
  const found = await findEntry(db, signUpId)
  const result = await answerForEntered(db, { signUpId, answer, staffId: ctx.person.id }, now)
  if (!found || !result) return [plain(inPlaceFor(ctx), 'not-entered')]
  const name = shownTo(ctx.locale, found.entry.name ?? '')
  return [await personCard(db, ctx, signUpId, now, answeredText(ctx.locale, name, result))]
}

/** An invitation to be copied, and who has come to the bot under the same name and municipality. */
async function personalLink(db: Db, ctx: BotContext, signUpId: number): Promise<Outgoing[]> {
  const signUp = await enteredSignUp(db, signUpId)
  const found = signUp && (await findEntry(db, signUpId))
  if (!signUp || !found) return [plain(inPlaceFor(ctx), 'not-entered')]
  const t = say(ctx.locale)
  const name = found.entry.name ?? ''
  const link = `https://t.me/${ctx.me.username}?start=${(await personalLinks(db))(signUp.personId)}`
  const same = (await findSame(db, { name, municipality: signUp.municipality })).filter((one) => one.hasTelegram)
  const join = ({ personId, name: known }: Known) => [
    JOIN_PEOPLE.labelled(shortened(t('button-join', { name: shownTo(ctx.locale, known) })), signUp.personId, personId),
  ]
  return [
    { ...placed(readerOf(ctx)), content: [paragraph(t('link-how'))], buttons: same.map(join) },
    {
      ...placed(readerOf(ctx)),
      content: [paragraph(inviteText(ctx.locale, found.session, { name, link, status: found.entry.signUp.status }))],
    },
  ]
}

async function askToMend(db: Db, ctx: BotContext, { clock }: Parts, signUpId: number): Promise<Outgoing[]> {
  const found = (await enteredSignUp(db, signUpId)) && (await findEntry(db, signUpId))
  if (!found) return [plain(inPlaceFor(ctx), 'not-entered')]
  await ENTRY_DIALOGUE.begin(db, ctx.turn.chatId, { act: 'mend', signUpId }, clock.now())
  const { name, call, signUp } = found.entry
  const shown = shownTo(ctx.locale, name ?? '')
  const entry = [shown, municipalityLabel(ctx.locale, signUp.municipality), contactText(ctx.locale, call!)].join(', ')
  const content = [paragraph(say(ctx.locale)('ask-mend', { name: shown, entry }))]
  return [stoppable(ctx.locale, ENTRY_DIALOGUE, { ...placed(readerOf(ctx)), content })]
}

async function mend(db: Db, ctx: BotContext, { clock }: Parts, signUpId: number, entry: Entry): Promise<Outgoing[]> {
  await ENTRY_DIALOGUE.end(db, ctx.turn.chatId)
  const signUp = await enteredSignUp(db, signUpId)
  const isMended = signUp !== null && (await mendEntered(db, signUp.personId, entry))
  if (!isMended) return [plain(readerOf(ctx), 'not-entered')]
  return [await personCard(db, ctx, signUpId, clock.now(), say(ctx.locale)('entry-mended'))]
}

async function askToErase(db: Db, ctx: BotContext, signUpId: number): Promise<Outgoing[]> {
  const signUp = await enteredSignUp(db, signUpId)
  const found = signUp && (await findEntry(db, signUpId))
  if (!signUp || !found) return [plain(inPlaceFor(ctx), 'not-entered')]
  const t = say(ctx.locale)
  const question = t('erase-ask', { name: shownTo(ctx.locale, found.entry.name ?? '') })
  return [
    {
      ...placed(readerOf(ctx)),
      content: [paragraph(question)],
      buttons: [[ERASE_ENTERED.labelled(t('button-erase-yes'), signUp.personId)]],
    },
  ]
}

/** As somebody with Telegram erases their own; places ahead are passed on. */
async function erase(db: Db, ctx: BotContext, { clock, features }: Parts, personId: number): Promise<Outgoing[]> {
  const held = await heldOfEntered(db, personId)
  if (!held) return [plain(inPlaceFor(ctx), 'not-entered')]
  await eraseAll(db, held, features, clock.now())
  return [{ ...plain(inPlaceFor(ctx), 'erased'), forget: true }]
}
