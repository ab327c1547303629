import { paragraph } from '../../bot/message/rich.ts'
import { type Keyed, queueAll } from '../../bot/send/outbox.ts'
import { onDayFor } from '../../language/dates/write.ts'
import { byDay, isQuiet } from '../../people/notices/rules.ts'
import { localeOf } from '../../people/rules.ts'
import { peopleOfMunicipalities, reachablePeople } from '../../people/store.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { type Deadline, dueNotices } from '../keeping/deadlines.ts'
import { membersOf } from '../keeping/member-store.ts'
import { claimNotice, type KeptPlan, plansWithWish } from '../keeping/plan-store.ts'
import { OPEN } from './buttons.ts'
import { deadlineName, nameOfPlace } from './overview-texts.ts'
import { say } from './say.ts'

/** Reminds those who write in a plan of its deadlines, once each, a few days before; never at night. */
export async function remindOfDeadlines(
  { database, queued }: { database: Database; queued: () => void },
  now: Temporal.Instant,
): Promise<void> {
  if (isQuiet(now)) return
  const today = dayAt(now)
  const due = (await plansWithWish(database.pool)).flatMap((plan) =>
    dueNotices(plan.wishedOn!, today).map((deadline) => ({ plan, deadline })),
  )
  let added = 0
  for (const { plan, deadline } of due) added += await database.transaction((db) => remind(db, plan, deadline, now))
  if (added > 0) queued()
}

async function remind(db: Db, plan: KeptPlan, { name, dueOn }: Deadline, now: Temporal.Instant): Promise<number> {
  if (!(await claimNotice(db, { planId: plan.id, deadline: name, dueOn }, now))) return 0
  const here = new Set(await peopleOfMunicipalities(db, [plan.municipalityCode]))
  const members = (await membersOf(db, plan.id)).map(({ personId }) => personId).filter((id) => here.has(id))
  const messages = (await reachablePeople(db, members)).map((person): Keyed => {
    const locale = localeOf(person)
    const t = say(locale)
    const values = {
      place: nameOfPlace(locale, plan),
      deadline: deadlineName(locale, { name }),
      day: onDayFor(locale, dueOn),
    }
    return {
      key: `plan:${plan.id}:${name}:${dueOn}:${person.id}`,
      request: null,
      message: {
        chatId: person.telegramId,
        content: [paragraph(t('deadline-notice', values))],
        buttons: [[OPEN.labelled(t('button-plan'), plan.id)]],
      },
    }
  })
  return queueAll(db, messages, { lane: 'bulk', now, ...byDay(now) })
}
