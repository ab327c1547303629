import { COLUMNS, describeMachine, linesOf, type Machine, type Part } from './report.ts'

/** What the parts of a run measured, as docs/benchmarks.md. */
export function documentOf(run: {
  machine: Machine
  server: string | null
  full: boolean
  parts: readonly Part[]
}): string {
  const { machine, server, full, parts } = run
  return `${[
    '# Benchmarks',
    `Written by \`npm run bench -- --write${full ? ' --full' : ''}\`; nothing here is changed by hand.`,
    `Machine: ${describeMachine(machine)}. Database server: ${server ?? 'none, so its parts were not measured'}.`,
    'Every figure stands beside its target (✓ reached, ✗ not) and beside what simpler means reach on the same work in the same run; ' +
      'ratios are figure : baseline, whatever is better.',
    ...parts.map(section),
  ].join('\n\n')}\n`
}

function section({ title, rows, notes }: Part): string {
  const lines = rows.flatMap(linesOf).map((cells) => `| ${cells.join(' | ')} |`)
  const table = lines.length > 0 ? [[`| ${COLUMNS.join(' | ')} |`, '|-|-:|-:|-|-:|-|', ...lines].join('\n')] : []
  return [`## ${title}`, ...table, ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : [])].join(
    '\n\n',
  )
}
