import type { Beside, Note } from '../beside.ts'

/** How the endings of the same words differ: in Serbian they say who does what to whom. */
export function measureEndings({ claim, first }: Beside, note: Note): void {
  const changes = new Map<string, number>()
  let same = 0
  let changed = 0
  let back = 0
  for (const token of claim.tokens) {
    const place = first.places[token.at]!
    const other = first.sentence.reading.tokens[place]
    if (other === undefined || token.folded.slice(0, STEM) !== other.folded.slice(0, STEM)) continue
    if (token.form === other.form) {
      same++
      continue
    }
    changed++
    const [before, after] = [endingOf(other.form), endingOf(token.form)]
    if (before !== after) back += Number(changes.has(`${after} → ${before}`))
    const change = `${before} → ${after}`
    changes.set(change, (changes.get(change) ?? 0) + 1)
  }
  for (const [change, count] of changes) note(`ending ${change}`, Math.min(2, count))
  note('endings exchanged', Math.min(2, back))
  note('endings changed', changed / Math.max(1, same + changed))
}

/** Letters by which two forms are of one word. */
const STEM = 4

/** What an ending says: «а», «е», «и» and «у» several things, a consonant the subject or an object that does not live; others neither. */
function endingOf(form: string): string {
  if (/(?:om|em|ima|ama|ih|oj|og|eg|im)$/.test(form)) return 'oblique'
  const last = form.at(-1)!
  return /[aeiou]/.test(last) ? last : 'consonant'
}
