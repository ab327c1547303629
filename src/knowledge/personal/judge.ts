import { fold } from '../../language/fold.ts'
import type { ContentBlock, Document, Section } from '../readers/document.ts'
import { type Details, sumOf, tellsWho } from './details.ts'
import type { Group } from './rows.ts'
import { tableGroup } from './table-rows.ts'
import { textGroup } from './text-rows.ts'

/** What was seen of people: how many are named in lists of them, and what stands beside the names. */
export type Seen = Details & { persons: number }

/**
 * Whether a document lists people. `people`: rows of persons with what tells how to reach them or who they are, or personal
 * numbers anywhere; `export`: it is a list of the product's own. `offices`: telephones and e-mails, not of persons.
 */
export type Verdict = { kind: 'people' | 'export'; seen: Seen } | { kind: 'offices'; seen: Seen } | { kind: 'neither' }

export type ListOfPeople = Extract<Verdict, { kind: 'people' | 'export' }>

/** Whether a document is not to become material without a coordinator's word. */
export function listsPeople(verdict: Verdict | null): verdict is ListOfPeople {
  return verdict?.kind === 'people' || verdict?.kind === 'export'
}

/** Rows from which on persons are a list. */
const FEWEST = 3
/** Of the rows of a list at least so many are persons with something to reach them by. */
const SHARE = 0.5
/** So many of them are a list among whatever else. */
const MANY = 8
/** Names with dates, amounts, addresses or a place to sign, which alone may also stand beside works and measures. */
const WEAKER = { fewest: 5, named: 0.8, share: 0.7 }
/** Telephones and e-mails from which on somebody may ask whose they are. */
const CONTACTS = 3

/** What a document says of people. `exported`: heads of the tables that the product itself gives out, each in full. */
export function judge({ sections }: Document, exported: readonly (readonly string[])[] = []): Verdict {
  const tables = tablesOf(sections)
  const groups = [...tables.map(tableGroup), textGroup(sections.flatMap(linesOf))]
  const lists = groups.filter(isList)
  const everywhere = sumOf(groups.flatMap(({ rows, apart }) => [...rows.map(({ details }) => details), apart]))
  if (tables.some(({ head }) => isOneOf(head, exported))) return { kind: 'export', seen: seenIn(groups) }
  if (lists.length > 0) return { kind: 'people', seen: seenIn(lists) }
  if (everywhere.personalNumbers > 0) return { kind: 'people', seen: { ...seenIn([]), ...everywhere } }
  if (everywhere.phones + everywhere.emails < CONTACTS) return { kind: 'neither' }
  return { kind: 'offices', seen: { ...everywhere, persons: 0 } }
}

type Table = Extract<ContentBlock, { kind: 'table' }>

function tablesOf(sections: readonly Section[]): Table[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
}

/** Everything but tables, a line each: headings too, which may be names. */
function linesOf({ headings, blocks }: Section): string[] {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'table') return []
    return block.kind === 'list' ? block.items : [block.text]
  })
  return [...headings.slice(-1), ...lines]
}

function isOneOf(head: readonly string[], heads: readonly (readonly string[])[]): boolean {
  const said = head.map(fold).join('|')
  return heads.some((one) => one.map(fold).join('|') === said)
}

function isList(group: Group): boolean {
  const { rows } = group
  const told = rows.filter(({ isNamed, details }) => isNamed && tellsWho(details)).length
  if (told >= FEWEST && (told >= rows.length * SHARE || told >= MANY)) return true
  return group.isByName && !group.saysMore && isWeakList(group)
}

function isWeakList({ rows, isToBeFilled }: Group): boolean {
  const named = rows.filter(({ isNamed }) => isNamed)
  const more = named.filter(({ details, hasMore }) => isToBeFilled || hasMore || tellsWho(details)).length
  return (
    named.length >= WEAKER.fewest && named.length >= rows.length * WEAKER.named && more >= rows.length * WEAKER.share
  )
}

function seenIn(groups: readonly Group[]): Seen {
  const named = groups.flatMap(({ rows }) => rows.filter(({ isNamed }) => isNamed))
  return { persons: named.length, ...sumOf(named.map(({ details }) => details)) }
}
