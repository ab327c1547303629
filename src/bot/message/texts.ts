import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Locale } from '../../language/locale.ts'
import { toLatin } from '../../language/script.ts'

/** The sentences of a room that are given nothing. `T` is what `npm run texts` writes beside them. */
export type Plain<T> = { [Id in keyof T]: T[Id] extends null ? Id : never }[keyof T]

/** What every one of these values asks for, together. */
type Together<V> = (V extends unknown ? (value: V) => void : never) extends (value: infer All) => void ? All : never

/** What stands after the id: where it is one of several, what any of them is given. */
export type Values<T, Id extends keyof T> = [T[Id]] extends [null] ? [] : [values: Together<Exclude<T[Id], null>>]

/** Says a sentence of a room in one language. */
export type Say<T> = <Id extends keyof T>(id: Id, ...values: Values<T, Id>) => string

/** As above, before the room has types. */
export type SayAny = (id: string, values?: Record<string, FluentVariable>) => string

/**
 * The sentences of one room, from `texts.sr.ftl` (Cyrillic) and `texts.en.ftl` beside `moduleUrl`, with the types of
 * `texts.types.ts` (`npm run texts`). Serbian Latin is derived from the Cyrillic.
 */
export function loadTexts(moduleUrl: string): (locale: Locale) => SayAny
export function loadTexts<T>(moduleUrl: string): (locale: Locale) => Say<T>
export function loadTexts(moduleUrl: string): (locale: Locale) => SayAny {
  const serbian = readResource(new URL('texts.sr.ftl', moduleUrl))
  const english = readResource(new URL('texts.en.ftl', moduleUrl))
  const says: Record<Locale, SayAny> = {
    'sr-Cyrl': sayer(moduleUrl, 'sr-Cyrl', serbian),
    'sr-Latn': sayer(moduleUrl, 'sr-Latn', serbian, toLatin),
    en: sayer(moduleUrl, 'en', english),
  }
  return (locale) => says[locale]
}

function readResource(file: URL): FluentResource {
  return new FluentResource(readFileSync(file, 'utf8'))
}

function sayer(
  moduleUrl: string,
  locale: Locale,
  sentences: FluentResource,
  transform?: (text: string) => string,
): SayAny {
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
