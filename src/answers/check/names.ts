import { fold } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

const WORD = /\p{L}[\p{L}\p{M}]*/gu
/** After these a capital letter opens a sentence, cell or title, and says nothing of the word. */
const OPENS = /(?:^|[.!?…:;•|][\s"»”“’)]*|[„«“"(]\s?)$/u
const ROMAN = /^[IVX]+$/

/**
 * Names and abbreviations of a sentence: words with a capital letter that open no sentence or title, and words of
 * capitals wherever they stand. In a text `beside` material in another language those are left out that the material has
 * in translation: institutions, and countries in English. A text all in capitals names nothing.
 */
export function namesIn(text: string, beside: 'same language' | 'another language'): string[] {
  if (text === text.toUpperCase()) return []
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) => {
    const abbreviation = word.length > 1 && word === word.toUpperCase() && !ROMAN.test(word)
    const capital = /^\p{Lu}/u.test(word) && word.length > 2 && !OPENS.test(text.slice(Math.max(0, index - 4), index))
    if (!abbreviation && !capital) return []
    const folded = fold(word)
    if (isFunctionWord(folded)) return []
    return beside === 'another language' && TRANSLATED.has(folded) ? [] : [word]
  })
}

/** What English writes with a capital and Serbian material says in its own words. */
const TRANSLATED = new Set(
  (
    'council councils management affairs finance interior education health justice foreign security family youth economy construction migration migrations commissariat commissioner commissioners refugees refugee law laws act republic serbia serbian ' +
    'government municipality municipalities municipal city cities town assembly mayor ministry minister ministries article articles ' +
    'paragraph official gazette local action plan plans programme program strategy national development sustainable goals social welfare work centre ' +
    'center centres employment service services national union european eu europe united nations un agency international organization ' +
    'organisation office decree regulation decision budget system planning self rights protection asylum foreigners temporary labour labor ' +
    'statute province provincial autonomous vojvodina belgrade croatia bosnia herzegovina montenegro kosovo ukraine russia syria germany ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday english serbian latin cyrillic red cross police step steps regional housing roma idp idps ngo ngos undp iom unhcr giz swot ' +
    'internally displaced persons returnees readmission diaspora trustee working group eurostat census'
  ).split(' '),
)
