import type { TableName } from '../../../src/plans/rules/tables.ts'
import type { Block, Cells, PlanData } from './data.ts'

/** A fault that somebody makes: the code of the check that finds it, how it comes into the plan, and what else is then true of the plan. */
export type Fault = readonly [code: string, plant: (plan: PlanData) => void, follows?: readonly string[]]

type TableBlock = Extract<Block, { kind: 'table' }>

export function tableOf(plan: PlanData, name: TableName): TableBlock {
  const found = plan.chapters
    .flatMap(({ blocks }) => blocks)
    .find((block): block is TableBlock => block.kind === 'table' && block.name === name)
  if (!found) throw new Error(`No table of ${name}`)
  return found
}

/** A cell is another one. */
export const put = (name: TableName, row: number, cells: Cells) => (plan: PlanData) => {
  Object.assign(tableOf(plan, name).rows.at(row)!, cells)
}

/** A row more. */
export const add = (name: TableName, cells: Cells) => (plan: PlanData) => {
  tableOf(plan, name).rows.push(cells)
}

/** Rows that go. */
export const drop = (name: TableName, isGone: (cells: Cells, at: number) => boolean) => (plan: PlanData) => {
  const table = tableOf(plan, name)
  table.rows = table.rows.filter((cells, at) => !isGone(cells, at))
}

/** A column that goes. */
export const without = (name: TableName, column: string) => (plan: PlanData) => {
  for (const row of tableOf(plan, name).rows) delete row[column]
}

/** A sentence of the text is another one; an empty one goes. */
export const say = (from: RegExp, to: string) => (plan: PlanData) => {
  let met = false
  const change = (text: string) => {
    if (!from.test(text)) return text
    met = true
    return text.replace(from, to)
  }
  plan.cover = plan.cover.map(change)
  for (const chapter of plan.chapters)
    chapter.blocks = chapter.blocks
      .map((block) =>
        block.kind === 'text'
          ? { ...block, text: change(block.text) }
          : block.kind === 'list'
            ? { ...block, items: block.items.map(change) }
            : block,
      )
      .filter((block) => block.kind !== 'text' || block.text !== '')
  if (!met) throw new Error(`Nothing says ${from}`)
}

/** A paragraph more, at the end of the chapter whose heading has these words. */
export const write = (chapter: RegExp, text: string) => (plan: PlanData) => {
  plan.chapters.find(({ heading }) => chapter.test(heading))!.blocks.push({ kind: 'text', text })
}

export const all =
  (...plants: ((plan: PlanData) => void)[]) =>
  (plan: PlanData) => {
    for (const plant of plants) plant(plan)
  }
