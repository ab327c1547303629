/** How many rows of each table there are; empty ones are not worth a line. */
export function describeCounts(counts: Readonly<Record<string, number>>): string {
  const full = Object.entries(counts).filter(([, count]) => count > 0)
  const width = Math.max(...full.map(([table]) => table.length))
  return full.map(([table, count]) => `${table.padEnd(width)}  ${count}`).join('\n')
}
