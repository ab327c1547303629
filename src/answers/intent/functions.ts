import type { Locale } from '../../language/locale.ts'

/** Commands that people ask for in their own words. */
export const COMMANDS = [
  'moje',
  'obrisi',
  'mojipodaci',
  'jezik',
  'obavestenja',
  'pomoc',
  'kontakt',
  'izvori',
  'obrasci',
  'novo',
  'novaobuka',
  'poruka',
  'materijal',
  'upravljanje',
  'treneri',
  'pozovi',
  'podsetnici',
] as const
type Command = (typeof COMMANDS)[number]

/** What somebody asks the assistant to do, by the command that does it; `jezik:…` names the language asked for. */
export type BotFunction = Command | `jezik:${Locale}`

/** The command that does it, as people type it: «/moje». */
export function commandOf(fn: BotFunction): string {
  return `/${fn.split(':')[0]}`
}

/** What only those in a role may do. */
export const STAFF_FUNCTIONS: Partial<Record<BotFunction, 'trainer' | 'coordinator'>> = {
  novaobuka: 'trainer',
  poruka: 'trainer',
  materijal: 'trainer',
  upravljanje: 'trainer',
  podsetnici: 'trainer',
  treneri: 'coordinator',
  pozovi: 'coordinator',
}
