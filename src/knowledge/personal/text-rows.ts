import { detailsIn, sumOf } from './details.ts'
import { isName, isSmallName, nameAtStart, namesPerson } from './names.ts'
import { type Group, type Row, rowOf } from './rows.ts'

/** What follows a name belongs to it within so many characters. */
const REACH = 200
/** Rows longer than this in the mean are prose. */
const PROSE = 120
const LONGEST_NAME = 80
/** Of the names in a list, nearly all begin a line. */
const MOSTLY = 0.8

/** A line in letters and what parts them: «Ана Анић», «, », «064 123 4567»; a father's name in brackets stays inside. */
const RUN = /(?:[\p{L}\p{M}'’]|\.(?=[ \p{L}]|$)|-(?=\p{L})| (?=\p{L})| \(\p{L}{2,20}\)(?= \p{L}))+|[^\p{L}\p{M}'’]+/gu
/** A name has at least two words with a capital letter. */
const MAY_BE_NAME = /\p{Lu}[^ ]* (?:\(?\p{L}{1,20}\)? )?\p{Lu}/u

/** The people whom running text, lists and forms name, each with what stands behind the name up to the next. */
export function textGroup(lines: readonly string[]): Group {
  const { stretches, apart } = stretchesOf(lines)
  const rows = stretches.map(({ text }): Row => rowOf(true, [text]))
  return {
    kind: 'text',
    rows,
    apart: sumOf(apart.map(detailsIn)),
    isByName: stretches.filter(({ atStart }) => atStart).length > stretches.length * MOSTLY,
    saysMore: stretches.reduce((sum, { text }) => sum + text.length, 0) > stretches.length * PROSE,
    isToBeFilled: false,
  }
}

type Stretch = { text: string; atStart: boolean }

function stretchesOf(lines: readonly string[]): { stretches: Stretch[]; apart: string[] } {
  const stretches: Stretch[] = []
  const apart: string[] = []
  for (const line of lines) {
    let before = ''
    let isStart = true
    for (const run of runsOf(line)) {
      const last = stretches.at(-1)
      const isInReach = last !== undefined && last.text.length < REACH
      if (run.kind === 'name' || (run.kind === 'email' && !(isInReach && !last.text.includes('@'))))
        stretches.push({ text: run.text, atStart: isStart })
      else if (isInReach) last.text += run.text.slice(0, REACH)
      else before += run.text
      if (/\p{L}/u.test(run.text)) isStart = false
    }
    const last = stretches.at(-1)
    if (last && last.text.length < REACH) last.text += '\n'
    if (before !== '') apart.push(before)
  }
  return { stretches, apart }
}

type Run = { text: string; kind: 'name' | 'email' | 'other' }

/** E-mails stay whole; in what is between them, letters are told from the rest. An `email` is one that names a person. */
function runsOf(line: string): Run[] {
  const parts = line.includes('@') ? line.split(/([^\s@]{1,64}@[^\s@]{1,100})/) : [line]
  return parts.flatMap((part, i): Run[] => {
    if (i % 2 === 1) return [{ text: part, kind: namesPerson(part) ? 'email' : 'other' }]
    return (part.match(RUN) ?? []).map((text) => ({ text, kind: isNameRun(text) ? 'name' : 'other' }))
  })
}

function isNameRun(run: string): boolean {
  const begin = run.slice(0, LONGEST_NAME).trim()
  if (isSmallName(run)) return true
  return MAY_BE_NAME.test(begin) && (isName(run.trim()) || nameAtStart(begin.split(/\s+/)) > 0)
}
