import { say as sayPlan } from '../../plans/chat/say.ts'
import { acceptedIn } from '../../plans/keeping/accepted-store.ts'
import { type Access, accessTo, draftOf, writingIn } from '../../plans/keeping/access.ts'
import { reviewOf } from '../../plans/keeping/review.ts'
import { dayAt } from '../../platform/clock.ts'
import type { View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say } from './texts.ts'

/** A plan as it stands, with what the checks say of it. */
export async function reviewed({ db, now }: Visit, { plan }: Access) {
  const draft = await draftOf(db, plan)
  return { draft, review: reviewOf(draft, dayAt(now), await acceptedIn(db, plan.id)) }
}

/** What those see who may see the plan. To others there is none. */
export async function seeing(visit: Visit, planId: number, show: (access: Access) => Promise<View>): Promise<View> {
  const access = await accessTo(visit.db, visit.person, planId)
  return access ? show(access) : noPage(visit.locale)
}

/** What those do who write in the plan, while it is being made; others are told that they do not. */
export async function writing(visit: Visit, planId: number, work: (access: Access) => Promise<View>): Promise<View> {
  const access = await writingIn(visit.db, visit.person, planId)
  if (access) return work(access)
  return seeing(visit, planId, async () =>
    inRoom(visit, 'plans', {
      title: say(visit.locale)('title'),
      back: { at: `/plans/${planId}`, name: say(visit.locale)('title') },
      status: 422,
      body: noteOf(sayPlan(visit.locale)('plan-closed'), 'fault'),
    }),
  )
}
