/** Whether each day, in order, is the one after that before it. */
export function areInARow(days: readonly Temporal.PlainDate[]): boolean {
  return days.every((day, i) => i === 0 || day.equals(days[i - 1]!.add({ days: 1 })))
}
