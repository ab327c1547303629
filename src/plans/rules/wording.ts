import { fold } from '../../language/fold.ts'

/**
 * Beginnings of words for what one does, buys or builds: an objective that opens with one is an activity, a need that does is a
 * solution (F69, F78). Words for a change of state («смањити», «повећање», «побољшати») are none of them.
 */
const DOING =
  'organiz odrzavanj odrzat odrzati sprovo sproves sproved realiz nabav kupov kupit izgrad gradnj gradi adaptac adaptira rekonstru ' +
  'obnov renovir sanac sanira izrad formira osniva osnov stampa dodel dodelj podel raspis objav otvar otvor zaposlja uvod uves ' +
  'oprem postav kupu asfalt prikljuc zakup'
const STEMS = DOING.split(' ')

function isDoing(word: string): boolean {
  return STEMS.some((stem) => word.startsWith(stem) && word.length - stem.length <= 8)
}

/** Whether a text opens with something one does. */
export function beginsAsActivity(text: string): boolean {
  const [first = ''] = fold(text).split(' ')
  return isDoing(first)
}

/** Verbal nouns for a change of state, and others that look like one. */
const CHANGE =
  /^(?:smanj|povec|pobolj|unapred|unapr|jacanj|snazenj|osnaz|rast|podiz|sniz|ubrz|odrziv|stanovanj|znanj|stanj|ostvar|ispunj|resen|zbrinu)/

/** Whether a text opens with a noun for what one does: «подстицање запошљавања», «информисање». */
export function beginsAsDoing(text: string): boolean {
  const [first = ''] = fold(text).split(' ')
  return /^\w{3,}[aei]nje$/.test(first) && !CHANGE.test(first)
}

/** Things that solve a need for a home or an income; a need for one of them is a solution already chosen. */
const THING =
  /^(?:kuc[aeiu]|stan(?:a|ov[aei]|ova)?|paket\w*|novac|novc\w+|novcan\w+|materijal\w*|montazn\w+|seosk\w+|plastenik\w*|kompjuter\w*|racunar\w*|vozil\w+|autobus\w*|radionic\w+|obuk[aeu]|kurs\w*|zgrad\w+|centar|sredstv\w+)$/
const NEEDED = /^(?:treba\w*|potreb\w+|neophod\w+|nuz\w+|fali|nedostaj\w+)$/

/** The words of a sentence behind the one that says, among its first, that something is needed; `null` when none does. */
export function needIn(sentence: string): string[] | null {
  const words = fold(sentence).split(' ')
  const at = words.findIndex((word) => NEEDED.test(word))
  const before = words.slice(0, at).filter((word) => word.length > 2)
  return at >= 0 && before.length <= LATEST_NEEDED ? words.slice(at + 1) : null
}

/** Behind more words than this, small ones apart, a need is said of something else. */
const LATEST_NEEDED = 4

/**
 * Whether a need is worded as its solution: «треба кућа», «потребно је изградити станове», «набавка огрева». «Потреба за
 * становањем» is none: it names what people lack.
 */
export function isSolution(need: string): boolean {
  if (beginsAsActivity(need)) return true
  const after = needIn(need)?.slice(0, 5) ?? []
  return after.some((word) => THING.test(word) || isDoing(word))
}
