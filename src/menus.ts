import type { Api, MiddlewareFn } from 'grammy'
import { say as sayAnswers } from './answers/say.ts'
import { type Command, publishStaffMenu } from './bot/commands.ts'
import { say as sayBroadcasts } from './broadcasts/texts.ts'
import { say as sayDashboard } from './dashboard/texts.ts'
import { say as sayGaps } from './gaps/texts.ts'
import { say as sayKnowledge } from './knowledge/texts.ts'
import type { BotContext } from './people/context.ts'
import type { Needed } from './people/roles/as-staff.ts'
import { sayRoles } from './people/roles/texts.ts'
import type { Role } from './people/rules.ts'
import { say as sayPeople } from './people/texts.ts'
import { say as sayMaking } from './plans/chat/say.ts'
import { say as sayPlans } from './plans/say.ts'
import { say as sayQuiz } from './quiz/texts.ts'
import { say as sayReminders } from './reminders/texts.ts'
import { say as sayReports } from './reports/say.ts'
import { say as saySessions } from './sessions/say.ts'
import { say as sayStaff } from './sessions/staff/texts.ts'

/** What each role finds in its menu. */
export function menusOf(): Record<Role, readonly Command[]> {
  const member: Command[] = [
    { name: 'start', describe: (locale) => sayAnswers(locale)('command-start') },
    { name: 'pomoc', describe: (locale) => sayAnswers(locale)('command-pomoc') },
    { name: 'novo', describe: (locale) => sayAnswers(locale)('command-novo') },
    { name: 'obuke', describe: (locale) => saySessions(locale)('command-obuke') },
    { name: 'moje', describe: (locale) => saySessions(locale)('command-moje') },
    { name: 'kontakt', describe: (locale) => sayAnswers(locale)('command-kontakt') },
    { name: 'obrasci', describe: (locale) => sayKnowledge(locale)('command-obrasci') },
    { name: 'kviz', describe: (locale) => sayQuiz(locale)('command-kviz') },
    { name: 'plan', describe: (locale) => sayMaking(locale)('command-plan') },
    { name: 'proveri', describe: (locale) => sayPlans(locale)('command-proveri') },
    { name: 'izvori', describe: (locale) => sayKnowledge(locale)('command-izvori') },
    { name: 'obavestenja', describe: (locale) => sayReminders(locale)('command-obavestenja') },
    { name: 'jezik', describe: (locale) => sayPeople(locale)('command-jezik') },
    { name: 'prikaz', describe: (locale) => sayPeople(locale)('command-prikaz') },
    { name: 'mojipodaci', describe: (locale) => sayPeople(locale)('command-mojipodaci') },
    { name: 'obrisi', describe: (locale) => sayPeople(locale)('command-obrisi') },
    { name: 'otkazi', describe: (locale) => sayPeople(locale)('command-otkazi') },
  ]

  const forTrainers: Command[] = [
    { name: 'upravljanje', describe: (locale) => sayStaff(locale)('command-upravljanje') },
    { name: 'novaobuka', describe: (locale) => sayStaff(locale)('command-novaobuka') },
    { name: 'podsetnici', describe: (locale) => sayReminders(locale)('command-podsetnici') },
    { name: 'poruka', describe: (locale) => sayBroadcasts(locale)('command-poruka') },
    { name: 'materijal', describe: (locale) => sayKnowledge(locale)('command-materijal') },
    { name: 'resenja', describe: (locale) => sayKnowledge(locale)('command-resenja') },
    { name: 'izvestaji', describe: (locale) => sayReports(locale)('command-izvestaji') },
    { name: 'pitanja', describe: (locale) => sayGaps(locale)('command-pitanja') },
  ]
  const forCoordinators: Command[] = [
    { name: 'treneri', describe: (locale) => sayRoles(locale)('command-treneri') },
    { name: 'pozovi', describe: (locale) => sayRoles(locale)('command-pozovi') },
  ]
  // What only they have comes first: it is what they look for.
  const trainer = [...forTrainers, ...member]
  return { member, trainer, coordinator: [...forTrainers, ...forCoordinators, ...member] }
}

/** Gives staff their own menu the first time they write, in the language they are written to. */
export function staffMenu(
  api: Api,
  commands: Record<Needed, readonly Command[]>,
  dashboard: string | null,
): MiddlewareFn<BotContext> {
  const shown = new Map<number, string>()
  return (ctx, next) => {
    const { role } = ctx.person
    const key = `${role} ${ctx.locale}`
    // Whoever becomes staff again gets the menu again.
    if (role === 'member') shown.delete(ctx.turn.chatId)
    else if (shown.get(ctx.turn.chatId) !== key) {
      shown.set(ctx.turn.chatId, key)
      const { locale } = ctx
      const button = dashboard === null ? null : { url: dashboard, label: sayDashboard(locale)('menu-dashboard') }
      void publishStaffMenu(api, ctx.turn.chatId, commands[role], { locale, button }).catch(() =>
        shown.delete(ctx.turn.chatId),
      )
    }
    return next()
  }
}
