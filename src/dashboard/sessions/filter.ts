import { foldedWords } from '../../language/fold.ts'
import { holdsPlace, isActive, isInLine, type SignUp } from '../../sessions/line/sign-up.ts'
import type { Entry } from '../../sessions/staff/reads.ts'

/** Where people stand, as the page shows them. */
export const STANDINGS = ['requested', 'place', 'line', 'out'] as const
export type Standing = (typeof STANDINGS)[number]

export function standingOf(signUp: SignUp): Standing {
  if (signUp.status === 'requested') return 'requested'
  if (holdsPlace(signUp)) return 'place'
  if (isInLine(signUp)) return 'line'
  return isActive(signUp) ? 'line' : 'out'
}

/** What somebody looks for: words that names or municipalities begin with, in any script; and where people stand. */
export type Wanted = { words: string; standing: Standing | null }

export function wantedIn(query: URLSearchParams): Wanted {
  const standing = STANDINGS.find((one) => one === query.get('show')) ?? null
  return { words: query.get('q') ?? '', standing }
}

/** Those of a session that are looked for. `places`: what a municipality is called. */
export function filtered(entries: readonly Entry[], wanted: Wanted, places: (code: string) => string): Entry[] {
  const words = foldedWords(wanted.words)
  return entries.filter(({ signUp, name }) => {
    if (wanted.standing !== null && standingOf(signUp) !== wanted.standing) return false
    const there = foldedWords(`${name ?? ''} ${places(signUp.municipality)}`)
    return words.every((word) => there.some((one) => one.startsWith(word)))
  })
}
