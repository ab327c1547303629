import type { InlineKeyboardButton } from 'grammy/types'
import { bold, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import { lineOf, type To } from '../../bot/message/to.ts'
import type { Button } from '../../bot/registry/button.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type Municipality, nameOf } from '../../people/municipalities/municipalities.ts'
import type { Session } from '../../sessions/session/session.ts'
import { AMEND } from '../amend/buttons.ts'
import { type Change, isWithPeople, mayChange } from '../amend/rules.ts'
import { changeLines } from '../amend/texts.ts'
import { CONTROL, LOOK } from '../buttons.ts'
import { CONTROLS, countLines, reasonLines } from '../progress-texts.ts'
import { type Broadcast, type BroadcastState, type Counts, failedIn } from '../rules.ts'
import { audienceLine, firstWords, namesOf, type PlainSentence, type Sentence, say, whenFor } from '../texts.ts'
import {
  BUTTON_TO_SESSION,
  DISCARD,
  NEW,
  OPEN,
  PICK_AUDIENCE,
  PICK_MUNICIPALITY,
  PICK_SESSION,
  PICK_WHO,
  STEPS,
} from './buttons.ts'
import type { Composition } from './composition.ts'

const press = <A extends readonly unknown[]>(
  locale: Locale,
  sentence: PlainSentence,
  pressed: Button<A, 'trainer'>,
  ...args: A
): InlineKeyboardButton => pressed.labelled(say(locale)(sentence), ...args)

/** What the step of a composition asks. `sessions` are those that may be picked; the preview has messages of its own. */
export function stepMessage({ chatId, locale }: To, composition: Composition, sessions: readonly Session[]): Outgoing {
  const tell = say(locale)
  const cancel = [press(locale, 'button-cancel', DISCARD)]
  const ask = (sentence: PlainSentence, rows: InlineKeyboardButton[][] = []): Outgoing => ({
    chatId,
    content: [paragraph(tell(sentence))],
    buttons: [...rows, cancel],
  })
  switch (composition.step) {
    case 'audience':
      return audienceMessage({ chatId, locale }, composition, sessions)
    case 'session':
    case 'button-session':
      if (sessions.length === 0) return ask('no-sessions', [[press(locale, 'button-back', STEPS.back)]])
      return ask('pick-session', sessionRows(locale, sessions, composition.step))
    case 'who': {
      const title = shownTo(locale, titleOf(sessions, composition.sessionId))
      const row = [
        press(locale, 'who-confirmed', PICK_WHO, 'confirmed'),
        press(locale, 'who-line', PICK_WHO, 'line'),
        press(locale, 'who-all', PICK_WHO, 'all'),
      ]
      return { chatId, content: [paragraph(tell('pick-who', { title }))], buttons: [row, cancel] }
    }
    case 'municipalities': {
      const chosen =
        composition.codes.length === 0
          ? []
          : [paragraph(bold(tell('municipalities-so-far', { names: namesOf(locale, composition.codes) })))]
      const next = composition.codes.length === 0 ? [] : [[press(locale, 'button-next', STEPS.next)]]
      return { chatId, content: [...chosen, paragraph(tell('ask-municipalities'))], buttons: [...next, cancel] }
    }
    case 'topic':
      return ask('ask-topic')
    case 'content':
      return ask('ask-content')
    case 'button':
      return ask('ask-button', [
        [press(locale, 'button-none', STEPS['button-none'])],
        [press(locale, 'button-to-session', STEPS['button-to-session'])],
        [press(locale, 'button-to-question', STEPS['button-to-question'])],
      ])
    case 'question':
      return ask('ask-question')
    default:
      return ask('ask-time')
  }
}

function audienceMessage({ chatId, locale }: To, composition: Composition, sessions: readonly Session[]): Outgoing {
  const tell = say(locale)
  const titles = titlesOf(sessions)
  const chosen = composition.audiences.map((audience) => audienceLine(locale, audience, titles))
  return {
    chatId,
    content: [
      paragraph(tell('pick-audience')),
      ...(chosen.length > 0 ? [paragraph(bold(tell('chosen-audiences'))), list(chosen)] : []),
    ],
    buttons: [
      [press(locale, 'audience-session-button', PICK_AUDIENCE, 'session')],
      [press(locale, 'audience-municipalities-button', PICK_AUDIENCE, 'municipalities')],
      [press(locale, 'audience-everyone-button', PICK_AUDIENCE, 'everyone')],
      [press(locale, 'audience-never-attended-button', PICK_AUDIENCE, 'never-attended')],
      [press(locale, 'audience-unanswered-button', PICK_AUDIENCE, 'unanswered')],
      [
        ...(chosen.length > 0 ? [press(locale, 'button-next', STEPS.next)] : []),
        press(locale, 'button-cancel', DISCARD),
      ],
    ],
  }
}

function sessionRows(locale: Locale, sessions: readonly Session[], step: 'session' | 'button-session') {
  const picked = step === 'session' ? PICK_SESSION : BUTTON_TO_SESSION
  return sessions.map((session) => [picked.labelled(shownTo(locale, session.title).slice(0, 60), session.id)])
}

export function titlesOf(sessions: readonly Session[]): Map<number, string> {
  return new Map(sessions.map((session) => [session.id, session.title]))
}

function titleOf(sessions: readonly Session[], id: number | null): string {
  return sessions.find((session) => session.id === id)?.title ?? ''
}

/** Several municipalities that a text may mean. */
export function whichMessage({ chatId, locale }: To, found: readonly Municipality[]): Outgoing {
  return {
    chatId,
    content: [paragraph(say(locale)('municipality-which'))],
    buttons: found.map((one) => [PICK_MUNICIPALITY.labelled(nameOf(locale, one), one.code)]),
  }
}

/** One sentence of ours. */
export const composeLine = lineOf(say)

/** What may be answered to a question: a button and its label. */
export type Choice = readonly [label: PlainSentence, pressed: Button<[], 'trainer'>]

export function choiceRows(locale: Locale, choices: readonly Choice[]): InlineKeyboardButton[][] {
  return choices.map(([label, pressed]) => [press(locale, label, pressed)])
}

/** The broadcast is on its way, or has its time. */
export function orderedMessage({ chatId, locale }: To, sentAt: Temporal.Instant | null): Outgoing {
  const tell = say(locale)
  const text = sentAt === null ? tell('ordered-now') : tell('ordered-later', { time: whenFor(locale, sentAt) })
  return { chatId, content: [paragraph(tappable(text))] }
}

const STATES = {
  scheduled: 'list-line-scheduled',
  running: 'list-line-running',
  paused: 'list-line-paused',
  finished: 'list-line-finished',
  cancelled: 'list-line-cancelled',
} as const satisfies Record<BroadcastState, Sentence>

/** The latest broadcasts, and a new one at hand. */
export function listMessage(
  { chatId, locale }: To,
  broadcasts: readonly Broadcast[],
  hasUnfinished: boolean,
): Outgoing {
  const tell = say(locale)
  return {
    chatId,
    content: [
      heading(tell('list-title'), 4),
      list(
        broadcasts.map((one) => [
          paragraph(bold(firstWords(locale, one.content))),
          paragraph(tell(STATES[one.state], { time: whenFor(locale, one.sendAt), sent: one.result?.sent ?? 0 })),
        ]),
      ),
    ],
    buttons: [
      [press(locale, 'button-new', NEW), ...(hasUnfinished ? [press(locale, 'button-go-on', OPEN)] : [])],
      ...broadcasts.map((one) => [LOOK.show.labelled(firstWords(locale, one.content).slice(0, 60), one.id)]),
    ],
  }
}

/** One broadcast: whom it is for, when, what became of it and of its latest change, and what may still be done. */
export function broadcastMessage(
  { chatId, locale }: To,
  broadcast: Broadcast,
  counts: Counts,
  audiences: string[],
  change: Change | null,
): Outgoing {
  const tell = say(locale)
  const act = (sentence: PlainSentence, pressed: Button<[number], 'trainer'>) =>
    press(locale, sentence, pressed, broadcast.id)
  const { state } = broadcast
  const isOpen = state === 'scheduled' || state === 'running' || state === 'paused'
  return {
    chatId,
    content: [
      heading(firstWords(locale, broadcast.content), 4),
      paragraph(tell(STATES[state], { time: whenFor(locale, broadcast.sendAt), sent: counts.sent })),
      ...reasonLines(locale, broadcast),
      list(audiences),
      ...(state === 'scheduled' ? [] : [list(countLines(locale, counts))]),
      ...(change ? [list(changeLines(locale, change))] : []),
      ...(state === 'scheduled' ? [footer(tell('scheduled-how'))] : []),
    ],
    buttons: [
      [act('button-text', LOOK.text)],
      ...(state === 'running' ? [[act(CONTROLS.pause, CONTROL.pause)]] : []),
      ...(state === 'paused' ? [[act(CONTROLS.resume, CONTROL.resume)]] : []),
      ...(isOpen ? [[act(CONTROLS.cancel, CONTROL.cancel)]] : []),
      ...(mayChange(change) && (state === 'scheduled' || isWithPeople(broadcast, counts))
        ? [[act('button-correct', AMEND.correct)]]
        : []),
      ...(mayChange(change) && isWithPeople(broadcast, counts) ? [[act('button-withdraw', AMEND.withdraw)]] : []),
      ...(!isOpen && failedIn(counts) > 0 ? [[act('button-again', LOOK.again)]] : []),
    ],
  }
}
