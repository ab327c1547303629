import type { Passage } from '../../../src/answers/check/passage-facts.ts'
import { makeGlossary } from '../../../src/knowledge/search/glossary.ts'

/** What the sentences of these tests are laid beside. */
export const PASSAGES: Passage[] = [
  {
    n: 1,
    text: 'ЛАП усваја скупштина општине. Савет за миграције предлаже план и прати његово спровођење. ЛАП се најчешће доноси на пет година.',
    titles: ['Усвајање', 'Ко усваја ЛАП?', 'Who adopts the LAP?'],
  },
  {
    n: 2,
    text: 'Комесаријат за избеглице и миграције додељује највише 2.000.000 динара по општини, а учешће општине је најмање 10 %. Позив је објављен 15. марта 2024. године на kirs.gov.rs.',
    titles: ['Позиви'],
  },
  {
    n: 3,
    text: 'Закон о управљању миграцијама („Службени гласник РС“, број 107/2012) у члану 13. став 2. уређује податке. ЛАП није обавезан по закону. У Суботици је план усвојен 2021. године. План се не шаље Комесаријату.',
    titles: ['Правни основ'],
  },
]

export const GLOSSARY = makeGlossary([
  {
    mark: 'G1',
    term: 'Комесаријат за избеглице и миграције',
    aliases: ['КИРС'],
    english: ['Commissariat for Refugees and Migration', 'KIRS'],
    meaning: '',
    meaningEn: '',
  },
])
