import { sentences } from '../../language/sentences.ts'

const NUMBER = String.raw`\d[\d.,]*(?:\s?%)?`
/** «са 41 у 2026. на 27 у 2030. години»: from what to what. */
const FROM_TO = new RegExp(
  String.raw`(?<!\p{L})(?:са|sa|од|od)\s(${NUMBER}[^.;]{0,60}?(?:20\d\d\.?[^.;\d]{0,20}?)?)\s(?:на|na|до|do)\s(${NUMBER}[^;]{0,60})`,
  'iu',
)
/** What a sentence about an objective says, by the words it has for it. */
const SAID: readonly [column: string, words: RegExp][] = [
  [
    'показатељ',
    /(?:показатељ|индикатор|мери\s+се|мерићемо|прати\s+се|pokazatelj|indikator|meri\s+se|merićemo|prati\s+se|успех\s+се|uspeh\s+se)/iu,
  ],
  ['извор провере', /(?:провер|верифик|доказ|prover|verifik|dokaz)/iu],
]

/**
 * What a paragraph below an objective says of how it is measured, in sentences without labels: «Успех се мери бројем породица, са 41 у
 * 2026. на 27 у 2030. години; провера је у евиденцији повереништва».
 */
export function measuredIn(text: string): [string, string][] {
  return sentences(text).flatMap((sentence): [string, string][] => {
    const [, from, to] = FROM_TO.exec(sentence) ?? []
    const values: [string, string][] =
      from === undefined || to === undefined
        ? []
        : [
            ['почетна вредност', from],
            ['циљна вредност', to],
          ]
    const words = SAID.filter(([, pattern]) => pattern.test(sentence)).map(([column]): [string, string] => [
      column,
      sentence,
    ])
    return [...values, ...words]
  })
}
