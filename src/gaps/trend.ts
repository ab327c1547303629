type Trend = 'new' | 'growing' | 'shrinking' | 'steady'

/** What is compared with what was before it. */
export const PERIOD_DAYS = 14

/** How many questions of a group were sent at all, in the period that ends now, and in the one before it. */
export type SentCounts = { questions: number; lately: number; before: number }

/** Where a group of questions is going: new while all are of this period, else by more or fewer than in the one before. */
export function trendOf({ questions, lately, before }: SentCounts): Trend {
  if (lately === questions) return 'new'
  if (lately === before) return 'steady'
  return lately > before ? 'growing' : 'shrinking'
}
