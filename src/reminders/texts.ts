import { type Authored, blocksFor } from '../bot/message/authored.ts'
import { type Block, bold, footer, heading, list, paragraph, tappable } from '../bot/message/rich.ts'
import { fitsCaption } from '../bot/message/rich-limits.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import { tappableLineOf } from '../bot/message/to.ts'
import type { Outgoing, Payload } from '../bot/send/outbox.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { NOTICE_KINDS, type NoticeKind } from '../people/notices/rules.ts'
import { ASK_TO_LEAVE, PROGRAMME, VIEW } from '../sessions/buttons.ts'
import { say as sayOfSessions } from '../sessions/say.ts'
import type { Session } from '../sessions/session/session.ts'
import { deadlineOf, placeOf, timeOf, titleOf } from '../sessions/session/texts.ts'
import { ON_SESSION } from '../sessions/staff/buttons.ts'
import { CHOOSE_NOTICES, COMING, ON_REMINDERS, SWITCH } from './buttons.ts'
import { dueAt, nameOfReminder, type Reminder, type ReminderPlan, type When } from './rules.ts'
import type { Run } from './store.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
type Sentence = keyof Texts
/** A sentence that is given nothing. */
export type PlainSentence = Plain<Texts>

/** One sentence of ours, its commands to tap. */
export const lineMessage = tappableLineOf(say)

/** All days with their hours, in the reader's script; Telegram's own dates come in the language of the client, and name one moment. */
function whenLine(locale: Locale, session: Session): Block {
  return paragraph(say(locale)('when-line'), ' ', bold(timeOf(locale, session)))
}

/**
 * To somebody with a confirmed place: what, when, where, what to bring, and whether they are coming. The programme's file goes with it
 * when `withFile`; in any case it is one tap away.
 */
export function comingReminder(
  locale: Locale,
  session: Session,
  { note, signUpId, withFile }: { note: string; signUpId: number; withFile: boolean },
  now: Temporal.Instant,
): Payload {
  const tell = say(locale)
  const file = withFile ? session.programme?.file : null
  const content = [
    heading(titleBefore(locale, session, now), 4),
    paragraph(bold(titleOf(locale, session))),
    whenLine(locale, session),
    paragraph(tell('place-line', { place: placeOf(locale, session) })),
    ...(note === '' ? [] : [paragraph(tell('note-line', { note: shownTo(locale, note) }))]),
    paragraph(tell('coming-question')),
    footer(tappable(tell('why-confirmed'))),
  ]
  return {
    content,
    ...(file && fitsCaption(content) ? { file, mayLackFile: true } : {}),
    buttons: [
      [COMING.labelled(tell('button-coming'), signUpId), ASK_TO_LEAVE.labelled(tell('button-not-coming'), signUpId)],
      ...(session.programme ? [[PROGRAMME.labelled(sayOfSessions(locale)('button-programme'), session.id)]] : []),
    ],
  }
}

function titleBefore(locale: Locale, { starts }: Session, now: Temporal.Instant): string {
  const { days } = now
    .toZonedDateTimeISO(starts.timeZoneId)
    .toPlainDate()
    .until(starts.toPlainDate(), { largestUnit: 'days' })
  const when = days > 1 ? 'days' : days === 1 ? 'tomorrow' : 'today'
  return say(locale)('before-title', { when, days })
}

/** To somebody in line: that they still are, and where. `position` is `null` for those who were offered a place. */
export function lineReminder(locale: Locale, session: Session, position: number | null): Payload {
  const tell = say(locale)
  const text = position === null ? tell('line-text-offered') : tell('line-text', { position })
  return {
    content: [
      heading(tell('line-title'), 4),
      paragraph(bold(titleOf(locale, session))),
      whenLine(locale, session),
      paragraph(tappable(text)),
      footer(tappable(tell('why-line'))),
    ],
  }
}

export function deadlineReminder(locale: Locale, session: Session): Payload {
  const tell = say(locale)
  const until = deadlineOf(locale, session.signUpUntil)
  return {
    content: [
      heading(tell('deadline-title'), 4),
      paragraph(tell('deadline-text', { title: titleOf(locale, session), until })),
      whenLine(locale, session),
      paragraph(tell('place-line', { place: placeOf(locale, session) })),
      footer(tappable(tell('why-deadline'))),
    ],
    buttons: [[VIEW.labelled(tell('button-see-session'), session.id)]],
  }
}

export function thanksReminder(locale: Locale, session: Session, material: Authored | null): Payload {
  const tell = say(locale)
  const title = titleOf(locale, session)
  return {
    content: [
      heading(tell('thanks-title'), 4),
      paragraph(tell('thanks-text', { title })),
      whenLine(locale, session),
      ...(material ? blocksFor(locale, material) : [paragraph(tappable(tell('thanks-ask')))]),
      footer(tappable(tell('why-thanks'))),
    ],
    ...(material?.file ? { file: material.file, mayLackFile: true } : {}),
  }
}

