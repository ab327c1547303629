import type { Usage } from '../../platform/model/writing-failure.ts'

/** What the provider asks, in the money of the budgets. */
export type Prices = { inputPerMillion: number; outputPerMillion: number; hearingPerMinute: number }
export type Spent = { tokens: number; cost: number }
/** The most of a day: for everybody together, and for one chat. */
export type Budgets = { day: Spent; person: Spent }

/** What calls used, and what that costs. */
export type Spending = Usage & { cost: number }

export const FREE: Spending = { input: 0, output: 0, cost: 0 }

export function addSpent(a: Spending, b: Spending): Spending {
  return { input: a.input + b.input, output: a.output + b.output, cost: a.cost + b.cost }
}

export function costOf({ input, output }: Usage, prices: Prices): number {
  return (input * prices.inputPerMillion + output * prices.outputPerMillion) / 1_000_000
}

export function spentOn(usage: Usage, prices: Prices): Spent {
  return { tokens: usage.input + usage.output, cost: costOf(usage, prices) }
}

/** Whether another call may be paid. What a call costs is known after it, so the last one may go a little over. */
export function mayPay(spent: { day: Spent; person: Spent }, budgets: Budgets): boolean {
  return isWithin(spent.day, budgets.day) && isWithin(spent.person, budgets.person)
}

function isWithin(spent: Spent, budget: Spent): boolean {
  return spent.tokens < budget.tokens && spent.cost < budget.cost
}

export function hearingCost(seconds: number, prices: Prices): number {
  return (seconds / 60) * prices.hearingPerMinute
}
