import type { Api, Composer, MiddlewareFn } from 'grammy'
import type { AskParts } from './answers/asking.ts'
import { installGroups } from './answers/groups/handlers.ts'
import { askFromButton, installAnswers } from './answers/handlers.ts'
import { say as sayAnswers } from './answers/say.ts'
import { type Command, publishStaffMenu } from './bot/commands.ts'
import type { downloader } from './bot/download.ts'
import { answerButtons, showTyping } from './bot/presses.ts'
import { loadDialogue } from './bot/registry/dialogue-store.ts'
import { createTable, type Table } from './bot/registry/table.ts'
import { installBroadcasts } from './broadcasts/handlers.ts'
import { say as sayBroadcasts } from './broadcasts/texts.ts'
import { PERSONAL_DATA } from './data.ts'
import { installKnowledge } from './knowledge/handlers.ts'
import { installMaterial } from './knowledge/material/handlers.ts'
import { say as sayKnowledge } from './knowledge/texts.ts'
import type { Locale } from './language/locale.ts'
import type { BotContext } from './people/context.ts'
import { identify, installPeople } from './people/handlers.ts'
import { changedMessage, installMyData } from './people/my-data/handlers.ts'
import { installRegistration } from './people/registration/handlers.ts'
import type { Needed } from './people/roles/as-staff.ts'
import { installRoles } from './people/roles/handlers.ts'
import { sayRoles } from './people/roles/texts.ts'
import type { Role } from './people/rules.ts'
import { say as sayPeople } from './people/texts.ts'
import type { Db } from './platform/database/database.ts'
import type { Log } from './platform/log.ts'
import { installReminders } from './reminders/handlers.ts'
import { say as sayReminders } from './reminders/texts.ts'
import { installSessions } from './sessions/participants/handlers.ts'
import { carryOn, installSessionLinks } from './sessions/participants/link-handlers.ts'
import { installSignUps } from './sessions/participants/sign-up-handlers.ts'
import { say as saySessions } from './sessions/session/texts.ts'
import { staffHandlers } from './sessions/staff/handlers.ts'
import { say as sayStaff } from './sessions/staff/texts.ts'
import type { Writing } from './writing.ts'

/** What features are built from. */
type Parts = {
  api: Api
  /** For what is looked up about every update. */
  prepared: Db
  settings: { coordinators: ReadonlySet<number> }
  asking: AskParts
  writing: Writing | undefined
  log: Log
  download: ReturnType<typeof downloader>
}

/**
 * Installs the features in the order in which they look at an update: groups before anybody is identified, whatever waits
 * for words of a dialogue before answers, to which everything else is a question. Returns the commands of members.
 */
export function installFeatures(
  bot: Composer<BotContext>,
  parts: Parts,
): { commands: readonly Command[]; table: Table<BotContext> } {
  const { api, prepared, settings, asking, writing, log, download } = parts
  const { db, clock } = asking
  const menus = menusOf(writing !== undefined)
  const table = createTable<BotContext>([...staffHandlers({ clock })])
  bot.use(answerButtons, showTyping, loadDialogue(prepared))
  installGroups(bot, asking)
  bot.use(identify({ db, prepared, clock, coordinators: settings.coordinators }), staffMenu(api, menus), table.route)
  installPeople(bot, { clock })
  installMyData(bot, { clock, features: PERSONAL_DATA })
  installRegistration(bot, {
    db,
    clock,
    carryOn: (db, ctx, wanted) => carryOn(db, ctx, wanted, clock.now()),
    changed: changedMessage,
  })
  installRoles(bot, { clock })
  installSessions(bot, { clock })
  installSignUps(bot, { clock })
  installSessionLinks(bot, { db, clock })
  installReminders(bot, { clock })
  installBroadcasts(bot, {
    db,
    clock,
    ask: (ctx, question, onceKey) => askFromButton(ctx, asking, question, onceKey),
  })
  installKnowledge(bot, { db })
  installMaterial(bot, { db, clock, log, download })
  const transcriber = writing?.transcriber
  const hearing = transcriber ? { ...writing, transcriber, download, log } : null
  installAnswers(bot, { ...asking, hearing })
  return { commands: menus.member, table }
}

/** What each role finds in its menu. */
function menusOf(writes: boolean): Record<Role, readonly Command[]> {
  const member: Command[] = [
    { name: 'start', describe: (locale) => sayAnswers(locale)('command-start') },
    { name: 'pomoc', describe: (locale) => sayAnswers(locale)('command-pomoc') },
    // Without a model nothing is remembered, so there is nothing to begin anew.
    ...(writes ? [{ name: 'novo', describe: (locale: Locale) => sayAnswers(locale)('command-novo') }] : []),
    { name: 'obuke', describe: (locale) => saySessions(locale)('command-obuke') },
    { name: 'moje', describe: (locale) => saySessions(locale)('command-moje') },
    { name: 'izvori', describe: (locale) => sayKnowledge(locale)('command-izvori') },
    { name: 'obavestenja', describe: (locale) => sayReminders(locale)('command-obavestenja') },
    { name: 'jezik', describe: (locale) => sayPeople(locale)('command-jezik') },
    { name: 'mojipodaci', describe: (locale) => sayPeople(locale)('command-mojipodaci') },
    { name: 'obrisi', describe: (locale) => sayPeople(locale)('command-obrisi') },
    { name: 'otkazi', describe: (locale) => sayPeople(locale)('command-otkazi') },
  ]

  const trainer: Command[] = [
    ...member,
    { name: 'upravljanje', describe: (locale) => sayStaff(locale)('command-upravljanje') },
    { name: 'novaobuka', describe: (locale) => sayStaff(locale)('command-novaobuka') },
    { name: 'podsetnici', describe: (locale) => sayReminders(locale)('command-podsetnici') },
    { name: 'poruka', describe: (locale) => sayBroadcasts(locale)('command-poruka') },
    { name: 'materijal', describe: (locale) => sayKnowledge(locale)('command-materijal') },
  ]
  const coordinator: Command[] = [
    ...trainer,
    { name: 'treneri', describe: (locale) => sayRoles(locale)('command-treneri') },
    { name: 'pozovi', describe: (locale) => sayRoles(locale)('command-pozovi') },
  ]
  return { member, trainer, coordinator }
}

/** Gives staff their own menu the first time they write, in the language they are written to. */
function staffMenu(api: Api, commands: Record<Needed, readonly Command[]>): MiddlewareFn<BotContext> {
  const shown = new Map<number, string>()
  return (ctx, next) => {
    const { role } = ctx.person
    const key = `${role} ${ctx.locale}`
    // Whoever becomes staff again gets the menu again.
    if (role === 'member') shown.delete(ctx.turn.chatId)
    else if (shown.get(ctx.turn.chatId) !== key) {
      shown.set(ctx.turn.chatId, key)
      void publishStaffMenu(api, ctx.turn.chatId, commands[role], ctx.locale).catch(() => shown.delete(ctx.turn.chatId))
    }
    return next()
  }
}
