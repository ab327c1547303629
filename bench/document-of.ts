import { COLUMNS, describeMachine, linesOf, type Machine, type Part } from './report.ts'

/** A run of the bench: where, and what was measured. */
export type Run = { machine: Machine; server: string; parts: readonly Part[] }

/**
 * docs/benchmarks.md with what a run measured; sections of parts that it did not measure, and those that
 * are written by hand, stay as they are in `before`.
 * `order` has the names of all parts.
 */
export function documentOf(run: Run, order: readonly string[], before: string): string {
  const sections = sectionsIn(before)
  for (const part of run.parts) sections.set(part.name, section(part, run))
  return `${[
    '# Benchmarks',
    'Written by `npm run bench -- --full --write`, a part alone with `--only`, and by `npm run chaos -- --write`; nothing here is changed by hand but for what a section says of itself.',
    'Every figure stands beside its target (✓ reached, ✗ not) and beside what simpler means reach on the same work in the same run; ' +
      'ratios are figure : baseline, whatever is better.',
    ...order.flatMap((name) => sections.get(name) ?? []),
    ...[...sections].flatMap(([name, own]) => (order.includes(name) ? [] : own)),
  ].join('\n\n')}\n`
}

/** The sections of a document, by the name of their part, which stands before each as a comment. */
function sectionsIn(document: string): Map<string, string> {
  const found = document.matchAll(/<!-- (?<name>[\w-]+) -->\n## [\s\S]*?(?=\n<!-- [\w-]+ -->\n|$)/g)
  return new Map([...found].map((section) => [section.groups!.name!, section[0].trimEnd()]))
}

function section({ name, title, rows, notes }: Part, { machine, server }: Run): string {
  const lines = rows.flatMap(linesOf).map((cells) => `| ${cells.join(' | ')} |`)
  const table = lines.length > 0 ? [[`| ${COLUMNS.join(' | ')} |`, '|-|-:|-:|-|-:|-|', ...lines].join('\n')] : []
  const measured = `Measured on ${describeMachine(machine)}; ${server}.`
  const list = notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []
  return [`<!-- ${name} -->\n## ${title}`, measured, ...table, ...list].join('\n\n')
}
