import { expect, test } from 'vitest'
import { termContent } from '../../../src/answers/quoting/quoted-texts.ts'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { bareTerm, makeGlossary } from '../../../src/knowledge/search/glossary.ts'
import { foldedWords } from '../../../src/language/fold.ts'

const SMUGGLING = {
  ...{ mark: 'G84', term: 'кријумчарење људи', aliases: ['кријумчарење', '[шверц људи]'] },
  ...{ english: ['smuggling of persons'], meaning: 'Плаћени прелазак границе.', meaningEn: 'A paid crossing.' },
}

test('a name in brackets is understood, and not shown', () => {
  expect(bareTerm(makeGlossary([SMUGGLING]), foldedWords('шта је шверц људи?'))).toEqual(SMUGGLING)
  const answer = { kind: 'term' as const, term: SMUGGLING, quotes: [], hits: [] }
  const shown = plainOfBlocks(termContent('sr-Cyrl', answer))
  expect(shown).toContain('кријумчарење · smuggling of persons')
  expect(shown).not.toContain('шверц')
})
