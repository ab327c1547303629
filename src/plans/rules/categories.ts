import { fold, foldedWords } from '../../language/fold.ts'
import { sameWord } from './same-word.ts'

/**
 * The categories that a plan for managing migration is about, each with names it goes by (F6, F158). A text names a category when it has every
 * word of one of these names, in whatever form.
 */
const CATEGORIES = {
  refugees: ['избеглице', 'избегла лица', 'прогнана лица'],
  displaced: ['интерно расељена лица', 'ИРЛ', 'расељена лица', 'расељени'],
  returnees: ['повратници', 'реадмисија'],
  asylum: ['тражиоци азила', 'азиланти', 'азил'],
  undetermined: ['мигранти у потреби', 'мигранти без утврђеног статуса', 'мигранти без статуса'],
  protected: ['привремена заштита', 'Украјинци', 'Украјина'],
  workers: ['економске миграције', 'економски мигранти', 'страни радници', 'страни држављани', 'радне миграције'],
  diaspora: ['дијаспора', 'исељеници', 'расејање'],
  trafficking: ['трговина људима', 'ЖТЉ'],
  demography: ['депопулација', 'одлазак становништва', 'демографски проблеми', 'исељавање', 'унутрашње миграције'],
} as const

export type Category = keyof typeof CATEGORIES

const NAMES = Object.entries(CATEGORIES).flatMap(([category, names]) =>
  names.map((name) => ({ category: category as Category, words: foldedWords(name).filter((word) => word.length > 1) })),
)

/** The categories that a text names, in no order. */
export function categoriesIn(text: string): Set<Category> {
  const words = [...new Set(foldedWords(text))]
  const cut = Array.from(text.matchAll(CUT_SHORT), ([, word]) => fold(word!))
  const has = (wanted: string) =>
    words.some((word) => sameWord(wanted, word)) || cut.some((beginning) => wanted.startsWith(beginning))
  return new Set(NAMES.filter((name) => name.words.every(has)).map(({ category }) => category))
}

/** «изб.», «расељ. лица», «стр. радници». */
const CUT_SHORT = /(?<!\p{L})(\p{L}{3,6})\./gu

/** Whether a text means everybody: «све», «све категорије», «припадници свих циљних група»; «у свим установама» says where. */
export function meansAll(text: string): boolean {
  const words = foldedWords(text)
  return words.some((word, at) => {
    if (!/^sv(?:e|i|ih|im|ima)$/.test(word)) return false
    return words.length <= 2 || words.slice(at + 1, at + 4).some((next) => PEOPLE.test(next))
  })
}

const PEOPLE =
  /^(?:kategorij|grup|korisni|migran|lic[aeiu]|populacij|osob|ljud|porodic|domacinstv|stanovni|gra[dđ]j?an|naveden|pomenut|ostal)/
