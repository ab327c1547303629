import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

const ASKING =
  'ko|koga|kome|šta|sta|kako|koliko|kolika|koliki|kolike|kada|kad|gde|zašto|zasto|koji|koja|koje|čime|cime|who|what|how|when|where|why|which' +
  '|ко|кога|коме|шта|како|колико|колика|колики|колике|када|кад|где|зашто|који|која|које|чиме'
/** «… и колико …», «…, а ко …», «… and who …», between single spaces. */
const JOINT = new RegExp(`(?:, ?| )(?:i|a|и|а|and) (?=(?:${ASKING})(?![\\p{L}]))`, 'iu')
const MOST_PARTS = 3

/** The separate questions in a message, at least one: each has words of its own, so that it can be searched by itself. */
export function partsOf(question: string): string[] {
  const pieces = question
    .split('\n')
    .flatMap((line) => line.replace(/\s+/g, ' ').split(/(?<=\?) /u))
    .flatMap((sentence) => sentence.split(JOINT))
  const parts = pieces.map((piece) => piece.trim()).filter(Boolean)
  return parts.length > 1 && parts.length <= MOST_PARTS && parts.every(hasSubject) ? parts : [question]
}

function hasSubject(part: string): boolean {
  return foldedWords(part).some((word) => !isFunctionWord(word))
}
