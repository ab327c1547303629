import type { InlineKeyboardButton } from 'grammy/types'
import {
  type Block,
  bold,
  details,
  footer,
  heading,
  list,
  paragraph,
  type RichText,
} from '../../../bot/message/rich.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { municipalityName } from '../../../people/municipalities/municipalities.ts'
import { PERSON } from '../../buttons.ts'
import { isOver } from '../../line/decision.ts'
import { holdsPlace, isActive, isInLine } from '../../line/sign-up.ts'
import type { Session } from '../../session/session.ts'
import { FIND, ON_SESSION, PEOPLE, ROLL } from '../buttons.ts'
import { newEntryButton } from '../entered/card.ts'
import { importButton } from '../import/card.ts'
import { shortened } from '../message.ts'
import type { Entry } from '../reads.ts'
import { type PlainSentence, say } from '../texts.ts'
import { marksOf } from './marks.ts'
import { entryName, statusText } from './status-texts.ts'

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
