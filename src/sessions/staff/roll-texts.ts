import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, footer, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { momentFor } from '../../language/dates.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Listed } from '../../people/directory-store.ts'
import type { Contact } from '../../people/entered/rules.ts'
import { municipalityOf, nameOf } from '../../people/municipalities/municipalities.ts'
import { councilRoleName, experienceOf } from '../../people/texts.ts'
import { ZONE } from '../../platform/clock.ts'
import { MESSAGE, PERSON } from '../buttons.ts'
import { isOver } from '../line/decision.ts'
import { holdsPlace, isActive, isInLine, type SignUp, type Status } from '../line/sign-up.ts'
import type { Session } from '../session/session.ts'
import { FIND, MOVE, ON_SESSION, ON_SIGN_UP, PEOPLE, PICK, REASON, ROLL } from './buttons.ts'
import { enteredButtons, newEntryButton } from './entered/card.ts'
import { importButton } from './import/card.ts'
import { marksOf } from './marks.ts'
import { placed, shortened, type To, untilInstant } from './message.ts'
import type { Entry } from './reads.ts'
import { type PlainSentence, say } from './texts.ts'

export function entryName(locale: Locale, { name }: Pick<Entry, 'name'>): string {
  return name ? shownTo(locale, name) : say(locale)('erased-person')
}

function municipalityName(locale: Locale, code: string): string {
  const known = municipalityOf(code)
  return known ? nameOf(locale, known) : code
}

/** Where somebody stands; for an offer it is said until when. */
export const STATUSES: Record<Exclude<Status, 'offered'>, PlainSentence> = {
  requested: 'status-requested',
  waitlisted: 'status-waitlisted',
  confirmed: 'status-confirmed',
  declined: 'status-declined',
  expired: 'status-expired',
  cancelled: 'status-cancelled',
  removed: 'status-removed',
  substituted: 'status-substituted',
}

const SHORT_STATUSES: Record<Status, PlainSentence> = {
  requested: 'status-short-requested',
  waitlisted: 'status-short-waitlisted',
  offered: 'status-short-offered',
  confirmed: 'status-short-confirmed',
  declined: 'status-short-declined',
  expired: 'status-short-expired',
  cancelled: 'status-short-cancelled',
  removed: 'status-short-removed',
  substituted: 'status-short-substituted',
}

export function shortStatus(locale: Locale, status: Status): string {
  return say(locale)(SHORT_STATUSES[status])
}

export function statusText(locale: Locale, signUp: SignUp): string {
  const t = say(locale)
  const { status, offer } = signUp
  if (offer)
    return t(offer.held ? 'status-offered' : 'status-offered-open', { until: untilInstant(locale, offer.until) })
  return status === 'offered' ? shortStatus(locale, status) : t(STATUSES[status])
}

/** Everybody in a session: those with a place by municipality, requests, the line in its order, those who left. */
export function rollMessage(to: To, session: Session, entries: Entry[], now: Temporal.Instant): Outgoing {
  const { locale } = to
  const t = say(locale)
  const having = entries.filter(({ signUp }) => holdsPlace(signUp))
  const requested = entries.filter(({ signUp }) => signUp.status === 'requested')
  const waiting = entries.filter(({ signUp }) => isInLine(signUp))
  const out = entries.filter(({ signUp }) => !isActive(signUp))
  const confirmed = entries.filter(({ signUp }) => signUp.status === 'confirmed').length
  const counts = { confirmed, capacity: session.capacity, offered: having.length - confirmed, waiting: waiting.length }
  return {
    ...placed(to),
    content: [
      heading(t('roll-title', { title: shownTo(locale, session.title) }), 4),
      paragraph(entries.length === 0 ? t('roll-none') : t('roll-counts', { ...counts, requested: requested.length })),
      ...section(
        t('roll-requested'),
        requested.map((one) => personLine(locale, one)),
      ),
      ...section(t('roll-confirmed'), byMunicipality(locale, having)),
      ...section(
        t('roll-line'),
        waiting.map((one) => personLine(locale, one)),
        'numbers',
      ),
      ...(waiting.length > 0 ? [footer(t('roll-line-rule'))] : []),
      ...(out.length > 0 ? [details(t('roll-out'), [list(out.map((one) => personLine(locale, one)))])] : []),
      ...(entries.some(({ signUp }) => isActive(signUp)) ? [footer(t('roll-choose'))] : []),
    ],
    buttons: rollButtons(
      locale,
      session,
      entries.filter(({ signUp }) => isActive(signUp)),
      now,
    ),
  }
}

