import { questionWords } from '../../knowledge/search/question-words.ts'
import { sentences } from '../../language/sentences.ts'

/** What a question asks for, as far as its form tells. */
export type QuestionKind =
  | 'yes-no'
  | 'quantity'
  | 'when'
  | 'who'
  | 'how'
  | 'list'
  | 'comparison'
  | 'definition'
  | 'why'
  | 'open'

const WORD = '[a-z]+'
const NAMELY = '(?:potrebno|bolje|obavezno|najvaznije|dobro|prvo|sledece|sve|uradeno|radeno|u|sa|na|za|s)'

/**
 * How each kind is asked, in folded words. The form that stands first in a question decides, of those in one place the one that
 * stands higher here.
 */
const FORMS: readonly (readonly [QuestionKind, string])[] = [
  [
    'definition',
    `(?:sta|ko) (?:je|su)(?: to| ono| zapravo)?(?= (?!${NAMELY}\\b|to\\b|ono\\b|nadlez|zaduz|duzan|odgovor|ovlasc)${WORD})`,
  ],
  ['definition', `sta (?:to |ovo |se |mu |pod )*(?:znaci|znace|predstavlja|podrazumeva|dode)\\b`],
  ['definition', 'sta je (?:to|ono)$|jel? to sta$'],
  ['definition', `(?:kako|sta) (?:se )?(?:${WORD} ){0,3}(?:zove|zovu|naziva)\\b`],
  [
    'definition',
    `what (?:is|are) (?:the |an? )?(?!kinds|groups|parts|steps|deadline)|what does ${WORD}(?: ${WORD}){0,3} mean`,
  ],
  // «Ко шта ради», «коме се за шта јављам»: who does each thing.
  ['list', `(?:ko|koga|kome|kim|gde)(?: (?!(?:i|a|ili)\\b)${WORD}){0,2} (?:sta|cega|cemu|koga|kome|koju|kog)`],
  ['why', 'zasto|zbog cega|radi cega|otkud|why'],
  ['quantity', '(?:koliko|kolik[aieou]|kolikog|kolikom|how (?:many|much|thick|long|big))'],
  ['quantity', 'koji (?:je )?(?:broj|procenat|iznos)|koja (?:je )?(?:suma|cifra|cena|visina)|number of'],
  [
    'when',
    'kada?|dokle|do kada?|od kada?|koje godine|kog datuma|do kog|u kom roku|koji je rok|when|until|by what date',
  ],
  ['who', 'ko|koga|kome|kim|s kim|cij[aei]|ciji|ko[jg]i organ|koja sluzba|koje telo|who|whom|whose'],
  ['how', 'kako|na koji nacin|kojim redom|kojim putem|koji je postupak|how'],
  ['how', `sta (?:da|cemo|cu|sad|sada) (?:sad |sada |se )?(?:rad|cin|s |sa )${WORD}|what (?:should|do) we do`],
  ['list', 'nabroj|sta sve|u cemu sve|od cega|iz kojih|iz cega|u cemu|cime|o cemu|cemu'],
  [
    'list',
    `(?:koj|kakv)[eai] (?!je )(?:sve |su |se )*(?:${WORD}[aei]|sve)\\b(?= )|what (?:kinds|groups|documents|parts|steps)|which (?!is)`,
  ],
  ['list', `sta|what`],
  ['yes-no', `(?:${WORD} )?li|^(?:is|are|does|do|did|can|must|may|should|has|have)`],
]

/** «Razlika», «isto ili …», «bolje»: wherever they stand, two things are set side by side. */
const COMPARES =
  /\b(?:razlik|razlicit|uporedi|poreden|porede|difference|differ|compare|versus|vs\b)|\b(?:jedno te isto|isto (?:sto|kad|sto i)|isti? (?:je )?(?:li )?\w+ ili|nesto drugo|bolje)\b/
/** Words that hand a question over («да ли знате колико…»): what they hand over decides. */
const HANDED_OVER =
  /\b(?:zna\w*|reci\w*|kaz\w+|objasni\w*|pojasni\w*|pomo\w+|zanima|poznato|pita\w*|tell|know|explain)(?: (?:mi|nam|me|nas|se|li|us|vas|vam))* /g

/** The kind of a question, in either script, without diacritics, or English; of a longer message, that of its last question. */
export function kindOf(question: string): QuestionKind {
  return kindOfWords(askingWords(question))
}

/** The same of the folded words of one question. */
export function kindOfWords(words: readonly string[]): QuestionKind {
  const asked = words.join(' ')
  if (COMPARES.test(asked)) return 'comparison'
  const handed = [...asked.matchAll(HANDED_OVER)].map((match) => asked.slice(match.index + match[0].length))
  const direct = handed.map(kindAtStart).find((kind) => kind !== null && kind !== 'yes-no')
  return direct ?? firstKind(asked)
}

function askingWords(question: string): string[] {
  const all = sentences(question)
  const asking = all.findLast((one) => one.endsWith('?')) ?? question
  return questionWords(asking)
}

const COMPILED = FORMS.map(
  ([kind, form]) => [kind, new RegExp(`\\b(?:${form})\\b`), new RegExp(`^(?:${form})\\b`)] as const,
)

function kindAtStart(text: string): QuestionKind | null {
  return COMPILED.find(([, , atStart]) => atStart.test(text))?.[0] ?? null
}

function firstKind(text: string): QuestionKind {
  let first: { kind: QuestionKind; at: number } = { kind: 'open', at: Number.POSITIVE_INFINITY }
  for (const [kind, form] of COMPILED) {
    const at = form.exec(text)?.index
    if (at !== undefined && at < first.at) first = { kind, at }
  }
  return first.kind
}
