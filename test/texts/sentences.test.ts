import { describe, expect, test } from 'vitest'
import { readSentences } from '../../scripts/texts/sentences.ts'

const variablesOf = (pattern: string) =>
  Object.fromEntries(readSentences(`a = ${pattern}\n`).sentences.get('a') ?? [['not', 'read']])

describe('the variables of a sentence', () => {
  test.each([
    ['no variable', {}],
    ['{ $name } and { $other }', { name: 'string | number', other: 'string | number' }],
    ['{ $count ->\n  [one] one\n *[other] { $count }\n }', { count: 'number' }],
    ['{ $n } then { $n ->\n  [0] none\n *[other] some\n }', { n: 'number' }],
    ['{ $script ->\n  [latin] one\n *[cyrillic] { $name }\n }', { script: 'string', name: 'string | number' }],
    [
      '{ $n ->\n  [one] one\n *[other] { $who ->\n  [me] { $deep }\n *[you] you\n }\n }',
      { n: 'number', who: 'string', deep: 'string | number' },
    ],
    ['{ $x ->\n  [one] one\n *[other] { $x ->\n  [me] me\n *[you] you\n }\n }', { x: 'string | number' }],
  ])('%j', (pattern, expected) => {
    expect(variablesOf(pattern)).toEqual(expected)
  })
})

test.each([
  ['a = b\nbroken\nc = d\n', 'line 2: malformed: Expected token: "="'],
  ['a = b\na = c\n', 'line 2: «a» is written a second time'],
  ['-brand = b\n', 'line 1: the term «-brand» is not known to the types: write its words where they are said'],
  ['a = b\n  .title = c\n', 'line 1: «a» has attributes, which nothing can say'],
  ['b = c\na = { b }\n', 'line 2: «a» is made of other sentences, which the types do not follow'],
])('%j is a fault', (source, fault) => {
  expect(readSentences(source).faults).toEqual([fault])
})