function section(title: string, lines: RichText[], kind: 'bullets' | 'numbers' = 'bullets'): Block[] {
  return lines.length === 0 ? [] : [paragraph(bold(title)), list(lines, kind)]
}

function byMunicipality(locale: Locale, entries: Entry[]): RichText[] {
  const groups = Map.groupBy(entries, ({ signUp }) => signUp.municipality)
  return [...groups]
    .map(([code, people]) => ({ name: municipalityName(locale, code), people }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sr'))
    .map(({ name, people }) => [
      bold(say(locale)('roll-municipality', { name, count: people.length })),
      ` – ${people.map((one) => nameAndOffer(locale, one)).join('; ')}`,
    ])
}

function nameAndOffer(locale: Locale, entry: Entry): string {
  const about = [...(entry.signUp.offer ? [statusText(locale, entry.signUp)] : []), ...marksOf(locale, entry)]
  const name = entryName(locale, entry)
  return about.length > 0 ? `${name} (${about.join(', ')})` : name
}

/** «нема Телеграм: 064 123 4567» */
export function withoutTelegram(locale: Locale, call: Contact): string {
  return `${say(locale)('without-telegram')}: ${contactText(locale, call)}`
}

/** How somebody without Telegram is reached. */
export function contactText(locale: Locale, { phone, email }: Contact): string {
  const known = [phone, email].filter((one) => one !== null)
  return known.length > 0 ? known.join(', ') : say(locale)('call-unknown')
}

const MOVED: Record<'first' | 'last', PlainSentence> = { first: 'moved-first', last: 'moved-last' }

function personLine(locale: Locale, entry: Entry): RichText {
  const { signUp } = entry
  const moved = signUp.moved && isActive(signUp) ? [say(locale)(MOVED[signUp.moved.to])] : []
  const waits = signUp.status === 'waitlisted' || signUp.status === 'requested'
  const about = [
    municipalityName(locale, signUp.municipality),
    ...(waits ? [] : [statusText(locale, signUp)]),
    ...moved,
    ...marksOf(locale, entry),
  ]
  return [bold(entryName(locale, entry)), ` – ${about.join(', ')}`]
}

/** Longer lists open on a page of their own. */
const PEOPLE_PER_PAGE = 20

function rollButtons(
  locale: Locale,
  session: Session,
  entries: Entry[],
  now: Temporal.Instant,
): InlineKeyboardButton[][] {
  const t = say(locale)
  const add = isOver(session, now) ? [] : [FIND.labelled(t('button-add'), session.id)]
  return [
    ...peopleButtons(locale, session, entries, 0),
    ...(add.length > 0 ? [[newEntryButton(locale, session.id)], [importButton(locale, session.id)]] : []),
    [...add, ON_SESSION.export.labelled(t('button-export'), session.id)],
    [ON_SESSION.session.labelled(t('button-back'), session.id)],
  ]
}

function peopleButtons(locale: Locale, session: Session, entries: Entry[], page: number): InlineKeyboardButton[][] {
  const from = page * PEOPLE_PER_PAGE
  const shown = entries.slice(from, from + PEOPLE_PER_PAGE)
  const next = { from: from + PEOPLE_PER_PAGE + 1, to: Math.min(entries.length, from + 2 * PEOPLE_PER_PAGE) }
  const more = entries.length > from + PEOPLE_PER_PAGE
  return [
    ...shown.map((entry) => [PERSON.labelled(shortened(personLabel(locale, entry)), entry.signUp.id)]),
    ...(more ? [[PEOPLE.labelled(say(locale)('button-more-people', next), session.id, page + 1)]] : []),
  ]
}

function personLabel(locale: Locale, entry: Entry): string {
  const position = entry.position === null ? '' : `${entry.position}. `
  return `${position}${entryName(locale, entry)}, ${municipalityName(locale, entry.signUp.municipality)}`
}

/** Further people of a long list. */
export function peopleMessage(to: To, session: Session, entries: Entry[], page: number): Outgoing {
  const t = say(to.locale)
  const active = entries.filter(({ signUp }) => isActive(signUp))
  return {
    ...placed(to),
    content: [heading(t('roll-title', { title: shownTo(to.locale, session.title) }), 4), footer(t('roll-choose'))],
    buttons: [...peopleButtons(to.locale, session, active, page), [ROLL.labelled(t('button-to-roll'), session.id)]],
  }
}

/** One person in a session, with what can be done: once it has begun, they can only be written to. */
export function personMessage(
  to: To,
  { session, entry, person }: { session: Session; entry: Entry; person: Listed | undefined },
  now: Temporal.Instant,
  note?: string,
): Outgoing {
  const { locale } = to
  const t = say(locale)
  const { signUp } = entry
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(note)]),
      heading(entryName(locale, entry), 4),
      list([
        [bold(`${t('person-session')}: `), shownTo(locale, session.title)],
        [bold(`${t('person-municipality')}: `), municipalityName(locale, signUp.municipality)],
        [bold(`${t('person-status')}: `), statusText(locale, signUp)],
        ...(entry.position === null ? [] : [[bold(`${t('person-position')}: `), String(entry.position)]]),
        ...(entry.isBlocked ? [t('person-blocked')] : []),
        ...(entry.call ? [[bold(`${t('person-call')}: `), contactText(locale, entry.call)]] : []),
        ...aboutPerson(locale, person),
        [
          bold(`${t('person-requested-at')}: `),
          momentFor(locale, signUp.requestedAt.toZonedDateTimeISO(ZONE).toPlainDateTime()),
        ],
      ]),
    ],
    buttons: [...personButtons(locale, entry, session, now), [ROLL.labelled(t('button-to-roll'), session.id)]],
  }
}

