import { fold } from '../../language/fold.ts'
import { capitalised } from '../../language/letters.ts'
import { type Cells, type Draft, entriesOf } from '../draft/draft.ts'
import type { FormName } from '../draft/forms.ts'
import { isEmpty } from '../rules/values.ts'
import { blank } from './blocks.ts'

/** What a form says; empty cells while it is not filled in. */
function formCells(draft: Pick<Draft, 'entries'>, name: FormName): Cells {
  return entriesOf(draft, name)[0]?.cells ?? {}
}

/** A cell, or a blank for it. */
function cell(cells: Cells, key: string, what: string): string {
  return isEmpty(cells[key]) ? blank(what) : cells[key]!.trim()
}

/** «, „Службени лист општине“, број 3/2026», where it is known. */
function gazette(cells: Cells): string {
  return isEmpty(cells.gazette) ? '' : ` („${cells.gazette!.trim().replace(/[„“"]/g, '')}“)`
}

/** «. » at the end of a sentence that may end in a date with its own. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** How the plan's acts, dates and offices are said: one sentence a form, or one blank where nothing is known. */
const SENTENCES: { [N in FormName]?: (cells: Cells, draft: Draft) => string } = {
  mayor: ({ text }) => text!.trim(),
  method: ({ text }) => text!.trim(),
  themes: ({ text }) => text!.trim(),
  analysis: ({ text }) => text!.trim(),
  legal: (cells) =>
    `${sentence(cells.text!.trim())} Потврдила правна служба: ${cell(cells, 'confirmed', 'функција и датум')}.`,
  decision: (cells) =>
    `${cell(cells, 'body', 'орган који је донео одлуку')}: одлука о изради Локалног акционог плана за период ${cell(cells, 'period', 'период')}, број ${cell(cells, 'number', 'број')} од ${sentence(cell(cells, 'date', 'датум') + gazette(cells))}`,
  oldPlan: (cells) =>
    `Претходни локални акциони план важио је за период ${cell(cells, 'period', 'период')}. ${isEmpty(cells.report) ? '' : sentence(ofReport(cells.report!.trim()))}`.trim(),
  debate: (cells) =>
    `Јавна расправа трајала је од ${cell(cells, 'from', 'први дан')} до ${cell(cells, 'to', 'последњи дан')}; место: ${cell(cells, 'place', 'место')}; контакт службе: ${sentence(cell(cells, 'contact', 'контакт службе'))}`,
  opinion: (cells) =>
    `Савет за миграције дао је мишљење о нацрту, број ${cell(cells, 'number', 'број')} од ${sentence(cell(cells, 'date', 'датум'))}`,
  statement: (cells) =>
    `Одељење за финансије дало је изјаву о средствима у буџету, број ${cell(cells, 'number', 'број')} од ${sentence(cell(cells, 'date', 'датум'))}`,
  adoption: (cells, { place }) =>
    `Скупштина ${place.kind === 'град' ? 'града' : 'општине'} усвојила је Локални акциони план одлуком број ${cell(cells, 'number', 'број')} од ${sentence(cell(cells, 'date', 'датум') + gazette(cells))}`,
  budgetLine: ({ text }) => sentence(`Програм буџета: ${text!.trim()}`),
  coordinator: (cells) => sentence(`Координатор спровођења плана је ${cells.function!.trim()}`),
  yearlyReport: (cells) =>
    `Годишњи извештај о спровођењу плана подноси се до ${cell(cells, 'deadline', 'рок').replace(/\.$/, '')}. ${isEmpty(cells.contents) ? '' : `Садржи: ${sentence(cells.contents!.trim())} `}Доставља се: ${sentence(cell(cells, 'to', 'коме'))}`,
  evaluation: (cells) =>
    sentence(
      `Вредновање се ради ${cell(cells, 'when', 'када')}; ради га ${cell(cells, 'by', 'ко, а да није спроводио план')}`,
    ),
  revision: (cells) => sentence(`План се ревидира ${lead(cells.triggers!.trim())}`),
}

/** «Завршни извештај: …», unless it is called so already: «завршног извештаја нема». */
function ofReport(said: string): string {
  return fold(said).includes('izvesta') ? capitalised(said) : `Завршни извештај: ${said}`
}

/** «када …», whether or not it was written so. */
function lead(triggers: string): string {
  return /^(?:када|кад|ако|уколико|kada|kad|ako|ukoliko)\s/iu.test(triggers) ? triggers : `када наступи: ${triggers}`
}

/** What stands in the document for a form that is not filled in. */
const BLANKS: { [N in FormName]?: string } = {
  mayor: 'реч председника',
  legal: 'правни основ, који потврђује правна служба',
  decision: 'ко је и када одлучио да се план ради, за који период, број и објава',
  oldPlan: 'период ранијег плана, или да га није било',
  method: 'како је план рађен: састанци, подаци, ко је учествовао',
  debate: 'први и последњи дан, место и контакт службе',
  themes: 'по једна реченица о економским миграцијама, дијаспори, трговини људима и одласку становништва',
  opinion: 'број и датум мишљења',
  statement: 'број и датум изјаве',
  adoption: 'број, датум и објава акта',
  budgetLine: 'програм и програмска активност',
  coordinator: 'функција једне особе',
  yearlyReport: 'до ког дана, шта садржи и коме иде',
  evaluation: 'када и ко, а да није спроводио план',
  revision: 'шта покреће измену',
}

/** What a form makes of the document. */
export function said(draft: Draft, name: FormName): string {
  const cells = formCells(draft, name)
  const isFilled = Object.values(cells).some((one) => !isEmpty(one))
  return isFilled ? SENTENCES[name]!(withMain(name, cells), draft) : blank(BLANKS[name]!)
}

/** Texts that stand alone in their form are there, or a blank. */
function withMain(name: FormName, cells: Cells): Cells {
  const main = (
    {
      mayor: 'text',
      themes: 'text',
      method: 'text',
      legal: 'text',
      budgetLine: 'text',
      coordinator: 'function',
      revision: 'triggers',
    } as Partial<Record<FormName, string>>
  )[name]
  return main && isEmpty(cells[main]) ? { ...cells, [main]: blank(BLANKS[name]!) } : cells
}
