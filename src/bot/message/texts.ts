import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Locale } from '../../language/locale.ts'
import { toLatin } from '../../language/script.ts'

// `T` are the sentences of a room as `npm run texts` writes them: what each is given, `null` for nothing.

/** The sentences of a room that are given nothing. */
export type Plain<T> = { [Id in keyof T]: T[Id] extends null ? Id : never }[keyof T]

/** What every one of these values asks for, together. */
type Together<V> = (V extends unknown ? (value: V) => void : never) extends (value: infer All) => void ? All : never

/** What stands after the id: where it is one of several, what any of them is given. */
export type Values<T, Id extends keyof T> = [T[Id]] extends [null] ? [] : [values: Together<Exclude<T[Id], null>>]

/** Says a sentence of a room in one language. */
export type Say<T> = <Id extends keyof T>(id: Id, ...values: Values<T, Id>) => string

/** A sentence to be said later, in whichever language: made by `saying`, said by `sayIt`. */
export type Saying<T> = { [Id in keyof T]: { sentence: Id; values: T[Id] } }[keyof T]

export function saying<T, Id extends keyof T>(sentence: Id, ...[values]: Values<T, Id>): Saying<T> {
  return { sentence, values: values ?? null } as Saying<T>
}

/** Says it, each value as `shown` writes it. */
export function sayIt<T>(
  t: Say<T>,
  { sentence, values }: Saying<T>,
  shown: (value: string | number) => string | number,
): string {
  const written = Object.entries<string | number>(values ?? {}).map(([name, value]) => [name, shown(value)])
  return (t as Untyped)(sentence as string, Object.fromEntries(written))
}

type Untyped = (id: string, values?: Record<string, FluentVariable>) => string

/**
 * The sentences of one room, from `texts.sr.ftl` (Cyrillic) and `texts.en.ftl` beside `moduleUrl`, with the types of
 * `texts.types.ts`. Serbian Latin is derived from the Cyrillic.
 */
export function loadTexts<T>(moduleUrl: string): (locale: Locale) => Say<T> {
  const serbian = readResource(new URL('texts.sr.ftl', moduleUrl))
  const english = readResource(new URL('texts.en.ftl', moduleUrl))
  const says: Record<Locale, Untyped> = {
    'sr-Cyrl': sayer(moduleUrl, 'sr-Cyrl', serbian),
    'sr-Latn': sayer(moduleUrl, 'sr-Latn', serbian, toLatin),
    en: sayer(moduleUrl, 'en', english),
  }
  return (locale) => says[locale] as Say<T>
}

function readResource(file: URL): FluentResource {
  return new FluentResource(readFileSync(file, 'utf8'))
}

function sayer(
  moduleUrl: string,
  locale: Locale,
  sentences: FluentResource,
  transform?: (text: string) => string,
): Untyped {
  const bundle = new FluentBundle(locale, { useIsolating: false, ...(transform ? { transform } : {}) })
  bundle.addResource(sentences)
  return (id, values = {}) => {
    const message = bundle.getMessage(id)
    if (!message?.value) throw new Error(`No sentence «${id}» beside ${moduleUrl}`)
    const errors: Error[] = []
    const text = bundle.formatPattern(message.value, values, errors)
    if (errors.length > 0) throw new AggregateError(errors, `Sentence «${id}» beside ${moduleUrl}`)
    return text
  }
}