function aboutPerson(locale: Locale, person: Listed | undefined): RichText[] {
  const t = say(locale)
  const known = [
    [t('person-council-role'), person?.councilRole && councilRoleName(locale, person.councilRole)],
    [t('person-experience'), person?.experience && experienceOf(locale, person.experience)],
    [t('person-email'), person?.isEntered ? null : person?.email],
  ] as const
  return known.flatMap(([field, value]) => (value ? [[bold(`${field}: `), value]] : []))
}

const ACTS: Record<keyof typeof ON_SIGN_UP, PlainSentence> = {
  approve: 'button-approve',
  decline: 'button-decline',
  remove: 'button-remove',
}

const MOVES: Record<'first' | 'last' | 'rule', PlainSentence> = {
  first: 'button-move-first',
  last: 'button-move-last',
  rule: 'button-move-rule',
}

function personButtons(
  locale: Locale,
  { signUp, call }: Entry,
  session: Session,
  now: Temporal.Instant,
): InlineKeyboardButton[][] {
  const t = say(locale)
  const over = isOver(session, now) !== null
  const act = (what: keyof typeof ON_SIGN_UP) => ON_SIGN_UP[what].labelled(t(ACTS[what]), signUp.id)
  const move = (where: keyof typeof MOVES) => MOVE.labelled(t(MOVES[where]), signUp.id, where)
  const written = signUp.personId === null ? [] : [[MESSAGE.labelled(t('button-message'), signUp.id)]]
  const write = call ? enteredButtons(locale, signUp, session, over) : written
  if (over || !isActive(signUp)) return write
  if (signUp.status === 'requested') return [[act('approve'), act('decline')], ...write]
  const moves = isInLine(signUp) ? [[move('first'), move('last')], ...(signUp.moved ? [[move('rule')]] : [])] : []
  return [...moves, ...write, [act('remove')]]
}

/** People whose name was looked for, each to be added by a tap. */
export function foundMessage(to: To, sessionId: number, found: Listed[], more: boolean): Outgoing {
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [paragraph(bold(t('found-title'))), ...(more ? [paragraph(t('found-many'))] : [])],
    buttons: [
      ...found.map((one) => [PICK.labelled(shortened(foundLabel(to.locale, one)), sessionId, one.personId)]),
      [newEntryButton(to.locale, sessionId)],
    ],
  }
}

function foundLabel(locale: Locale, { name, municipality }: Listed): string {
  const from = municipality === null ? '' : `, ${municipalityName(locale, municipality)}`
  return `${shownTo(locale, name)}${from}`
}

export type Reason = Parameters<typeof REASON.data>[0]

const REASONS: Record<Reason, PlainSentence> = {
  'own-wish': 'reason-own-wish',
  double: 'reason-double',
  'not-invited': 'reason-not-invited',
  agreed: 'reason-agreed',
}

export function reasonText(locale: Locale, reason: Reason): string {
  return say(locale)(REASONS[reason])
}

/** Asks for words, with usual ones as buttons. */
export function reasonQuestion(to: To, question: string, reasons: readonly Reason[]): Outgoing {
  return {
    ...placed(to),
    content: [paragraph(bold(question)), footer(say(to.locale)('progress-words'))],
    buttons: reasons.map((reason) => [REASON.labelled(reasonText(to.locale, reason), reason)]),
  }
}
