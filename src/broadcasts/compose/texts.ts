import type { InlineKeyboardButton } from 'grammy/types'
import { bold, button, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type Municipality, nameOf } from '../../people/municipalities/municipalities.ts'
import type { Session } from '../../sessions/session/session.ts'
import { type Broadcast, type Counts, failedIn } from '../rules.ts'
import { audienceLine, countLines, firstWords, namesOf, reasonLines, say, whenFor } from '../texts.ts'
import type { Composition } from './composition.ts'

type Reader = { chatId: number; locale: Locale }

const press = (locale: Locale, sentence: string, data: string): InlineKeyboardButton =>
  button(say(locale)(sentence), `poruka:${data}`)

/** What the step of a composition asks. `sessions` are those that may be picked; the preview has messages of its own. */
export function stepMessage(
  { chatId, locale }: Reader,
  composition: Composition,
  sessions: readonly Session[],
): Outgoing {
  const tell = say(locale)
  const cancel = [press(locale, 'button-cancel', 'cancel')]
  const ask = (sentence: string, rows: InlineKeyboardButton[][] = []): Outgoing => ({
    chatId,
    content: [paragraph(tell(sentence))],
    buttons: [...rows, cancel],
  })
  switch (composition.step) {
    case 'audience':
      return audienceMessage({ chatId, locale }, composition, sessions)
    case 'session':
    case 'button-session':
      if (sessions.length === 0) return ask('no-sessions', [[press(locale, 'button-back', 'back')]])
      return ask('pick-session', sessionRows(locale, sessions, composition.step))
    case 'who': {
      const title = shownTo(locale, titleOf(sessions, composition.sessionId))
      const row = (['confirmed', 'line', 'all'] as const).map((who) => press(locale, `who-${who}`, `who:${who}`))
      return { chatId, content: [paragraph(tell('pick-who', { title }))], buttons: [row, cancel] }
    }
    case 'municipalities': {
      const chosen =
        composition.codes.length === 0
          ? []
          : [paragraph(bold(tell('municipalities-so-far', { names: namesOf(locale, composition.codes) })))]
      const next = composition.codes.length === 0 ? [] : [[press(locale, 'button-next', 'next')]]
      return { chatId, content: [...chosen, paragraph(tell('ask-municipalities'))], buttons: [...next, cancel] }
    }
    case 'topic':
      return ask('ask-topic')
    case 'content':
      return ask('ask-content')
    case 'button':
      return ask('ask-button', [
        [press(locale, 'button-none', 'button-none')],
        [press(locale, 'button-to-session', 'button-to-session')],
        [press(locale, 'button-to-question', 'button-to-question')],
      ])
    case 'question':
      return ask('ask-question')
    default:
      return ask('ask-time')
  }
}

function audienceMessage({ chatId, locale }: Reader, composition: Composition, sessions: readonly Session[]): Outgoing {
  const tell = say(locale)
  const titles = titlesOf(sessions)
  const kinds = ['session', 'municipalities', 'everyone', 'never-attended', 'unanswered'] as const
  const chosen = composition.audiences.map((audience) => audienceLine(locale, audience, titles))
  return {
    chatId,
    content: [
      paragraph(tell('pick-audience')),
      ...(chosen.length > 0 ? [paragraph(bold(tell('chosen-audiences'))), list(chosen)] : []),
    ],
    buttons: [
      ...kinds.map((kind) => [press(locale, `audience-${kind}-button`, `audience:${kind}`)]),
      [...(chosen.length > 0 ? [press(locale, 'button-next', 'next')] : []), press(locale, 'button-cancel', 'cancel')],
    ],
  }
}

function sessionRows(locale: Locale, sessions: readonly Session[], step: 'session' | 'button-session') {
  return sessions.map((session) => [
    button(shownTo(locale, session.title).slice(0, 60), `poruka:${step}:${session.id}`),
  ])
}

export function titlesOf(sessions: readonly Session[]): Map<number, string> {
  return new Map(sessions.map((session) => [session.id, session.title]))
}

function titleOf(sessions: readonly Session[], id: number | null): string {
  return sessions.find((session) => session.id === id)?.title ?? ''
}

/** Several municipalities that a text may mean. */
export function whichMessage({ chatId, locale }: Reader, found: readonly Municipality[]): Outgoing {
  return {
    chatId,
    content: [paragraph(say(locale)('municipality-which'))],
    buttons: found.map((one) => [button(nameOf(locale, one), `poruka:code:${one.code}`)]),
  }
}

/** One of our sentences, with the buttons of a question when it asks one. */
export function composeLine(
  { chatId, locale }: Reader,
  sentence: string,
  values: Record<string, string | number> = {},
  buttons: readonly (readonly [sentence: string, data: string])[] = [],
): Outgoing {
  const rows = buttons.map(([label, data]) => [press(locale, label, data)])
  return {
    chatId,
    content: [paragraph(say(locale)(sentence, values))],
    ...(rows.length > 0 ? { buttons: rows } : {}),
  }
}

/** The broadcast is on its way, or has its time. */
export function orderedMessage({ chatId, locale }: Reader, sentAt: Temporal.Instant | null): Outgoing {
  const tell = say(locale)
  const text = sentAt === null ? tell('ordered-now') : tell('ordered-later', { time: whenFor(locale, sentAt) })
  return { chatId, content: [paragraph(tappable(text))] }
}

/** The latest broadcasts, and a new one at hand. */
export function listMessage(
  { chatId, locale }: Reader,
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
          paragraph(tell(`list-line-${one.state}`, { time: whenFor(locale, one.sendAt), sent: one.result?.sent ?? 0 })),
        ]),
      ),
    ],
    buttons: [
      [press(locale, 'button-new', 'new'), ...(hasUnfinished ? [press(locale, 'button-go-on', 'open')] : [])],
      ...broadcasts.map((one) => [button(firstWords(locale, one.content).slice(0, 60), `poruka:show:${one.id}`)]),
    ],
  }
}

/** One broadcast: whom it is for, when, what became of it, and what may still be done. */
export function broadcastMessage(
  { chatId, locale }: Reader,
  broadcast: Broadcast,
  counts: Counts,
  audiences: string[],
): Outgoing {
  const tell = say(locale)
  const act = (what: string, sentence = `button-${what}`) => press(locale, sentence, `${what}:${broadcast.id}`)
  const { state } = broadcast
  const isOpen = state === 'scheduled' || state === 'running' || state === 'paused'
  return {
    chatId,
    content: [
      heading(firstWords(locale, broadcast.content), 4),
      paragraph(tell(`list-line-${state}`, { time: whenFor(locale, broadcast.sendAt), sent: counts.sent })),
      ...reasonLines(locale, broadcast),
      list(audiences),
      ...(state === 'scheduled' ? [] : [list(countLines(locale, counts))]),
      ...(state === 'scheduled' ? [footer(tell('scheduled-how'))] : []),
    ],
    buttons: [
      [act('text')],
      ...(state === 'running' ? [[act('pause')]] : []),
      ...(state === 'paused' ? [[act('resume')]] : []),
      ...(isOpen ? [[act('cancel', 'button-stop')]] : []),
      ...(!isOpen && failedIn(counts) > 0 ? [[act('again')]] : []),
    ],
  }
}
