import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import { placed, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor, momentFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { allQuizzes, quizOf } from '../../quiz/quizzes.ts'
import { stretchesIn } from '../../sessions/session/session.ts'
import { titleOf } from '../../sessions/session/texts.ts'
import { CERTIFICATES_OF, ON_SESSION } from '../../sessions/staff/buttons.ts'
import { shortened } from '../../sessions/staff/message.ts'
import type { Overview } from '../actions.ts'
import { CERTIFIED, CHOOSE_QUIZ, CHOOSE_RULE, ON_CERTIFICATE, ON_CERTIFICATES, ON_VALIDITY } from '../buttons.ts'
import { shownNumber } from '../number.ts'
import { daysNeeded, type Judged, type Obstacle } from '../rules.ts'
import { allFactsOf, factsOf } from '../stated-texts.ts'
import type { Certificate, State } from '../store.ts'
import { type PlainSentence, say } from '../texts.ts'

/** Names that one list shows; a longer one says how many more there are. */
const MOST_NAMES = 100

/** Who gets a certificate by the rule, who not and why, what was given, and what giving would change. */
export function overviewMessage(to: To, overview: Overview, note?: PlainSentence | { said: string }): Outgoing {
  const { locale } = to
  const t = say(locale)
  const { sheet, judged } = overview
  const earned = judged.filter(({ obstacle }) => obstacle === null)
  const others = judged.filter(({ obstacle }) => obstacle !== null)
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(typeof note === 'string' ? t(note) : note.said)]),
      heading(t('overview-title', { title: titleOf(locale, sheet.session) }), 4),
      paragraph(ruleText(locale, overview)),
      ...hindrances(locale, overview),
      ...(earned.length === 0
        ? [paragraph(t('overview-nobody'))]
        : [details(t('overview-earned', { count: earned.length }), [nameList(locale, earned)])]),
      ...(others.length === 0
        ? []
        : [details(t('overview-not-earned', { count: others.length }), [nameList(locale, others)])]),
      ...givenBlocks(locale, overview),
    ],
    buttons: overviewButtons(locale, overview),
  }
}

function ruleText(locale: Locale, overview: Overview): string {
  const { quiz } = overview.rule
  const wanted = quiz === null ? undefined : quizOf(quiz)
  const days = daysText(locale, overview)
  return wanted ? `${days} ${say(locale)('rule-quiz', { quiz: shownTo(locale, wanted.title) })}` : days
}

function daysText(locale: Locale, { rule, sheet }: Overview): string {
  const t = say(locale)
  const of = sheet.days.length
  const least = daysNeeded(rule, sheet)
  if (of === 1) return t('rule-one-day')
  return least === of ? t('rule-all', { of }) : t('rule-some', { least, of })
}

/** Why none can be given (yet), or fewer than one would think. */
function hindrances(locale: Locale, { sheet, mayGive }: Overview): Block[] {
  const t = say(locale)
  if (sheet.session.state === 'cancelled') return [paragraph(t('overview-cancelled'))]
  if (!mayGive) {
    const { from } = stretchesIn(sheet.session).at(-1)!
    return [paragraph(t('overview-too-early', { when: momentFor(locale, from) }))]
  }
  const missing = sheet.days.filter(({ taken }) => !taken).map(({ on }) => dayFor(locale, on))
  return missing.length === 0 ? [] : [paragraph(bold(t('overview-not-taken', { days: missing.join(', ') })))]
}

function nameList(locale: Locale, people: readonly Judged[]): Block {
  const lines = people.slice(0, MOST_NAMES).map(({ name, obstacle }): RichText => {
    const shown = name === null ? say(locale)('erased-person') : shownTo(locale, name)
    return obstacle === null ? shown : [bold(shown), ` – ${obstacleText(locale, obstacle)}`]
  })
  const more = people.length - lines.length
  return list([...lines, ...(more > 0 ? [say(locale)('and-others', { count: more })] : [])])
}

function obstacleText(locale: Locale, obstacle: Obstacle): string {
  const t = say(locale)
  switch (obstacle.kind) {
    case 'too-few-days':
      return t('why-too-few-days', { days: obstacle.days })
    case 'not-noted':
      return t('why-not-noted')
    case 'quiz':
      return t('why-quiz')
    case 'no-name':
      return t('why-no-name')
    case 'revoked':
      return t('why-revoked')
  }
}

