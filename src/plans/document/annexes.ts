import { type Draft, entriesOf } from '../draft/draft.ts'
import { said } from './acts.ts'
import { type Block, blank, type Chapter, tableOf, tableOfCells, text, withYear } from './blocks.ts'

/** А to Ж: what goes with the plan. */
export function annexes(draft: Draft): Chapter[] {
  const annex = (heading: string, blocks: readonly Block[], isWide = false): Chapter => ({
    heading: `Прилог ${heading}`,
    depth: 2,
    isWide,
    isNumbered: false,
    blocks,
  })
  return [
    { heading: 'Прилози', depth: 1, isWide: true, isNumbered: false, blocks: [] },
    annex('А. Усклађеност', tableOf(draft, 'alignment'), true),
    annex('Б. Пасоши показатеља', passports(draft), true),
    annex('В. Примедбе са јавне расправе', tableOf(draft, 'comments')),
    annex('Г. Мишљење Савета', filledOr(draft, 'opinion', 'Мишљење се прилаже уз план.')),
    annex('Д. Изјава финансија', statement(draft)),
    annex('Ђ. Предлог акта скупштине', proposal(draft)),
    annex('Е. Образац годишњег извештаја', [report(draft)], true),
    annex('Ж. Речник', glossary(draft)),
  ]
}

/** Those of the objectives, until somebody enters more of them. */
function passports(draft: Draft): Block[] {
  const objectives = entriesOf(draft, 'objectives').filter(({ cells }) => (cells.indicator ?? '') !== '')
  if (entriesOf(draft, 'passports').length > 0 || objectives.length === 0) return tableOf(draft, 'passports')
  return [
    tableOfCells(
      'passports',
      objectives.map(({ cells }) => ({
        indicator: cells.indicator ?? '',
        baseline: withYear(cells.baseline, cells.baselineYear),
        target: withYear(cells.target, cells.targetYear),
        source: cells.source ?? '',
      })),
    ),
  ]
}

/** What a form says, or another sentence: its blank stands in the introduction already. */
function filledOr(draft: Draft, name: 'opinion' | 'statement', otherwise?: string): Block[] {
  if (entriesOf(draft, name).length > 0) return [text(said(draft, name))]
  return otherwise ? [text(otherwise)] : []
}

function statement(draft: Draft): Block[] {
  const { from } = draft.period
  return [
    text(
      `Потврђује се да су у буџету за ${from}. годину средства за спровођење плана ${blank('обезбеђена у износу и на позицији')}.`,
    ),
    ...filledOr(draft, 'statement'),
  ]
}

function proposal({ place, period }: Draft): Block[] {
  const genitive = place.kind === 'град' ? 'града' : 'општине'
  return [
    text(`На основу ${blank('правни основ, који потврђује правна служба')} скупштина ${genitive} доноси`),
    text('О Д Л У К У'),
    {
      kind: 'list',
      items: [
        `Прихвата се Локални акциони план ${genitive} за управљање миграцијама за период ${period.from}–${period.to}. године.`,
        'Средства се обезбеђују у буџету и из других извора наведених у плану.',
        'О спровођењу стара се координатор; Савет за миграције прати спровођење.',
        'Одлука се објављује у службеном листу.',
      ],
    },
  ]
}

/** A row an activity, to be filled in each year. */
function report(draft: Draft): Block {
  const rows = entriesOf(draft, 'activities').map(({ cells }) => ({
    activity: [cells.mark, cells.activity].filter(Boolean).join(' '),
    indicator: cells.indicator ?? '',
    planned: cells.cost ?? '',
  }))
  return tableOfCells('report', rows.length > 0 ? rows : [{}])
}

function glossary(draft: Draft): Block[] {
  if (entriesOf(draft, 'glossary').length > 0) return tableOf(draft, 'glossary')
  return [
    tableOfCells('glossary', [
      { term: 'показатељ', meaning: 'оно што се мери да би се видело да ли је циљ остварен' },
      { term: 'почетна вредност', meaning: 'колико је било пре плана, са годином и извором' },
      { term: 'сопствено учешће', meaning: 'део трошка који сноси општина' },
      { term: 'пасош показатеља', meaning: 'опис показатеља: јединица, извор, ко и када мери' },
    ]),
  ]
}
