import type { Api } from 'grammy'
import type { BotCommand, LanguageCode } from 'grammy/types'
import type { Locale } from '../language/locale.ts'
import type { Log } from '../platform/log.ts'

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

export type Menus = {
  /** Sets what is not set yet, in each language by itself. Resolves to how much is still missing; never rejects. */
  publish(): Promise<number>
}

/**
 * The command menus and the bot's descriptions in every language. Telegram takes few such calls at a time, and refuses one language
 * while it takes another: what it refused is set by a later `publish`.
 */
export function createMenus(
  api: Api,
  commands: readonly Command[],
  about: (locale: Locale) => About,
  log: Pick<Log, 'warn'>,
): Menus {
  let missing = MENUS.flatMap(([language, locale]) => callsFor(api, commands, about, { language, locale }))
  return {
    publish: async () => {
      const failed: typeof missing = []
      let reason: unknown
      for (const call of missing) {
        try {
          await call()
        } catch (error) {
          failed.push(call)
          reason = error
        }
      }
      missing = failed
      if (failed.length > 0)
        log.warn(
          { err: reason, missing: failed.length },
          'some menus and descriptions were not set; they are tried again',
        )
      return failed.length
    },
  }
}

function callsFor(
  api: Api,
  commands: readonly Command[],
  about: (locale: Locale) => About,
  { language, locale }: { language: LanguageCode | undefined; locale: Locale },
): (() => Promise<unknown>)[] {
  const tag = language === undefined ? {} : { language_code: language }
  const { description, shortDescription } = about(locale)
  return [
    () => api.setMyCommands(menuIn(commands, locale), tag),
    () => api.setMyDescription(description, tag),
    () => api.setMyShortDescription(shortDescription, tag),
  ]
}

function menuIn(commands: readonly Command[], locale: Locale): BotCommand[] {
  return commands.map(({ name, describe }) => ({ command: name, description: describe(locale) }))
}

/** What opens our pages from the field where people write; `null` where there are no pages. */
export type MenuButton = { label: string; url: string } | null

/** Shows staff their own menu in their own chat, and the button that opens our pages; everyone else's stay as they are. */
export async function publishStaffMenu(
  api: Api,
  chatId: number,
  commands: readonly Command[],
  shown: { locale: Locale; button: MenuButton },
): Promise<void> {
  const { locale, button } = shown
  await api.setMyCommands(menuIn(commands, locale), { scope: { type: 'chat', chat_id: chatId } })
  await api.setChatMenuButton({
    chat_id: chatId,
    menu_button: button
      ? { type: 'web_app', text: button.label, web_app: { url: button.url } }
      : // There may have been pages before.
        { type: 'default' },
  })
}

/** The menu of staff goes from a chat. Their role decides what they may do, so it does not matter if Telegram is late or refuses. */
export function withdrawStaffMenu(api: Api, chatId: number): void {
  const ignore = () => {}
  void api.deleteMyCommands({ scope: { type: 'chat', chat_id: chatId } }).catch(ignore)
  void api.setChatMenuButton({ chat_id: chatId, menu_button: { type: 'default' } }).catch(ignore)
}
