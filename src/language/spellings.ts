import { toLatin } from './script.ts'

const CYRILLIC: readonly (readonly [RegExp, string])[] =
  'dž џ,lj љ,nj њ,a а,b б,v в,g г,d д,đ ђ,e е,ž ж,z з,i и,j ј,k к,l л,m м,n н,o о,p п,r р,s с,t т,ć ћ,u у,f ф,h х,c ц,č ч,š ш'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string])
    .map(([latin, cyrillic]) => [new RegExp(latin, 'g'), cyrillic] as const)

/** Serbian Latin as Cyrillic in small letters, well enough to ask with: the exact way back does not exist. */
function asCyrillic(text: string): string {
  return CYRILLIC.reduce((shown, [latin, cyrillic]) => shown.replace(latin, cyrillic), text.toLowerCase())
}

/** As people type on a phone without Serbian letters: «између», «između» → «izmedju». */
export function withoutDiacritics(text: string): string {
  return toLatin(text).replace(/đ/g, 'dj').replace(/Đ/g, 'Dj').normalize('NFD').replace(/\p{M}/gu, '')
}

/** The ways in which people spell one and the same Serbian question. */
export const SPELLINGS: Record<string, (text: string) => string> = {
  'as written': (text) => text,
  'in Latin': toLatin,
  'without diacritics': withoutDiacritics,
  'in Cyrillic': asCyrillic,
}
