import type { InlineKeyboardButton } from 'grammy/types'
import { bold, heading, list, paragraph, type RichText } from '../../../bot/message/rich.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { momentFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import type { Listed } from '../../../people/directory-store.ts'
import { municipalityName } from '../../../people/municipalities/municipalities.ts'
import { councilRoleName, experienceOf } from '../../../people/texts.ts'
import { momentAt } from '../../../platform/clock.ts'
import { MESSAGE } from '../../buttons.ts'
import { isOver } from '../../line/decision.ts'
import { isActive, isInLine } from '../../line/sign-up.ts'
import type { Session } from '../../session/session.ts'
import { MOVE, ON_SIGN_UP, PICK, ROLL } from '../buttons.ts'
import { enteredButtons, newEntryButton } from '../entered/card.ts'
import { shortened } from '../message.ts'
import type { Entry } from '../reads.ts'
import { type PlainSentence, say } from '../texts.ts'
import { contactText, entryName, statusText } from './status-texts.ts'

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
        [bold(`${t('person-requested-at')}: `), momentFor(locale, momentAt(signUp.requestedAt))],
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
