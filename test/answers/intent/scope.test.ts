import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Scope, scopeOf } from '../../../src/answers/intent/scope.ts'
import { beginsLike, family, mentions } from '../../../src/answers/intent/word-families.ts'
import { foldedWords } from '../../../src/language/fold.ts'

type Labelled = { id: string; text: string; expect: string; reason?: string }

const SETS = ['brief', 'declined', 'trafficking', 'sessions', 'paraphrases', 'unanswerable', 'scope-more'] as const

function read(set: (typeof SETS)[number]): Labelled[] {
  const file = new URL(`../questions/${set}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

/** The kind a label asks for: whether the material answers a question is not the scope's business. */
function kindOf({ expect }: Labelled): Scope['kind'] {
  return expect === 'declined' || expect === 'emergency' || expect === 'sessions' ? expect : 'question'
}

function misses(questions: Labelled[]): string[] {
  return questions.filter((one) => scopeOf(one.text).kind !== kindOf(one)).map((one) => `${one.id} ${one.text}`)
}

/** The share of messages of a kind that are recognised. */
function recall(questions: Labelled[], kind: Scope['kind']): number {
  const asked = questions.filter((one) => kindOf(one) === kind)
  return 1 - misses(asked).length / asked.length
}

describe('the questions of the brief', () => {
  const brief = read('brief')

  it('are all told apart', () => expect(misses(brief)).toEqual([]))

  it('are declined for the right reason', () => {
    const declined = brief.filter((one) => one.expect === 'declined')
    const reasons = Object.fromEntries(declined.map((one) => [one.id, scopeOf(one.text)]))
    expect(reasons).toEqual({
      q56: { kind: 'declined', reason: 'single-case' },
      q57: { kind: 'declined', reason: 'personal-data' },
      q58: { kind: 'declined', reason: 'politics' },
      q59: { kind: 'declined', reason: 'single-case' },
      q60: { kind: 'declined', reason: 'opinion' },
      q65: { kind: 'declined', reason: 'personal-data' },
    })
  })
})

describe('the labelled sets', () => {
  it.each([
    ['declined', 'declined'],
    ['trafficking', 'emergency'],
    ['scope-more', 'declined'],
    ['scope-more', 'emergency'],
  ] as const)('%s: at least nine in ten of kind %s are recognised', (set, kind) => {
    expect(recall(read(set), kind)).toBeGreaterThanOrEqual(0.9)
  })

  it.each(['sessions', 'scope-more'] as const)('%s: most messages about the calendar are recognised', (set) => {
    expect(recall(read(set), 'sessions')).toBeGreaterThanOrEqual(0.9)
  })

  it('at most one question in a hundred is taken for something else', () => {
    const questions = SETS.flatMap(read).filter((one) => kindOf(one) === 'question')
    expect(misses(questions).length / questions.length).toBeLessThanOrEqual(0.01)
  })

  it('a declined message that is recognised nearly always gets its own reason', () => {
    const declined = SETS.flatMap(read).filter(
      (one) => one.expect === 'declined' && scopeOf(one.text).kind === 'declined',
    )
    const right = declined.filter((one) => {
      const scope = scopeOf(one.text)
      return one.reason === undefined || (scope.kind === 'declined' && scope.reason === one.reason)
    })
    expect(right.length / declined.length).toBeGreaterThanOrEqual(0.95)
  })
})

describe('what a message is', () => {
  it.each([
    ['a girl who says she is forced to beg', 'Devojčica kaže da je teraju da prosi.', 'emergency'],
    [
      'the same, though the writer mentions the plan',
      'Pišemo LAP, ali žena mi kaže da je drže zaključanu',
      'emergency',
    ],
    ['a suspicion of the writer', 'Сумњам да је жртва трговине људима', 'emergency'],
    ['begging as a problem of the plan', 'u analizi pise da decu teraju da prose, koji je to cilj', 'question'],
    ['suspicions as a matter for the plan (q41)', 'Imamo sumnju na trgovinu ljudima — šta ide u LAP?', 'question'],
    ['signing up for the next training', 'prijavi me za sledecu obuku', 'sessions'],
    ['certificates (q53)', 'kako da se prijavim za obuku u plandistu i jel se dobija sertifikat', 'question'],
    ['trainings of the past', 'Koliko je obuka održano prošle godine?', 'question'],
    ['an assembly after elections', 'šta kad posle izbora skupština ne prizna stari LAP', 'question'],
    ['nothing', '', 'question'],
    ['no words', '?! …', 'question'],
  ] as const)('%s', (_, text, kind) => expect(scopeOf(text).kind).toBe(kind))

  it('is the same in either script, with or without diacritics', () => {
    const spellings = [
      'Hoće li moja sestra dobiti kuću?',
      'Хоће ли моја сестра добити кућу?',
      'hoce li moja sestra dobiti kucu',
    ]
    for (const text of spellings) expect(scopeOf(text)).toEqual({ kind: 'declined', reason: 'single-case' })
  })
})

describe('word families', () => {
  const found = (text: string, vocabulary: string) => mentions(foldedWords(text), family(vocabulary))

  it('a word stands for itself, a stem for all that begin so', () => {
    expect(found('расељена лица', 'raselj-')).toBe(true)
    expect(found('otac', 'otac')).toBe(true)
    expect(found('otaca', 'otac')).toBe(false)
  })

  it('letters are found inside a word or at its end, not at its beginning', () => {
    expect(found('porodica Petrovića', '-ović-')).toBe(true)
    expect(found('porodica Jokić', 'porodic-_-ić')).toBe(true)
    expect(found('oviciranje', '-ović-')).toBe(false)
  })

  it('a phrase is words in a row', () => {
    expect(found('gazda je ne pušta napolje', 'ne_pušta-')).toBe(true)
    expect(found('ne znam ko pušta napolje', 'ne_pušta-')).toBe(false)
  })

  it.each([
    ['a wrong letter', 'migrznti', 'migrant', true],
    ['a missing letter', 'mgranti', 'migrant', true],
    ['an extra letter', 'miigranti', 'migrant', true],
    ['swapped letters', 'mirganti', 'migrant', true],
    ['two errors', 'mrgznti', 'migrant', false],
    ['an error in the first letter', 'nigranti', 'migrant', false],
    ['an error in the last letter of the stem', 'prijatelj', 'prijav', false],
    ['a short stem', 'azli', 'azil', false],
    ['a word that the material knows', 'podataka', 'prodat', false],
    ['a word cut short', 'mig', 'migrant', false],
  ])('%s', (_, word, stem, like) => expect(beginsLike(word, stem)).toBe(like))

  it('an entry that cannot be read is refused by name', () => {
    expect(() => family('kuća ne-pušta-')).toThrow('Cannot read «ne-pušta-» in a word family')
  })
})
