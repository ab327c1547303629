import { fold } from '../../language/fold.ts'
import type { StoredChunk } from './store.ts'

/** What stands beside the matter itself: it answers only who asks for it. */
type Aside = 'mistakes' | 'checklist' | 'example' | 'exercise'

/** How a heading, or a paragraph within a passage, begins that is one. Of the 446 shipped passages 103 are, all by these words. */
const OPENINGS: readonly (readonly [Aside, RegExp])[] = [
  ['mistakes', /^(?:najcesce |ceste |ucestale |uobicajene )?greske\b|^(?:common |frequent )?mistakes\b/],
  ['exercise', /^vezba\b|^exercise\b/],
  ['checklist', /^kontrolna lista\b|^ceklista\b|^checklist\b/],
  [
    'example',
    /^(?:primer|primeri|obrazac)\b|^(?:izmisljen|izmisljeni|stvaran) primer|^(?:an? )?(?:made up |invented )?examples?\b/,
  ],
]

const ASKED: Record<Aside, RegExp> = {
  mistakes: /gres[kiea]|pogres|omask|promas|propust|mistake|error|wrong/,
  exercise: /vezb|zadat(?:ak|ka|ci|ke)|simulacij|igr(?:a|u) uloga|exercise|role play/,
  checklist: /kontroln|cekli|proveri|checklist|check\b/,
  example:
    /\bprimer|izmisljen|kako izgleda|uzor|ugled|obraz(?:ac|c)|obrasc|formular|predloz|sablon|example|sample|template|\bforms?\b/,
}

/** What a passage is by its last heading; `null` for the matter itself, and for one whose heading is what somebody asks. */
export function asideOf({ headings }: Pick<StoredChunk, 'headings'>): Aside | null {
  const heading = headings.at(-1) ?? ''
  return heading.endsWith('?') ? null : asideBy(heading)
}

/** What a text is by the words it begins with. */
export function asideBy(text: string): Aside | null {
  const folded = fold(text.slice(0, 80)).replace(/^\d+(?: \d+)* /, '')
  return OPENINGS.find(([, opening]) => opening.test(folded))?.[0] ?? null
}

/** Whether a table says of itself that it is invented. */
export function isInvented({ head }: { head: readonly string[] }): boolean {
  return head.some((cell) => /izmisljen|invented/.test(fold(cell)))
}

/** Whether somebody asks for what stands beside the matter. */
export function asksFor(question: string, aside: Aside): boolean {
  return ASKED[aside].test(fold(question))
}
