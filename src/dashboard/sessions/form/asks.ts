import { html } from 'hono/html'
import type { Locale } from '../../../language/locale.ts'
import { MOST_NOTE, OFFERED } from '../../../reminders/handlers.ts'
import {
  nameOfReminder,
  type Reminder,
  type ReminderPlan,
  reminderOfName,
  toggled,
  USUAL_REMINDERS,
  type When,
} from '../../../reminders/rules.ts'
import { changePlan } from '../../../reminders/store.ts'
import { leadOf } from '../../../reminders/texts.ts'
import {
  MOST_CHOICES,
  MOST_QUESTIONS,
  newKey,
  readOwnQuestion,
  toggled as withKind,
} from '../../../sessions/questions/questions.ts'
import { lockQuestions, saveQuestions } from '../../../sessions/questions/store.ts'
import { kindName, say as sayQuestions } from '../../../sessions/questions/texts.ts'
import { KINDS, type Kind, type Question } from '../../../sessions/session/asked.ts'
import { refusedQuestion } from '../../../sessions/staff/questions/handlers.ts'
import { fieldHtml } from '../../fields.ts'
import type { Html, Visit } from '../../page.ts'
import { say } from '../texts.ts'

/** What a session asks and when it reminds, as one form has it: own questions parted by empty lines, each of a line that asks and a line a choice. */
export type Asks = { kinds: Kind[]; own: string; reminders: string[]; note: string }

const NEW: Pick<ReminderPlan, 'reminders' | 'note'> = { reminders: [...USUAL_REMINDERS], note: '' }

/** As fields of the form. `asks` says that they are there, since what is switched off sends nothing. */
export function addAsks(
  fields: URLSearchParams,
  questions: readonly Question[] = [],
  plan: Pick<ReminderPlan, 'reminders' | 'note'> = NEW,
): URLSearchParams {
  fields.set('asks', 'on')
  for (const { kind } of questions) if (kind !== 'own') fields.append('ask', kind)
  const own = questions.flatMap((one) => (one.kind === 'own' ? [[one.text, ...one.choices].join('\n')] : []))
  fields.set('own', own.join('\n\n'))
  for (const one of plan.reminders) if (one.isOn) fields.append('remind', nameOfReminder(one))
  fields.set('note', plan.note)
  return fields
}

/** What a form says of it; `null`: it has no such fields. */
export function asksIn(fields: URLSearchParams): Asks | null {
  if (!fields.has('asks')) return null
  return {
    kinds: KINDS.filter((kind) => fields.getAll('ask').includes(kind)),
    own: tidy(fields.get('own') ?? ''),
    reminders: fields.getAll('remind').filter((name) => reminderOfName(name) !== null),
    note: (fields.get('note') ?? '').trim(),
  }
}

const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim()

export type AskFaults = { own?: string; note?: string }

/** What of it cannot be kept, in words, by field. */
export function faultsOfAsks(locale: Locale, asks: Asks | null): AskFaults {
  if (!asks) return {}
  const read = readOwn(asks, [])
  const tooLong = { most: MOST_NOTE, length: asks.note.length }
  return {
    ...('why' in read ? { own: refusedQuestion(locale, read.why) } : {}),
    ...(asks.note.length > MOST_NOTE ? { note: say(locale)('fault-too-long', tooLong) } : {}),
  }
}

type Own = Extract<Question, { kind: 'own' }>

/** The questions that a text asks. One that was asked before keeps its key, by which it was answered; a new one gets a key that none had. */
function readOwn(
  { own: text, kinds }: Asks,
  known: readonly Question[],
): Own[] | { why: 'empty' | 'too-long' | 'too-many' } {
  const own: Own[] = []
  for (const block of text.split(/\n\s*\n/).filter((one) => one.trim() !== '')) {
    if (kinds.length + own.length >= MOST_QUESTIONS) return { why: 'too-many' }
    const read = readOwnQuestion(block, [])
    if (read.kind === 'refused') return { why: read.why }
    const before = known.find((one) => one.kind === 'own' && one.text === read.question.text)
    own.push({ ...read.question, key: before?.key ?? newKey([...known, ...own]) })
  }
  return own
}

/**
 * Keeps what was changed between what the form was opened with and what was sent, on what it is by now. `asks` is `null` where the form had
 * no such fields. `false`: nothing was changed.
 */
