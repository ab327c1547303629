import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, footer, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { PERSON } from '../../sessions/buttons.ts'
import type { SignUp } from '../../sessions/line/sign-up.ts'
import { type Reader, timeOf, titleLabel, titleOf } from '../../sessions/session/texts.ts'
import { ON_SESSION } from '../../sessions/staff/buttons.ts'
import { CHOOSE_HOUR, DIGEST_HOURS } from './buttons.ts'
import { HOURS, type SessionDigest } from './rules.ts'
import type { Texts } from './texts.types.ts'

const say = loadTexts<Texts>(import.meta.url)
type PlainSentence = Plain<Texts>

/** Telegram takes 100 buttons under a message. */
const MOST_NAMES = 60

type Names = ReadonlyMap<number, string>

/** What whoever is in charge should know today, a part for each session, each name one tap away. */
export function digestMessage({ chatId, locale }: Reader, digests: readonly SessionDigest[], names: Names): Outgoing {
  const people = digests.flatMap(named).slice(0, MOST_NAMES)
  const label = (signUp: SignUp) => nameOf(locale, names, signUp)
  return {
    chatId,
    content: [
      heading(say(locale)('digest-title'), 4),
      ...digests.flatMap((one) => partOf(locale, one, names)),
      footer(say(locale)('digest-how')),
    ],
    buttons: [
      ...inPairs(people.map((signUp) => PERSON.labelled(label(signUp), signUp.id))),
      ...digests.map(({ session }) => [ON_SESSION.session.labelled(titleLabel(locale, session), session.id)]),
      [DIGEST_HOURS.labelled(say(locale)('button-digest-hours'))],
    ],
  }
}

const named = (one: SessionDigest) => [
  ...new Map(
    [...one.requested, ...one.cancelled, ...one.unreachable, ...one.silent, ...one.toCall].map((signUp) => [
      signUp.id,
      signUp,
    ]),
  ).values(),
]

/** Whom a part names, under what. */
const NAMED = [
  ['requested', 'digest-requested'],
  ['cancelled', 'digest-cancelled'],
  ['unreachable', 'digest-unreachable'],
  ['silent', 'digest-silent'],
  ['toCall', 'digest-to-call'],
] as const satisfies readonly (readonly [keyof SessionDigest, PlainSentence])[]

function partOf(locale: Locale, one: SessionDigest, names: Names): Block[] {
  const t = say(locale)
  const { session, days } = one
  const day = dayFor(locale, session.starts.toPlainDate())
  const when = t('digest-when', { when: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'day', day })
  const named = NAMED.filter(([part]) => one[part].length > 0).map(([part, sentence]): RichText => {
    const people = one[part].map((signUp) => nameOf(locale, names, signUp)).join(', ')
    return [bold(`${t(sentence)}: `), people]
  })
  return [
    paragraph(bold(`${when}: ${titleOf(locale, session)}`)),
    paragraph(countsOf(locale, one)),
    list([
      [bold(`${t('digest-held')}: `), timeOf(locale, session)],
      ...named,
      ...(one.idle > 0 ? [t('digest-idle', { count: one.idle })] : []),
    ]),
  ]
}

/** «14 долази, 3 нису одговорила, 2 отказала, 1 чека». */
function countsOf(locale: Locale, { coming, silent, cancelled, waiting, requested }: SessionDigest): string {
  const t = say(locale)
  return [
    t('count-coming', { count: coming.length }),
    ...(silent.length > 0 ? [t('count-silent', { count: silent.length })] : []),
    ...(cancelled.length > 0 ? [t('count-cancelled', { count: cancelled.length })] : []),
    ...(waiting.length > 0 ? [t('count-waiting', { count: waiting.length })] : []),
    ...(requested.length > 0 ? [t('count-requested', { count: requested.length })] : []),
  ].join(', ')
}

function nameOf(locale: Locale, names: Names, { personId }: SignUp): string {
  const name = personId === null ? undefined : names.get(personId)
  return name === undefined ? say(locale)('digest-somebody') : shownTo(locale, name)
}

function inPairs(buttons: InlineKeyboardButton[]): InlineKeyboardButton[][] {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2))
}

/** At which hour somebody gets the digest; `null` for never. */
export function hoursMessage({ chatId, locale }: Reader, chosen: number | null, edits?: number): Outgoing {
  const t = say(locale)
  const label = (text: string, isChosen: boolean) => (isChosen ? `✓ ${text}` : text)
  return {
    chatId,
    content: [
      paragraph(bold(t('hours-title'))),
      paragraph(chosen === null ? t('hours-never') : t('hours-at', { hour: chosen })),
    ],
    buttons: [
      HOURS.slice(0, 3).map((hour) =>
        CHOOSE_HOUR.labelled(label(`${hour}:00`, hour === chosen), String(hour) as `${typeof hour}`),
      ),
      HOURS.slice(3).map((hour) =>
        CHOOSE_HOUR.labelled(label(`${hour}:00`, hour === chosen), String(hour) as `${typeof hour}`),
      ),
      [CHOOSE_HOUR.labelled(label(t('button-never'), chosen === null), 'never')],
    ],
    ...(edits === undefined ? {} : { edits }),
  }
}
