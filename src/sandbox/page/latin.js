// @ts-check
// Serbian Cyrillic → Latin. Exact in this direction; the way back is not (надживети, инјекција),
// which is why the page's texts are written in Cyrillic.

const pairs = 'аaбbвvгgдdђđеeжžзzиiјjкkлlмmнnоoпpрrсsтtћćуuфfхhцcчčшš'
const digraphs = /** @type {const} */ ({ љ: 'lj', њ: 'nj', џ: 'dž' })

/** @type {Map<string, string>} */
const letters = new Map(Object.entries(digraphs))
for (let i = 0; i < pairs.length; i += 2) letters.set(pairs.charAt(i), pairs.charAt(i + 1))

/** @param {string | undefined} char */
const isUpper = (char) => char !== undefined && char !== char.toLowerCase()
/** @param {string | undefined} char */
const isLetter = (char) => char !== undefined && char.toLowerCase() !== char.toUpperCase()

/**
 * A capital digraph is «Lj» in a word with small letters and «LJ» in a word of capitals. The next letter decides;
 * at the end of a word, the one before («КОЊ» → KONJ). A capital that stands alone is read as a title: Њ → Nj.
 * @param {string} text
 */
export function toLatin(text) {
  let latin = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    const small = letters.get(char.toLowerCase())
    if (small === undefined) latin += char
    else if (!isUpper(char)) latin += small
    else if (small.length === 1) latin += small.toUpperCase()
    else {
      const neighbour = isLetter(text[i + 1]) ? text[i + 1] : text[i - 1]
      latin += isUpper(neighbour) ? small.toUpperCase() : small.charAt(0).toUpperCase() + small.slice(1)
    }
  }
  return latin
}