export async function keepAsks(
  db: Visit['db'],
  sessionId: number,
  before: Asks | null,
  asks: Asks | null,
): Promise<boolean> {
  if (!asks) return false
  const from = before ?? asksIn(addAsks(new URLSearchParams()))!
  const wereAsked = await changeQuestions(db, sessionId, from, asks)
  const switched = changedNames(from.reminders, asks.reminders)
  if (switched.length === 0 && from.note === asks.note) return wereAsked
  await changePlan(db, sessionId, (plan) => ({
    ...plan,
    reminders: switched.reduce((all, name) => switchedTo(all, name, asks.reminders.includes(name)), plan.reminders),
    note: from.note === asks.note ? plan.note : asks.note,
  }))
  return true
}

async function changeQuestions(db: Visit['db'], sessionId: number, from: Asks, to: Asks): Promise<boolean> {
  const questions = (await lockQuestions(db, sessionId)) ?? []
  const next = changedQuestions(questions, from, to)
  if (JSON.stringify(next) === JSON.stringify(questions)) return false
  await saveQuestions(db, sessionId, next)
  return true
}

function changedQuestions(now: readonly Question[], from: Asks, to: Asks): Question[] {
  const has = (kind: Kind, all: readonly Question[]) => all.some((one) => one.kind === kind)
  const kinds = KINDS.filter((kind) => from.kinds.includes(kind) !== to.kinds.includes(kind))
  const next = kinds.reduce<Question[]>(
    (all, kind) => (has(kind, all) === to.kinds.includes(kind) ? all : withKind(all, kind)),
    [...now],
  )
  if (from.own === to.own) return next
  const own = readOwn(to, now)
  return 'why' in own ? next : [...next.filter(({ kind }) => kind !== 'own'), ...own]
}

function changedNames(from: readonly string[], to: readonly string[]): string[] {
  return [...new Set([...from, ...to])].filter((name) => from.includes(name) !== to.includes(name))
}

function switchedTo(reminders: Reminder[], name: string, isOn: boolean): Reminder[] {
  const known = reminders.find((one) => nameOfReminder(one) === name)
  return (known?.isOn ?? false) === isOn ? reminders : toggled(reminders, reminderOfName(name)!)
}

/** The part of the form that asks for it. */
export function asksFields(locale: Locale, fields: URLSearchParams, faults: AskFaults): Html {
  const t = say(locale)
  const asks = asksIn(fields) ?? asksIn(addAsks(new URLSearchParams()))!
  const check = (name: string, value: string, label: string, isOn: boolean) =>
    html`<label class="check"><input type="checkbox" name="${name}" value="${value}"${isOn ? html` checked` : ''}><span>${label}</span></label>`
  const kinds = KINDS.map((kind) => check('ask', kind, kindName(locale, kind), asks.kinds.includes(kind)))
  const reminders = offeredIn(asks.reminders).map((one) => {
    const name = nameOfReminder(one)
    return check('remind', name, leadOf(locale, one), asks.reminders.includes(name))
  })
  const own = { name: 'own', label: t('asks-own-all'), kind: 'area', value: asks.own } as const
  const note = { name: 'note', label: t('asks-note'), kind: 'area', value: asks.note, most: MOST_NOTE } as const
  return html`<input type="hidden" name="asks" value="on">
    <section class="card"><fieldset class="stack"><legend>${t('asks-questions')}</legend>${kinds}</fieldset>
      ${fieldHtml({ ...own, fault: faults.own, hint: `${sayQuestions(locale)('ask-own', { most: MOST_CHOICES })} ${t('asks-own-apart')}` })}</section>
    <section class="card"><fieldset class="stack"><legend>${t('asks-reminders')}</legend>${reminders}</fieldset>
      ${fieldHtml({ ...note, fault: faults.note })}</section>`
}

/** Those that are usual, those that are often added, and whatever else is on. */
function offeredIn(names: readonly string[]): When[] {
  const usual: readonly When[] = [...USUAL_REMINDERS, ...OFFERED]
  const known = new Set(usual.map(nameOfReminder))
  return [...usual, ...names.filter((name) => !known.has(name)).flatMap((name) => reminderOfName(name) ?? [])]
}