/** How many changes giving would bring. */
function changesOf({ settling: { give, replace, revoke } }: Overview): number {
  return give.length + replace.length + revoke.length
}

function givenBlocks(locale: Locale, overview: Overview): Block[] {
  const { certificates, settling, givenAt } = overview
  if (givenAt === null) return []
  const t = say(locale)
  const count = (state: State) => certificates.filter((one) => one.state === state).length
  const counts = { valid: count('valid'), replaced: count('replaced'), revoked: count('revoked') }
  const { give, replace, revoke } = settling
  const changes = { give: give.length, replace: replace.length, revoke: revoke.length }
  return [
    paragraph(t('overview-given', counts)),
    paragraph(changesOf(overview) === 0 ? t('overview-in-order') : t('overview-changes', changes)),
  ]
}

/** What giving is called now; `null`: there is nothing to give, or it is too early. */
export function giveLabel(locale: Locale, overview: Overview): string | null {
  const count = changesOf(overview)
  if (!overview.mayGive || count === 0) return null
  return say(locale)(overview.givenAt === null ? 'button-give' : 'button-bring-in-order', { count })
}

/** The certificates that staff look at one by one: those that were replaced are left out. */
export function shownOf({ certificates }: Overview): Certificate[] {
  return certificates.filter(({ state }) => state !== 'replaced')
}

function overviewButtons(locale: Locale, overview: Overview): InlineKeyboardButton[][] {
  const t = say(locale)
  const { id } = overview.sheet.session
  const label = giveLabel(locale, overview)
  const given = shownOf(overview).length
  return [
    ...(label === null ? [] : [[ON_CERTIFICATES.give.labelled(label, id)]]),
    [ON_CERTIFICATES.rules.labelled(t('button-rule'), id)],
    ...(given > 0 ? [[CERTIFIED.labelled(t('button-people', { count: given }), id, 0)]] : []),
    [ON_SESSION.session.labelled(t('button-to-session'), id)],
  ]
}

/** A rule that there is for a session. `value`: as buttons and forms name it. */
export type Choice = { value: number; label: string; isChosen: boolean }

/** The rules by days, all of them first, and those by quiz, none first; of a session of one day there is nothing to choose by days. */
export function ruleChoices(locale: Locale, { sheet, rule }: Overview): { days: Choice[]; quizzes: Choice[] } {
  const t = say(locale)
  const of = sheet.days.length
  const needed = daysNeeded(rule, sheet)
  const some = Array.from({ length: of - 1 }, (_, i) => i + 1)
  const byDays = (value: number, label: string) => ({ value, label, isChosen: needed === (value === 0 ? of : value) })
  const byQuiz = (value: number, label: string) => ({ value, label, isChosen: (rule.quiz ?? 0) === value })
  return {
    days:
      of > 1
        ? [byDays(0, t('button-rule-all')), ...some.map((n) => byDays(n, t('button-rule-days', { days: n })))]
        : [],
    quizzes: [
      byQuiz(0, t('button-rule-no-quiz')),
      ...allQuizzes().map(({ id, title }) => byQuiz(id, t('button-rule-quiz', { quiz: shownTo(locale, title) }))),
    ],
  }
}

/** The rules that there are for a session, each to be chosen by a tap. */
export function rulesMessage(to: To, overview: Overview): Outgoing {
  const t = say(to.locale)
  const { id } = overview.sheet.session
  const of = overview.sheet.days.length
  const { days, quizzes } = ruleChoices(to.locale, overview)
  const marked = ({ label, isChosen }: Choice) => (isChosen ? `● ${label}` : label)
  const byDays = (one: Choice) => CHOOSE_RULE.labelled(marked(one), id, one.value)
  return {
    ...placed(to),
    content: [...(of > 1 ? [paragraph(t('rule-question', { of }))] : []), paragraph(t('rule-quiz-question'))],
    buttons: [
      ...days.slice(0, 1).map((all) => [byDays(all)]),
      ...inRowsOf(3, days.slice(1)).map((row) => row.map(byDays)),
      ...quizzes.map((one) => [CHOOSE_QUIZ.labelled(shortened(marked(one)), id, one.value)]),
      [CERTIFICATES_OF.labelled(t('button-back'), id)],
    ],
  }
}

