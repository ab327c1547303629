import { type Entry, FluentParser, lineOffset, type Pattern, type SelectExpression, Visitor } from '@fluent/syntax'

/** What is given for a variable: a number where a plural form or figure is chosen by it, a text where a word is. */
export type VariableType = 'number' | 'string' | 'string | number'

export type Variables = ReadonlyMap<string, VariableType>

/** The sentences of one file, in its order, each with the variables it takes. */
export type Sentences = ReadonlyMap<string, Variables>

/** What is read of one file; a fault is a sentence for whoever wrote it, without the file's name. */
export type Reading = { sentences: Sentences; faults: string[] }

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Reads a Fluent file. Whatever cannot be read, or could never be said by its id, is a fault. */
export function readSentences(source: string): Reading {
  const sentences = new Map<string, Variables>()
  const faults: string[] = []
  for (const entry of new FluentParser().parse(source).body) {
    const fault = faultOf(entry, sentences)
    if (fault) faults.push(`line ${lineOffset(source, entry.span?.start ?? 0) + 1}: ${fault}`)
    else if (entry.type === 'Message' && entry.value) sentences.set(entry.id.name, variablesOf(entry.value))
  }
  return { sentences, faults }
}

function faultOf(entry: Entry, before: Sentences): string | null {
  switch (entry.type) {
    case 'Junk':
      return `malformed: ${entry.annotations.map(({ message }) => message).join(' ')}`
    case 'Term':
      return `the term «-${entry.id.name}» is not known to the types: write its words where they are said`
    case 'Message':
      if (before.has(entry.id.name)) return `«${entry.id.name}» is written a second time`
      if (entry.attributes.length > 0) return `«${entry.id.name}» has attributes, which nothing can say`
      return refersTo(entry.value)
        ? `«${entry.id.name}» is made of other sentences, which the types do not follow`
        : null
    default:
      return null
  }
}

function refersTo(pattern: Pattern | null): boolean {
  let refers = false
  class References extends Visitor {
    override visitMessageReference(): void {
      refers = true
    }
  }
  if (pattern) new References().visit(pattern)
  return refers
}

function variablesOf(pattern: Pattern): Variables {
  const types = new Map<string, VariableType>()
  class Mentions extends Visitor {
    override visitVariableReference({ id }: { id: { name: string } }): void {
      if (!types.has(id.name)) types.set(id.name, 'string | number')
    }
    override visitSelectExpression(select: SelectExpression): void {
      const { selector } = select
      if (selector.type === 'VariableReference')
        types.set(selector.id.name, narrower(types.get(selector.id.name), typeOfSelector(select)))
      this.genericVisit(select)
    }
  }
  new Mentions().visit(pattern)
  return types
}

/** Plural categories and figures are chosen by a number, any other word by a text. */
function typeOfSelector({ variants }: SelectExpression): VariableType {
  const numeric = variants.every(({ key }) => key.type === 'NumberLiteral' || PLURALS.includes(key.name))
  return numeric ? 'number' : 'string'
}

/** What satisfies both; where they contradict each other Fluent cannot tell. */
export function narrower(one: VariableType | undefined, other: VariableType): VariableType {
  if (one === undefined || one === 'string | number' || one === other) return other
  return other === 'string | number' ? one : 'string | number'
}
