import type { About } from '../bot/commands.ts'
import { bold, heading, list, paragraph, tappable } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import type { Role } from '../people/rules.ts'
import { ASK_SAMPLE } from './buttons.ts'
import { type PlainSentence, say as texts } from './say.ts'
import { labelOf } from './texts.ts'

/** What Telegram shows of the bot before anybody has written to it. */
export function aboutBot(locale: Locale): About {
  const say = texts(locale)
  return { description: say('bot-description'), shortDescription: say('bot-short-description') }
}

/** The first message: who this is, what it can do, three questions to tap. */
export function welcomeMessage(
  chatId: number,
  locale: Locale,
  questions: { sourceId: number; at: number; text: string }[],
  role: Role,
): Outgoing {
  const say = texts(locale)
  return {
    chatId,
    content: [
      paragraph(bold(say('welcome-greeting'))),
      paragraph(say('welcome-what')),
      ...(role === 'member' ? [] : [paragraph(tappable(say(WELCOMES[role])))]),
      paragraph(tappable(say('welcome-sessions'))),
      paragraph(tappable(say('welcome-plan'))),
      paragraph(say('welcome-careful')),
      paragraph(tappable(say('welcome-language'))),
      ...(questions.length > 0 ? [paragraph(say('welcome-try'))] : []),
    ],
    buttons: questions.map(({ sourceId, at, text }) => [ASK_SAMPLE.labelled(labelOf(text), sourceId, at)]),
  }
}

const WELCOMES = {
  trainer: 'welcome-trainer',
  coordinator: 'welcome-coordinator',
} as const satisfies Partial<Record<Role, PlainSentence>>

/** What everybody can do, the most useful first. */
const HELP: readonly PlainSentence[] = [
  'help-start',
  'help-sessions',
  'help-mine',
  'help-plan',
  'help-check-plan',
  'help-templates',
  'help-quiz',
  'help-help',
  'help-contacts',
  'help-notices',
  'help-new',
  'help-language',
  'help-form',
  'help-sources',
  'help-data',
  'help-erase',
  'help-cancel',
]
/** Lines of help that only staff see. */
const STAFF_HELP: readonly PlainSentence[] = [
  'help-manage',
  'help-new-session',
  'help-broadcast',
  'help-reminders',
  'help-material',
  'help-solutions',
  'help-reports',
  'help-questions',
]
const COORDINATOR_HELP: readonly PlainSentence[] = ['help-trainers', 'help-invite']

/** `abilities`: whether answers are written by a model, and how long a voice message may be that is heard; `null`: none is. */
export function helpMessage(
  chatId: number,
  locale: Locale,
  role: Role,
  abilities: { writes: boolean; hearsMinutes: number | null },
): Outgoing {
  const say = texts(locale)
  return {
    chatId,
    content: [
      heading(say('help-title'), 4),
      list([
        say('help-ask'),
        say('help-footnotes'),
        ...(abilities.writes ? [say('help-written')] : []),
        abilities.hearsMinutes === null
          ? `${say('help-text-only')} ${say('help-limits')}`
          : `${say('help-hearing', { minutes: abilities.hearsMinutes })} ${say('help-limits')}`,
      ]),
      paragraph(bold(say('help-commands'))),
      list([
        ...(role === 'member' ? [] : STAFF_HELP.map((line) => tappable(say(line)))),
        ...(role === 'coordinator' ? COORDINATOR_HELP.map((line) => tappable(say(line))) : []),
        ...HELP.map((line) => tappable(say(line))),
      ]),
    ],
  }
}

/** Whom people can turn to who want to talk to a human. */
export function contactsMessage(chatId: number, locale: Locale): Outgoing {
  const say = texts(locale)
  return {
    chatId,
    content: [
      heading(say('contacts-title'), 4),
      list([say('contacts-method'), tappable(say('sessions-whom')), say('in-danger')]),
    ],
  }
}
