import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

const GREETINGS = new Set(
  'zdravo cao ciao bok pozdrav pozdravi dobar dobro dobra dan jutro vece vecer hello hi hey greetings good morning evening'.split(
    ' ',
  ),
)
const THANKS = new Set('hvala zahvaljujem fala thanks thank thx super odlicno bravo sjajno great perfect'.split(' '))
const WHO =
  /^(a )?(ko|sta) (si|ste|je) (ti|vi|ovo)$|^ko te je (napravio|pravio)$|^(who|what) are you$|^sta (umes|umete|znas|znate|mozes|mozete)( sve)?( da radis| da radite)?$/

/** What a message is that only greets, thanks or asks who we are; `null` for anything with a subject of its own. */
export function courtesyOf(text: string): 'greeting' | 'thanks' | 'who' | null {
  const words = foldedWords(text)
  if (words.length === 0 || words.length > 6) return null
  if (WHO.test(words.join(' '))) return 'who'
  const only = (kind: ReadonlySet<string>) =>
    words.some((word) => kind.has(word)) && words.every((word) => kind.has(word) || isFunctionWord(word))
  if (only(THANKS)) return 'thanks'
  return only(GREETINGS) ? 'greeting' : null
}
