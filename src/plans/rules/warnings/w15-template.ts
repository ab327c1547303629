import { type Check, fault, named } from '../finding.ts'

/** Wording of the model left in: «Општине/Града», blanks, placeholders, messages of the word processor. */
export const W15: Check = {
  code: 'W15',
  level: 'warning',
  fact: 'F303',
  repair: 'repair-w15',
  find: (plan) =>
    [...plan.prose, ...plan.lines].flatMap(({ value, place }) => {
      const left = leftIn(value)
      return left === null ? [] : [fault({ ...place, quote: value }, 'why-w15', { left: named(left) })]
    }),
}

const LEFT = [
  /(?<!\p{L})(?:Општин|Opštin|Opstin)\p{L}{1,3}\s?\/\s?(?:Град|Grad)\p{L}{0,3}|(?<!\p{L})(?:Град|Grad)\p{L}{0,3}\s?\/\s?(?:Општин|Opštin|Opstin)\p{L}{1,3}/iu,
  /\[[^\]]{0,80}(?:допун|унет|унес|упис|назив|навест|dopun|unet|unes|upis|naziv|navest|insert)[^\]]{0,80}\]|\[(?:\s|\.|…|_|x|х){0,20}\]/iu,
  /<(?:назив|унет|унес|упис|датум|naziv|unet|unes|upis|datum)[^>]{0,60}>/iu,
  /(?<![\p{L}\p{N}])(?:XX+|ХХ+|xxx+|ххх+|TBD|TODO|lorem ipsum|20(?:XX|хх|ХХ|__))(?![\p{L}\p{N}])/u,
  /(?:Error|Грешка|Greška)! (?:Bookmark|Reference|Обележивач|Obeleživač|Није пронађен|Nije pronađen)[^.]{0,40}/iu,
]
const BLANK = /_{3,}|\.{6,}|…{2,}/
/** A line to sign on, which stays empty until it is signed. */
const SIGNATURE = /^[\s_.…]*$|потпис|potpis|м\.\s?п\.|m\.\s?p\.|председни[кц]|predsedni[kc]|градоначелни|gradonačelni/iu

/** What is left of a model in a text, or null. */
function leftIn(text: string): string | null {
  for (const pattern of LEFT) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return found
  }
  const blank = BLANK.exec(text)
  if (blank === null || SIGNATURE.test(text) || isLeader(text)) return null
  return text.slice(Math.max(0, blank.index - 30), blank.index + 8).trim()
}

/** A line of a table of contents: dots behind a heading, to its page or to the end of the line; behind a colon they are to be filled in. */
function isLeader(text: string): boolean {
  return /[^:\s.…_]\s*[.…]{3,}\s*\d{0,3}\s*$/.test(text)
}
