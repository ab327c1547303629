import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import type { Locale } from '../language/locale.ts'

/** A command of some feature, as a menu shows it. */
export type Command = { name: string; describe: (locale: Locale) => string }

/** What Telegram shows of the bot before anybody has written to it. */
export type About = { description: string; shortDescription: string }

/** Languages of Telegram that get a menu of their own; everyone else the one without a language. */
const MENUS: readonly (readonly [LanguageCode | undefined, Locale])[] = [
  [undefined, 'sr-Cyrl'],
  ['sr', 'sr-Cyrl'],
  ['hr', 'sr-Latn'],
  ['bs', 'sr-Latn'],
  ['en', 'en'],
]

/** Sets the command menus and the bot's descriptions in every language. Safe to repeat at each start. */
export async function publishMenus(
  api: Api,
  commands: readonly Command[],
  about: (locale: Locale) => About,
): Promise<void> {
  for (const [language, locale] of MENUS) {
    const tag = language === undefined ? {} : { language_code: language }
    await api.setMyCommands(
      commands.map(({ name, describe }) => ({ command: name, description: describe(locale) })),
      tag,
    )
    const { description, shortDescription } = about(locale)
    await api.setMyDescription(description, tag)
    await api.setMyShortDescription(shortDescription, tag)
  }
}

/** Shows staff the commands that only they have, in their own chat; everyone else's menu stays as it is. */
export async function publishStaffMenu(
  api: Api,
  chatId: number,
  commands: readonly Command[],
  locale: Locale,
): Promise<void> {
  await api.setMyCommands(
    commands.map(({ name, describe }) => ({ command: name, description: describe(locale) })),
    { scope: { type: 'chat', chat_id: chatId } },
  )
}
