import { queue } from '../../bot/send/outbox.ts'
import { EXPORTS, type ExportKind } from '../../plans/chat/buttons.ts'
import { planFile } from '../../plans/chat/files.ts'
import { once } from '../once.ts'
import type { Page, Visit } from '../page.ts'
import { planView } from './plan.ts'
import { seeing } from './reach.ts'
import { say } from './texts.ts'

/** Sends the plan as a file into the chat, where every client can open and keep it. */
export const planSend: Page = {
  method: 'POST',
  path: '/plans/:id{[0-9]+}/files',
  who: 'everyone',
  show: (visit, [planId]) =>
    seeing(visit, planId!, async (access) => {
      const kind = EXPORTS.find((one) => one === visit.form.get('kind'))
      const sent = kind && (await once(visit, () => send(visit, access.plan, kind)))
      return planView(visit, access, null, { note: say(visit.locale)(sent ? 'sent' : 'done-before') })
    }),
}

async function send({ db, form, locale, person, now }: Visit, plan: Parameters<typeof planFile>[2], kind: ExportKind) {
  const message = await planFile(db, { chatId: person.telegramId, locale }, plan, kind, now)
  await queue(db, message, { key: `plan-file:${person.id}:${form.get('once')}`, lane: 'reply', now })
  return true
}