const CHOICES: Record<NoticeKind, PlainSentence> = {
  reminders: 'choice-reminders',
  news: 'choice-news',
  deadlines: 'choice-deadlines',
}

/** /obavestenja: each kind is a button that switches it. */
export function choicesMessage(
  chatId: number,
  locale: Locale,
  choices: Readonly<Record<NoticeKind, boolean>>,
  edits?: number,
): Outgoing {
  const tell = say(locale)
  return {
    chatId,
    content: [heading(tell('choices-title'), 4), paragraph(tell('choices-text'))],
    buttons: NOTICE_KINDS.map((kind) => [
      CHOOSE_NOTICES.labelled(
        `${choices[kind] ? '✓' : '✗'} ${tell(CHOICES[kind])}`,
        kind,
        choices[kind] ? 'off' : 'on',
      ),
    ]),
    ...(edits === undefined ? {} : { edits }),
  }
}

/** «7 дана пре почетка» */
export function leadOf(locale: Locale, { anchor, days, hours }: When): string {
  const tell = say(locale)
  const lead = [
    ...(days > 0 ? [tell('lead-days', { days })] : []),
    ...(hours > 0 || days === 0 ? [tell('lead-hours', { hours })] : []),
  ].join(' ')
  return tell('lead', { anchor, lead })
}

/** «19.12. у 10:00», as short as a button needs. */
function shortMoment(locale: Locale, at: Temporal.ZonedDateTime): string {
  const minute = String(at.minute).padStart(2, '0')
  return say(locale)('moment', { day: String(at.day), month: String(at.month), time: `${at.hour}:${minute}` })
}

const OUTCOMES = {
  sent: 'plan-line-sent',
  late: 'plan-line-late',
} as const satisfies Record<Run['outcome'], Sentence>

/** The reminders of a session as staff arrange them. */
export function planMessage(
  chatId: number,
  locale: Locale,
  what: { session: Session; plan: ReminderPlan; runs: readonly Run[]; coming: string[]; silent: string[] },
  edits?: number,
): Outgoing {
  const tell = say(locale)
  const { session, plan, runs } = what
  const done = runs.map((run) => {
    const reminder = plan.reminders.find((one) => nameOfReminder(one) === run.reminder)
    const lead = reminder ? leadOf(locale, reminder) : run.reminder
    return tell(OUTCOMES[run.outcome], { what: lead, people: run.people })
  })
  const ahead = plan.reminders
    .filter((reminder) => !runs.some((run) => isRunOf(run, session, reminder)))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(dueAt(session, a), dueAt(session, b)))
  const row = (reminder: Reminder) =>
    SWITCH.labelled(
      tell('plan-line', {
        on: reminder.isOn ? 'yes' : 'no',
        what: leadOf(locale, reminder),
        when: shortMoment(locale, dueAt(session, reminder)),
      }),
      session.id,
      nameOfReminder(reminder),
    )
  const blocks: Block[] = [
    heading(tell('plan-title', { title: titleOf(locale, session) }), 4),
    ...(done.length > 0 ? [list(done)] : []),
    paragraph(plan.note === '' ? tell('plan-no-note') : tell('plan-note', { note: shownTo(locale, plan.note) })),
    paragraph(tell('plan-material', { has: plan.material === null ? 'no' : plan.material.file ? 'file' : 'text' })),
    ...comingBlocks(locale, what),
    footer(tell('plan-text')),
  ]
  return {
    chatId,
    content: blocks,
    buttons: [
      ...ahead.map((reminder) => [row(reminder)]),
      [
        ON_REMINDERS.add.labelled(tell('button-add'), session.id),
        ON_REMINDERS.note.labelled(tell('button-note'), session.id),
      ],
      [ON_REMINDERS.material.labelled(tell('button-material'), session.id)],
      [ON_SESSION.session.labelled(tell('button-session'), session.id)],
    ],
    ...(edits === undefined ? {} : { edits }),
  }
}

/** Who said that they are coming, and who did not, by name. */
function comingBlocks(locale: Locale, { coming, silent }: { coming: string[]; silent: string[] }): Block[] {
  const tell = say(locale)
  const names = (people: string[]) => people.map((name) => shownTo(locale, name)).join(', ')
  return [
    paragraph(tell('plan-coming', { coming: coming.length, confirmed: coming.length + silent.length })),
    ...(coming.length > 0 ? [paragraph(bold(tell('plan-coming-names')), ' ', names(coming))] : []),
    ...(silent.length > 0 ? [paragraph(bold(tell('plan-silent-names')), ' ', names(silent))] : []),
  ]
}

function isRunOf(run: Run, session: Session, reminder: Reminder): boolean {
  return run.reminder === nameOfReminder(reminder) && run.dueAt.equals(dueAt(session, reminder).toInstant())
}
