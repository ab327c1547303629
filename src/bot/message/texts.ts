import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { LOCALES, type Locale } from '../../language/locale.ts'
import { toLatin } from '../../language/script.ts'

export type Say = (id: string, values?: Record<string, FluentVariable>) => string

/**
 * The sentences of one feature, from `<name>.sr.ftl` (Cyrillic) and `<name>.en.ftl` beside `moduleUrl`. Serbian Latin is
 * derived from the Cyrillic. Throws at start when a file is malformed, or when one language lacks a sentence the other has.
 */
export function loadTexts(moduleUrl: string, name = 'texts'): (locale: Locale) => Say {
  const serbian = readResource(new URL(`${name}.sr.ftl`, moduleUrl))
  const english = readResource(new URL(`${name}.en.ftl`, moduleUrl))
  const bundles: Record<Locale, FluentBundle> = {
    'sr-Cyrl': bundle('sr-Cyrl', serbian),
    'sr-Latn': bundle('sr-Latn', serbian, toLatin),
    en: bundle('en', english),
  }
  sameSentences(bundles, moduleUrl)
  const says = Object.fromEntries(LOCALES.map((locale) => [locale, sayer(bundles[locale], moduleUrl)])) as Record<
    Locale,
    Say
  >
  return (locale) => says[locale]
}

function readResource(file: URL): FluentResource {
  const source = readFileSync(file, 'utf8')
  const resource = new FluentResource(source)
  const written = source.split('\n').filter((line) => /^[a-z][\w-]* *=/.test(line)).length
  const read = resource.body.filter((entry) => !entry.id.startsWith('-')).length
  if (read !== written) throw new Error(`${file.pathname}: ${written - read} sentence(s) of ${written} are malformed`)
  return resource
}

function bundle(locale: Locale, resource: FluentResource, transform?: (text: string) => string): FluentBundle {
  const made = new FluentBundle(locale, { useIsolating: false, ...(transform ? { transform } : {}) })
  made.addResource(resource)
  return made
}

function sameSentences(bundles: Record<Locale, FluentBundle>, moduleUrl: string): void {
  const serbian = new Set(bundles['sr-Cyrl']._messages.keys())
  const english = new Set(bundles.en._messages.keys())
  const missing = [...serbian.symmetricDifference(english)]
  if (missing.length > 0) throw new Error(`Beside ${moduleUrl}: in one language only: ${missing.join(', ')}`)
}

function sayer(from: FluentBundle, moduleUrl: string): Say {
  return (id, values = {}) => {
    const message = from.getMessage(id)
    if (!message?.value) throw new Error(`No sentence «${id}» beside ${moduleUrl}`)
    const errors: Error[] = []
    const text = from.formatPattern(message.value, values, errors)
    if (errors.length > 0) throw new AggregateError(errors, `Sentence «${id}» beside ${moduleUrl}`)
    return text
  }
}