function inRowsOf<T>(size: number, all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** How many certificates one message shows. */
const PAGE = 12

/** A page of certificates, those that were replaced left out, each with a button; a page that is not there is the last. */
export function certifiedMessage(to: To, overview: Overview, asked: number): Outgoing {
  const { locale } = to
  const t = say(locale)
  const { session } = overview.sheet
  const shown = shownOf(overview)
  const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1)
  const page = Math.min(asked, last)
  const turn = (label: string, to: number) => CERTIFIED.labelled(label, session.id, to)
  const turns = [...(page > 0 ? [turn('‹', page - 1)] : []), ...(page < last ? [turn('›', page + 1)] : [])]
  return {
    ...placed(to),
    content: [
      heading(t('people-title', { title: titleOf(locale, session) }), 4),
      ...(shown.length === 0 ? [paragraph(t('people-none'))] : []),
    ],
    buttons: [
      ...shown
        .slice(page * PAGE, (page + 1) * PAGE)
        .map((one) => [ON_CERTIFICATE.one.labelled(shortened(lineOf(locale, one)), one.id)]),
      ...(turns.length > 0 ? [turns] : []),
      [CERTIFICATES_OF.labelled(t('button-back'), session.id)],
    ],
  }
}

/** One certificate in a list. */
export function lineOf(locale: Locale, certificate: Certificate): string {
  const t = say(locale)
  const name = nameOn(locale, certificate)
  if (certificate.state !== 'valid') return t('people-line-ended', { name, state: t(STATES[certificate.state]) })
  return certificate.number === null
    ? name
    : t('people-line', { name, number: shownNumber(locale, certificate.number) })
}

export function nameOn(locale: Locale, { stated }: Pick<Certificate, 'stated'>): string {
  return stated.name === null ? say(locale)('erased-person') : shownTo(locale, stated.name)
}

const STATES: Record<State, PlainSentence> = {
  valid: 'state-valid',
  replaced: 'state-replaced',
  revoked: 'state-revoked',
}

/** One certificate with all that it states, and what this reader may do about it. */
export function certificateMessage(
  to: To,
  certificate: Certificate,
  { isCoordinator, note }: { isCoordinator: boolean; note?: PlainSentence | undefined },
): Outgoing {
  const { locale } = to
  const t = say(locale)
  const { number, stated, reason } = certificate
  const facts = number === null ? factsOf(locale, stated) : allFactsOf(locale, number, stated)
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(t(note))]),
      heading(nameOn(locale, certificate), 4),
      list([
        [bold(`${t('one-state')}: `), t(STATES[certificate.state])],
        ...facts.map(({ label, value }): RichText => [bold(`${label}: `), value]),
        ...(reason === null ? [] : [[bold(`${t('one-reason')}: `), shownTo(locale, reason)]]),
      ]),
    ],
    buttons: [
      ...certificateButtons(locale, certificate, isCoordinator),
      [CERTIFIED.labelled(t('button-back'), certificate.sessionId, 0)],
    ],
  }
}

/** What may be done about a certificate by whoever looks at it. */
export function actsOn({ state, barred, stated, number }: Certificate, isCoordinator: boolean) {
  const isValid = state === 'valid'
  const named = isValid && stated.name !== null && number !== null
  return { named, revoke: isValid && isCoordinator, restore: state === 'revoked' && barred && isCoordinator }
}

function certificateButtons(
  locale: Locale,
  certificate: Certificate,
  isCoordinator: boolean,
): InlineKeyboardButton[][] {
  const t = say(locale)
  const { id } = certificate
  const { named, revoke, restore } = actsOn(certificate, isCoordinator)
  return [
    ...(restore ? [[ON_VALIDITY.restore.labelled(t('button-restore'), id)]] : []),
    ...(named
      ? [
          [
            ON_CERTIFICATE.paper.labelled(t('button-show-paper'), id),
            ON_CERTIFICATE.send.labelled(t('button-send-again'), id),
          ],
        ]
      : []),
    [
      ...(named ? [ON_CERTIFICATE.name.labelled(t('button-correct-name'), id)] : []),
      ...(revoke ? [ON_VALIDITY.revoke.labelled(t('button-revoke'), id)] : []),
    ],
  ].filter((row) => row.length > 0)
}
