import type { InlineKeyboardButton } from 'grammy/types'
import { bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import type { Plain } from '../../bot/message/texts.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { PLAN_LINK } from '../chat/overview-handlers.ts'
import { nameOfPlace, nextDeadlineBlocks, periodOfPlan } from '../chat/overview-texts.ts'
import { say } from '../chat/say.ts'
import type { Texts } from '../chat/texts.types.ts'
import type { Draft } from '../draft/draft.ts'
import type { KeptPlan } from '../keeping/plan-store.ts'
import { progressOf } from '../steps/progress.ts'
import { STEPS } from '../steps/steps.ts'
import { HIDE_PLAN, SHOW_AGAIN, TAKE_STEP } from './buttons.ts'

/** Free steps that are offered in a group. */
const MOST_OFFERED = 3

type Shown = {
  plan: KeptPlan
  draft: Draft
  /** Who takes care of a step, by name. */
  taken: ReadonlyMap<number, string>
  today: Temporal.PlainDate
}

/** How far a plan is, as a group sees it: no entries, only steps, deadlines and who takes care of what. */
export function stateMessage({ chatId, locale }: To, { plan, draft, taken, today }: Shown, username: string): Outgoing {
  const t = say(locale)
  const { states, done, next } = progressOf(draft)
  const open = STEPS.filter((_, at) => states[at] !== 'done')
  const free = plan.state === 'draft' ? open.filter(({ number }) => !taken.has(number)).slice(0, MOST_OFFERED) : []
  const cared = STEPS.filter(({ number }) => taken.has(number)).map((step) =>
    t('group-step-taken', { number: step.number, step: t(step.title), name: taken.get(step.number)! }),
  )
  return {
    chatId,
    content: [
      heading(t('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) }), 4),
      paragraph(t('group-progress', { done })),
      ...(plan.state === 'adopted'
        ? [paragraph(t('plan-adopted'))]
        : [
            paragraph(bold(next ? t('plan-next', { number: next.number, step: t(next.title) }) : t('plan-all-done'))),
            ...nextDeadlineBlocks(locale, plan, today),
          ]),
      ...(cared.length > 0 ? [list(cared.map((line) => [line]))] : []),
      footer(t('group-private-entries')),
    ],
    buttons: [
      ...free.map((step) => [
        TAKE_STEP.labelled(t('button-take-step', { number: step.number, step: t(step.title) }), plan.id, step.number),
      ]),
      [SHOW_AGAIN.labelled(t('button-again'), plan.id), HIDE_PLAN.labelled(t('button-hide'), plan.id)],
      [privately(t('button-write-privately'), username)],
    ],
  }
}

/** A line of ours in a group, with the way to our private chat. */
export function groupLine({ chatId, locale }: To, id: Plain<Texts>, username: string): Outgoing {
  const t = say(locale)
  return { chatId, content: [paragraph(t(id))], buttons: [[privately(t('button-write-privately'), username)]] }
}

function privately(text: string, username: string): InlineKeyboardButton {
  return { text, url: `https://t.me/${username}?start=${PLAN_LINK}` }
}
