import { mendLookAlikes, toLatin } from '../../language/script.ts'

/**
 * The floor under the classifier: cries that are an alarm whatever else is said. As written, before č is folded away («tuče» is no
 * «tuca»); in bare Latin only what can be nothing else. Not for growing: what people say in other words, training teaches.
 */
const CRIES =
  /(^|[^\p{L}])(upomoć|upomoc|samoubistv(o|a|u|om)|ubi(ću|cu) se|tu(če|ku) (me|nas|je|ga|ih)|siluj\p{L}*|silov(ao|ali|an\p{L}*) (me|je|su)|zaklaće|zaklace)(?=$|[^\p{L}])/iu

export function criesForHelp(text: string): boolean {
  return CRIES.test(toLatin(mendLookAlikes(text.normalize('NFC'))))
}
