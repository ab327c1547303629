import type { Api } from 'grammy'
import type { LanguageCode } from 'grammy/types'
import type { Locale } from '../language/locale.ts'
import type { Say } from './message/texts.ts'

/** A command of some feature; its description is that feature's sentence `command-<name>`. */
export type Command = { name: string; say: (locale: Locale) => Say }

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
  about: (locale: Locale) => Say,
): Promise<void> {
  for (const [language, locale] of MENUS) {
    const tag = language === undefined ? {} : { language_code: language }
    await api.setMyCommands(
      commands.map(({ name, say }) => ({ command: name, description: say(locale)(`command-${name}`) })),
      tag,
    )
    await api.setMyDescription(about(locale)('bot-description'), tag)
    await api.setMyShortDescription(about(locale)('bot-short-description'), tag)
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
    commands.map(({ name, say }) => ({ command: name, description: say(locale)(`command-${name}`) })),
    { scope: { type: 'chat', chat_id: chatId } },
  )
}
