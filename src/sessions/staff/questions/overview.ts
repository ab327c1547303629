import { type Block, bold, heading, list, paragraph } from '../../../bot/message/rich.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { dayFor, daysFor, stretchesFor } from '../../../language/dates/write.ts'
import type { Locale } from '../../../language/locale.ts'
import { municipalityName } from '../../../people/municipalities/municipalities.ts'
import { type Sheet, xlsxOf } from '../../../platform/spreadsheet.ts'
import { bedsByNight, countAnswers, nextQuestion } from '../../questions/questions.ts'
import { answerText, questionName, say } from '../../questions/texts.ts'
import { type Session, stretchesIn } from '../../session/session.ts'
import { titleOf } from '../../session/texts.ts'
import type { Guest } from '../reads.ts'
import { entryName } from '../roll/status-texts.ts'
import { overviewPdf, type Section } from './overview-pdf.ts'

/** What the kitchen and the door need to know: beds by night, and of each question who answered what, by name. */
export function overviewMessage(to: To, session: Session, guests: readonly Guest[]): Outgoing {
  const { locale } = to
  const t = say(locale)
  const title = t('overview-title', { title: titleOf(locale, session) })
  if (guests.length === 0) return { ...placed(to), content: [heading(title, 4), paragraph(t('overview-none'))] }
  return {
    ...placed(to),
    content: [
      heading(title, 4),
      paragraph(countsOf(locale, session, guests)),
      ...sectionsOf(locale, session, guests).flatMap(sectionBlocks),
    ],
  }
}

function sectionBlocks({ title, lines }: Section): Block[] {
  return lines.length === 0 ? [] : [paragraph(bold(title)), list([...lines])]
}

function silentIn(session: Session, guests: readonly Guest[]): Guest[] {
  return guests.filter(({ answers }) => nextQuestion(session.questions, answers) !== null)
}

function countsOf(locale: Locale, session: Session, guests: readonly Guest[]): string {
  const answered = guests.length - silentIn(session, guests).length
  return say(locale)('overview-people', { count: guests.length, answered })
}

/** Beds by night, each question, and who has not answered; a part without lines has nothing to say. */
function sectionsOf(locale: Locale, session: Session, guests: readonly Guest[]): Section[] {
  const silent = silentIn(session, guests)
  return [
    { title: say(locale)('overview-beds'), lines: bedLines(locale, session, guests) },
    ...session.questions.map((question) => ({
      title: questionName(locale, question),
      lines: answerLines(locale, session, guests, question.key),
    })),
    { title: say(locale)('overview-silent'), lines: silent.length > 0 ? [namesOf(locale, silent)] : [] },
  ]
}

function namesOf(locale: Locale, guests: readonly Guest[]): string {
  return guests.map(({ entry }) => entryName(locale, entry)).join(', ')
}

function bedLines(locale: Locale, session: Session, guests: readonly Guest[]): string[] {
  if (!session.questions.some(({ kind }) => kind === 'bed')) return []
  const answers = guests.map((guest) => guest.answers)
  return bedsByNight(session, answers).map(({ night, beds }) =>
    say(locale)('overview-night', { night: nightText(locale, night).replace(/\.$/, ''), beds }),
  )
}

/** A night has two dates: «12–13. март 2026.» */
function nightText(locale: Locale, night: Temporal.PlainDate): string {
  return daysFor(locale, night, night.add({ days: 1 }))
}

function answerLines(locale: Locale, session: Session, guests: readonly Guest[], key: string): string[] {
  const question = session.questions.find((one) => one.key === key)!
  return countAnswers(
    key,
    guests.map(({ answers }) => answers),
  ).map(([answer, count]) => {
    const names = namesOf(
      locale,
      guests.filter(({ answers }) => answers.get(key) === answer),
    )
    return say(locale)('overview-names', { answer: answerText(locale, question, answer), count, names })
  })
}

/** The same as paper, to hang up in the kitchen and at the door. */
export async function overviewPaper(
  to: To,
  session: Session,
  guests: readonly Guest[],
  now: Temporal.Instant,
): Promise<Outgoing> {
  const { chatId, locale } = to
  const t = say(locale)
  const counts = { title: countsOf(locale, session, guests), lines: [namesOf(locale, guests)] }
  const sections = [counts, ...sectionsOf(locale, session, guests)]
  const days = stretchesFor(locale, stretchesIn(session))
  const bytes = await overviewPdf(locale, { session, days, sections }, now)
  return {
    chatId,
    content: [paragraph(t('overview-pdf-caption', { title: titleOf(locale, session) }))],
    file: { name: `${t('overview-file', { id: session.id })}.pdf`, base64: Buffer.from(bytes).toString('base64') },
  }
}

/** The same as a workbook: a row a person, and the totals. */
export async function overviewFile(to: To, session: Session, guests: readonly Guest[]): Promise<Outgoing> {
  const { chatId, locale } = to
  const t = say(locale)
  const bytes = await xlsxOf([guestSheet(locale, session, guests), totalSheet(locale, session, guests)])
  return {
    chatId,
    content: [paragraph(t('overview-caption', { title: titleOf(locale, session) }))],
    file: { name: `${t('overview-file', { id: session.id })}.xlsx`, base64: Buffer.from(bytes).toString('base64') },
  }
}

function guestSheet(locale: Locale, session: Session, guests: readonly Guest[]): Sheet {
  const t = say(locale)
  return {
    name: t('overview-sheet'),
    head: [
      t('overview-name'),
      t('overview-municipality'),
      ...session.questions.map((one) => questionName(locale, one)),
    ],
    rows: guests.map(({ entry, answers }) => [
      entryName(locale, entry),
      municipalityName(locale, entry.signUp.municipality),
      ...session.questions.map((question) => {
        const answer = answers.get(question.key)
        return answer === undefined ? null : answerText(locale, question, answer)
      }),
    ]),
  }
}

function totalSheet(locale: Locale, session: Session, guests: readonly Guest[]): Sheet {
  const t = say(locale)
  const all = guests.map(({ answers }) => answers)
  const beds = session.questions.some(({ kind }) => kind === 'bed') ? bedsByNight(session, all) : []
  return {
    name: t('overview-totals'),
    head: [t('overview-what'), t('overview-answer'), t('overview-count')],
    rows: [
      ...beds.map(({ night, beds: count }) => [t('overview-beds'), dayFor(locale, night), count]),
      ...session.questions.flatMap((question) =>
        countAnswers(question.key, all).map(([answer, count]) => [
          questionName(locale, question),
          answerText(locale, question, answer),
          count,
        ]),
      ),
    ],
  }
}
