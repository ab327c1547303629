import { describe, expect, test } from 'vitest'
import { bareAbbreviations, bareTerm, findTerms, makeGlossary } from '../../../src/knowledge/search/glossary.ts'
import { questionWords } from '../../../src/knowledge/search/question-words.ts'
import { toLatin } from '../../../src/language/script.ts'

const aTerm = (term: string, aliases: string[], english: string[]) => ({
  mark: term,
  term,
  aliases,
  english,
  meaning: '',
  meaningEn: '',
})
const glossary = makeGlossary([
  aTerm('локални акциони план', ['ЛАП'], ['local action plan', 'LAP']),
  aTerm('Комесаријат за избеглице и миграције', ['КИРС'], ['Commissariat']),
])

describe('an abbreviation with a Serbian ending is the abbreviation', () => {
  const SAID = ['ЛАП', 'ЛАП-а', 'лапа', 'лапу', 'лапом', 'лапови', 'лапове', 'лапова', 'ЛАП-у', 'lapovima', 'Lap-om']

  test.each(SAID)('%s, in both scripts', (said) => {
    for (const spelt of [said, toLatin(said), said.toUpperCase(), said.toLowerCase()]) {
      const words = questionWords(`ко усваја ${spelt}`)
      expect(findTerms(glossary, words).map((match) => match.term.term)).toEqual(['локални акциони план'])
      expect(bareAbbreviations(glossary, words)).toEqual(['ko', 'usvaja', 'lap'])
      expect(bareTerm(glossary, questionWords(`шта је ${spelt}?`))?.term).toBe('локални акциони план')
    }
  })

  test('several in one question are all made bare', () => {
    expect(bareAbbreviations(glossary, questionWords('да ли КИРС-у шаљемо ЛАП-ове и лапове'))).toEqual(
      questionWords('да ли КИРС шаљемо ЛАП и ЛАП'),
    )
  })

  test.each(['лапид', 'лаптоп', 'клапа', 'laptopa', 'лопата'])('%s is another word', (word) => {
    expect(bareAbbreviations(glossary, questionWords(word))).toEqual(questionWords(word))
    expect(findTerms(glossary, questionWords(word))).toEqual([])
  })
})
