import { completed } from '../draft/completed.ts'
import { type Draft, entriesOf } from '../draft/draft.ts'
import { isEmpty } from '../rules/values.ts'
import { said } from './acts.ts'
import { annexes } from './annexes.ts'
import { type Block, blank, type Chapter, tableOf, text } from './blocks.ts'
import { summary } from './summary.ts'
import { sums } from './sums.ts'

/** The whole document: what stands on its cover, and its chapters in order (F50, F303). */
export type PlanDocument = { cover: Cover; chapters: readonly Chapter[] }

export type Cover = { title: string; place: string; period: string; mark: string; dated: string }

type Made = { on: Temporal.PlainDate }

/** The document of a plan as it stands; what nobody entered is a blank. `on` is the day it is written. */
export function documentOf(kept: Draft, { on }: Made): PlanDocument {
  const draft = completed(kept)
  return { cover: coverOf(draft, on), chapters: [...introduction(draft), ...body(draft), ...annexes(draft)] }
}

export function coverOf({ place, period, version, state }: Draft, on: Temporal.PlainDate): Cover {
  const day = `${on.day}. ${on.month}. ${on.year}.`
  const kind = place.kind === 'град' ? 'Град' : 'Општина'
  return {
    title: 'Локални акциони план за управљање миграцијама',
    place: `${kind} ${place.name}`,
    period: `за период ${period.from}–${period.to}. године`,
    mark: `${state === 'adopted' ? 'УСВОЈЕН' : 'НАЦРТ'}, ${day}, верзија ${version}`,
    dated: `${place.name}, ${day}`,
  }
}

const GOOD_PRACTICE =
  'Девет поглавља и двадесет корака по којима је план рађен су добра пракса, а не пропис; општина може да их прилагоди.'

const chapter = (heading: string, blocks: readonly Block[], how: Partial<Chapter> = {}): Chapter => ({
  heading,
  depth: 1,
  isWide: false,
  isNumbered: true,
  blocks,
  ...how,
})
const part = (heading: string, blocks: readonly Block[], how: Partial<Chapter> = {}): Chapter =>
  chapter(heading, blocks, { depth: 2, ...how })

function introduction(draft: Draft): Chapter[] {
  const bare = { isNumbered: false }
  return [
    chapter('Сажетак', summary(draft), bare),
    chapter('Увод', [], bare),
    part('Реч председника', [text(said(draft, 'mayor'))], bare),
    part(
      'Шта је локални акциони план',
      [
        {
          kind: 'text',
          text: 'Локални акциони план је документ у којем су утврђене потребе миграната у општини и планиране мере, активности и новац за побољшање њиховог положаја, са роковима, носиоцима и показатељима.',
          note: GOOD_PRACTICE,
        },
      ],
      bare,
    ),
    part('Правни основ', [text(said(draft, 'legal'))], bare),
    part('Покретање израде', [text(said(draft, 'decision')), text(said(draft, 'oldPlan'))], bare),
    part('Учесници у изради', tableOf(draft, 'group'), bare),
    part('Како је план рађен', [text(said(draft, 'method')), text(said(draft, 'debate')), ...report(draft)], bare),
    part(
      'Мишљења и усвајање',
      ['opinion', 'statement', 'adoption'].map((name) => text(said(draft, name as 'opinion'))),
      bare,
    ),
    part('Скраћенице', abbreviations(), bare),
  ]
}

function report(draft: Draft): Block[] {
  const { report: where } = entriesOf(draft, 'debate')[0]?.cells ?? {}
  return isEmpty(where) ? [] : [text(`Извештај о јавној расправи: ${where}.`.replace(/\.\.$/, '.'))]
}

function abbreviations(): Block[] {
  return [
    {
      kind: 'list',
      items: [
        'ИРЛ – интерно расељена лица',
        'КИРС – Комесаријат за избеглице и миграције Републике Србије',
        'ЛАП – локални акциони план',
        'НСЗ – Национална служба за запошљавање',
        'РЗС – Републички завод за статистику',
        'СВОТ – снаге, слабости, прилике и претње',
      ],
    },
  ]
}

function body(draft: Draft): Chapter[] {
  const table = (name: Parameters<typeof tableOf>[1]) => tableOf(draft, name)
  const wide = { isWide: true }
  return [
    chapter('Општи подаци', table('profile')),
    chapter('Подаци о циљној популацији', [], wide),
    part('Категорије', table('categories'), wide),
    part('Нове теме', [text(said(draft, 'themes'))], wide),
    part('Извори података', table('data'), wide),
    chapter(
      'Анализа стања',
      isEmpty(entriesOf(draft, 'analysis')[0]?.cells.text) ? [] : [text(said(draft, 'analysis'))],
    ),
    part('Спровођење претходног плана', table('previous')),
    part('Услуге и капацитети', table('services')),
    part('Потребе', table('needs')),
    part('Актери', table('actors')),
    part('СВОТ анализа', table('swot')),
    part('Стабло проблема', table('problems')),
    part('Закључци', conclusions(draft)),
    chapter('Приоритети', table('priorities'), wide),
    chapter('Општи и посебни циљеви', table('objectives'), wide),
    chapter('Активности', [], wide),
    part('План активности', table('activities'), wide),
    part('План за прву годину', table('firstYear'), wide),
    chapter('Ресурси и буџет', [text(said(draft, 'budgetLine'))], wide),
    part('Буџет', table('budget'), wide),
    part('Збирови', sums(draft), wide),
    chapter('Аранжмани за примену', [text(said(draft, 'coordinator'))]),
    part('Тела и улоге', table('bodies')),
    part('Састанци', table('meetings')),
    part('Ризици', table('risks')),
    chapter('Праћење и вредновање', table('monitoring')),
    part('Извештавање, вредновање и ревизија', [
      text(said(draft, 'yearlyReport')),
      text(said(draft, 'evaluation')),
      text(said(draft, 'revision')),
    ]),
  ]
}

function conclusions(draft: Draft): Block[] {
  const items = entriesOf(draft, 'conclusions')
    .map(({ cells }) => cells.conclusion ?? '')
    .filter((one) => !isEmpty(one))
  return items.length > 0 ? [{ kind: 'list', items }] : [text(blank('три до пет закључака'))]
}
