import { existsSync, readFileSync, statSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One measured figure. Ratios are figure : baseline, whatever is better. */
export type Row = {
  name: string
  figure: number
  unit: 'ms' | 's' | 'MB' | '/s' | 'nDCG' | 'of 100' | 'times' | 'people' | 'calls' | 'tables' | 'rows' | 'kB'
  target?: { atMost: number } | { atLeast: number }
  /** What others reach on the same work in the same run. */
  baselines?: { name: string; figure: number }[]
}

export type Part = { name: string; title: string; rows: Row[]; notes: string[] }

export type Machine = { cpu: string; cores: number; memoryGb: number; node: string; date: string; commit: string }

export function thisMachine(): Machine {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() || 'unknown CPU',
    cores: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    date: Temporal.Now.plainDateISO().toString(),
    commit: readCommit(),
  }
}

export function describeMachine({ cpu, cores, memoryGb, node, date, commit }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB memory, Node ${node}, ${date}, commit ${commit}`
}

/** The commit checked out, from git's own files, since a production machine may have no git; «unknown» without them. */
function readCommit(): string {
  try {
    const folder = gitFolder()
    const head = readFileSync(join(folder, 'HEAD'), 'utf8').trim()
    if (!head.startsWith('ref: ')) return head.slice(0, 7)
    return commitOfBranch(head.slice('ref: '.length), sharedFolder(folder)).slice(0, 7)
  } catch {
    return 'unknown'
  }
}

/** `.git`, or what it names in a work tree of its own. */
function gitFolder(): string {
  const path = fileURLToPath(new URL('../.git', import.meta.url))
  return statSync(path).isDirectory() ? path : readFileSync(path, 'utf8').slice('gitdir: '.length).trim()
}

/** Where branches are, which all work trees share. */
function sharedFolder(folder: string): string {
  const file = join(folder, 'commondir')
  return existsSync(file) ? join(folder, readFileSync(file, 'utf8').trim()) : folder
}

function commitOfBranch(branch: string, folder: string): string {
  try {
    return readFileSync(join(folder, branch), 'utf8').trim()
  } catch {
    const packed = readFileSync(join(folder, 'packed-refs'), 'utf8').split('\n')
    return packed.find((line) => line.endsWith(` ${branch}`)) ?? 'unknown'
  }
}

/** `null`: the row has no target. */
function meetsTarget({ figure, target }: Row): boolean | null {
  if (!target) return null
  return 'atMost' in target ? figure <= target.atMost : figure >= target.atLeast
}

/** Of a table of figures, in the order of the cells of `linesOf`. */
export const COLUMNS = ['', 'figure', 'target', 'baseline', 'ratio', '']

/** A part as a table; a figure with several baselines takes a line for each. */
export function describePart({ title, rows, notes }: Part): string {
  const lines = [COLUMNS, ...rows.flatMap(linesOf)]
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const table = lines.map((line) =>
    line
      .map((cell, column) => (isNumeric(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  )
  return [title, ...table.map((line) => `  ${line}`), ...notes.map((note) => `  · ${note}`)].join('\n')
}

function isNumeric(column: number): boolean {
  return COLUMNS[column] === 'figure' || COLUMNS[column] === 'ratio'
}

/** The cells of a row: one line, and another for each further baseline. */
export function linesOf(row: Row): string[][] {
  const { name, figure, unit, baselines = [] } = row
  const met = meetsTarget(row)
  const own = [name, shown(figure, unit), shownTarget(row)]
  const mark = met === null ? '' : met ? '✓' : '✗'
  const [first, ...others] = baselines.map((baseline) => [
    `${shown(baseline.figure, unit)} ${baseline.name}`,
    baseline.figure > 0 ? `${round(figure / baseline.figure)}×` : '',
  ])
  return [[...own, ...(first ?? ['', '']), mark], ...others.map((other) => ['', '', '', ...other, ''])]
}

function shownTarget({ target, unit }: Row): string {
  if (!target) return ''
  return 'atMost' in target ? `≤ ${shown(target.atMost, unit)}` : `≥ ${shown(target.atLeast, unit)}`
}

function shown(figure: number, unit: Row['unit']): string {
  return unit === 'nDCG' ? round(figure).toFixed(1) : `${round(figure)} ${unit}`
}

/** Three figures that count, or all before the point. */
function round(value: number): number {
  if (Math.abs(value) >= 100) return Math.round(value)
  return Number(value.toPrecision(3))
}

/** A part as `--json` gives it. */
export function partAsJson({ name, title, rows, notes }: Part) {
  const figures = rows.map((row) => ({
    name: row.name,
    figure: round4(row.figure),
    unit: row.unit,
    target: row.target ?? null,
    met: meetsTarget(row),
    baselines: (row.baselines ?? []).map((baseline) => ({
      name: baseline.name,
      figure: round4(baseline.figure),
      ratio: baseline.figure > 0 ? round4(row.figure / baseline.figure) : null,
    })),
  }))
  return { name, title, figures, notes }
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** What is being measured now, for whoever waits; tables go to standard output, this does not. */
export function progress(what: string): void {
  console.error(`… ${what}`)
}
