import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'

/** Telegram takes no more behind a button. */
const MOST_BYTES = 64

type Schemas = readonly z.ZodType[]
type ReadBy<S extends Schemas> = { -readonly [K in keyof S]: z.output<S[K]> }

/**
 * A button: what stands behind it, and who may press it (`everyone`, or a role). Its data are `word`, of one or two parts, and its
 * arguments, all joined by colons; the last argument may hold colons of its own. Buttons stay under the messages in people's
 * chats, so neither the word nor the form of the arguments may change.
 */
export type Button<A extends readonly unknown[], Who extends string> = {
  word: string
  who: Who
  /** Whoever may not press it is not told that it exists. */
  hidden: boolean
  /** The kind of dialogue whose questions it stands under; `null`: it works wherever it stands. */
  of: string | null
  /** It gives the dialogue up, and with it whatever was entered. */
  leaves: boolean
  args: Schemas
  /** Throws for what Telegram would not take. */
  data(...args: A): string
  /** The arguments; `null` for data that are not this button's, forged for example. */
  read(data: string): A | null
  labelled(label: string, ...args: A): InlineKeyboardButton
}

/** What a button has behind its words. */
export type ArgumentsOf<B> = B extends Button<infer A, string> ? A : never

type How<Who> = { who: Who; hidden?: boolean; of?: string; leaves?: boolean }

export function button<const Who extends string>(word: string, how: How<Who>): Button<[], Who>
export function button<const S extends Schemas, const Who extends string>(
  word: string,
  how: How<Who> & { args: S },
): Button<ReadBy<S>, Who>
export function button<S extends Schemas, Who extends string>(
  word: string,
  { who, hidden = false, of, leaves = false, args }: How<Who> & { args?: S },
): Button<ReadBy<S>, Who> {
  const schemas: Schemas = args ?? []
  const data = (...given: ReadBy<S>) => {
    const made = [word, ...given].join(':')
    if (Buffer.byteLength(made) > MOST_BYTES)
      throw new Error(`The button «${made}» has ${Buffer.byteLength(made)} bytes; Telegram takes ${MOST_BYTES}`)
    return made
  }
  return {
    word,
    who,
    hidden,
    of: of ?? null,
    leaves,
    args: schemas,
    data,
    read: (pressed) => readArguments<ReadBy<S>>(word, schemas, pressed),
    labelled: (label, ...given) => ({ text: label, callback_data: data(...given) }),
  }
}

/** Buttons of the same form that begin with the same word, by their second one. */
export function buttons<const Second extends string, const Who extends string>(
  first: string,
  seconds: readonly Second[],
  how: Omit<How<Who>, 'hidden' | 'leaves'>,
): Record<Second, Button<[], Who>>
export function buttons<const Second extends string, const S extends Schemas, const Who extends string>(
  first: string,
  seconds: readonly Second[],
  how: Omit<How<Who>, 'hidden' | 'leaves'> & { args: S },
): Record<Second, Button<ReadBy<S>, Who>>
export function buttons(first: string, seconds: readonly string[], how: How<string> & { args?: Schemas }) {
  const { args = [], ...rest } = how
  return Object.fromEntries(seconds.map((second) => [second, button(`${first}:${second}`, { ...rest, args })]))
}

function readArguments<A extends readonly unknown[]>(word: string, schemas: Schemas, data: string): A | null {
  if (schemas.length === 0) return data === word ? ([] as readonly unknown[] as A) : null
  if (!data.startsWith(`${word}:`)) return null
  const parts = split(data.slice(word.length + 1), schemas.length)
  if (parts.length < schemas.length) return null
  const args: unknown[] = []
  for (const [i, schema] of schemas.entries()) {
    const read = schema.safeParse(parts[i])
    if (!read.success) return null
    args.push(read.data)
  }
  return args as readonly unknown[] as A
}

/** At most `most` parts, the last with all that is left. */
function split(text: string, most: number): string[] {
  const parts = text.split(':')
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(':')]
}

/** A number from 1 on. */
export const numberUpTo = (most: number) => z.coerce.number().int().positive().max(most)

/** The number of a row whose table counts in `int`. */
export const rowId = numberUpTo(2_147_483_647)
/** The number of a row whose table counts in `bigint`. */
export const bigRowId = numberUpTo(Number.MAX_SAFE_INTEGER)
/** A page of a list, the first one 0. */
export const pageUpTo = (most: number) => z.coerce.number().int().min(0).max(most)
