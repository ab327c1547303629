type Trend = 'new' | 'growing' | 'shrinking' | 'steady'

/** What is compared with what was before it. */
const PERIOD_DAYS = 14

/** Where a group of questions is going, by when they were sent: new while all are of this period, else by more or fewer than in the one before. */
export function trendOf(sentAt: readonly Temporal.Instant[], now: Temporal.Instant): Trend {
  const ages = sentAt.map((at) => at.until(now).total('hours') / 24)
  const lately = ages.filter((age) => age < PERIOD_DAYS).length
  const before = ages.filter((age) => age >= PERIOD_DAYS && age < 2 * PERIOD_DAYS).length
  if (lately === ages.length) return 'new'
  if (lately === before) return 'steady'
  return lately > before ? 'growing' : 'shrinking'
}
