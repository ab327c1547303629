import { readFileSync } from 'node:fs'

/** A labelled question: what should become of it, and the headings of the sections that answer it. */
export type Labelled = {
  id: string
  text: string
  expect: 'answered' | 'no-answer' | 'declined' | 'sessions' | 'emergency'
  kind?: string
  sections?: string[]
}

/** The questions of one file of `test/answers/questions`. */
export function labelled(name: string): Labelled[] {
  const file = new URL(`../answers/questions/${name}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

const CYRILLIC: readonly (readonly [RegExp, string])[] =
  'dž џ,lj љ,nj њ,a а,b б,v в,g г,d д,đ ђ,e е,ž ж,z з,i и,j ј,k к,l л,m м,n н,o о,p п,r р,s с,t т,ć ћ,u у,f ф,h х,c ц,č ч,š ш'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])
    .map(([latin, cyrillic]) => [new RegExp(latin, 'g'), cyrillic] as const)

/** Serbian Latin as Cyrillic, well enough for questions: the exact way back does not exist. */
export function asCyrillic(text: string): string {
  return CYRILLIC.reduce((shown, [latin, cyrillic]) => shown.replace(latin, cyrillic), text.toLowerCase())
}

/** As people type on a phone without Serbian letters: «između» → «izmedju». */
export function withoutDiacritics(latin: string): string {
  return latin.replace(/đ/g, 'dj').replace(/Đ/g, 'Dj').normalize('NFD').replace(/\p{M}/gu, '')
}
