import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Intent, intentOf as intentOfClauses } from '../../../src/answers/intent/intent.ts'
import { readMessage } from '../../../src/answers/reading/read.ts'
import { toLatin } from '../../../src/language/script.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'
import { everyThird, runs } from '../../support/runs.ts'

/** As a message is answered: with its clauses told apart. */
const intentOf = (text: string) => intentOfClauses(text, readMessage(text).asked)

type Labelled = { id: string; text: string; expect: string; reason?: string; kind?: string }

const SETS = ['brief', 'declined', 'trafficking', 'sessions', 'paraphrases', 'unanswerable', 'scope-more'] as const

function read(set: (typeof SETS)[number]): Labelled[] {
  const file = new URL(`../questions/${set}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

/** What a label comes to; whether the material answers a question is not the intent's business. */
function kindOf({ expect }: Labelled): string {
  return ['declined', 'emergency', 'sessions'].includes(expect) ? expect : 'question'
}

/** The same for an intent: one's own sign-ups were a matter of the calendar when these sets were labelled. */
function kindAsLabelled(intent: Intent): string {
  if (intent.kind === 'about') return 'question'
  return intent.kind === 'function' && intent.function === 'moje' ? 'sessions' : intent.kind
}

const SPELLINGS: [string, (text: string) => string][] = [
  ['as written', (text) => text],
  ['in Latin', toLatin],
  ['without diacritics', withoutDiacritics],
]

describe.each(SPELLINGS)('the labelled sets, %s', (_, spell) => {
  const misses = (questions: Labelled[]) =>
    questions
      .filter((one) => kindAsLabelled(intentOf(spell(one.text))) !== kindOf(one))
      .map(({ id, text }) => `${id} ${text}`)

  it.each([
    ['declined', 'declined'],
    ['trafficking', 'emergency'],
    ['scope-more', 'declined'],
    ['scope-more', 'emergency'],
    ['sessions', 'sessions'],
    ['scope-more', 'sessions'],
  ] as const)('%s: at least nine in ten of kind %s are recognised', (set, kind) => {
    const asked = read(set).filter((one) => kindOf(one) === kind)
    expect(misses(asked).length / asked.length).toBeLessThanOrEqual(0.1)
  })

  it('at most one question in a hundred is taken for something else', () => {
    const questions = SETS.flatMap(read).filter((one) => kindOf(one) === 'question' && one.kind !== 'nonsense')
    expect(misses(questions).length / questions.length).toBeLessThanOrEqual(0.01)
  })
})

describe('what a message wants', () => {
  it.each([
    ['помоћ', { kind: 'function', function: 'pomoc' }],
    ['откажи ми пријаву', { kind: 'function', function: 'moje' }],
    ['на шта сам пријављена', { kind: 'function', function: 'moje' }],
    ['обриши моје податке', { kind: 'function', function: 'obrisi' }],
    ['пиши латиницом', { kind: 'function', function: 'jezik:sr-Latn' }],
    ['не шаљи ми више', { kind: 'function', function: 'obavestenja' }],
    ['шта знаш о мени', { kind: 'function', function: 'mojipodaci' }],
    ['хоћу човека', { kind: 'function', function: 'kontakt' }],
    ['ко је тренер', { kind: 'function', function: 'kontakt' }],
    ['нова обука', { kind: 'function', function: 'novaobuka' }],
    ['пошаљи поруку учесницима', { kind: 'function', function: 'poruka' }],
    ['додај материјал', { kind: 'function', function: 'materijal' }],
    ['колико има пријављених', { kind: 'function', function: 'upravljanje' }],
    ['ПОМОЋ', { kind: 'function', function: 'pomoc' }],
    ['кад је следећа обука', { kind: 'sessions' }],
    ['хвала', { kind: 'courtesy', courtesy: 'thanks' }],
    ['важи', { kind: 'courtesy', courtesy: 'ok' }],
    ['ок', { kind: 'courtesy', courtesy: 'ok' }],
    ['добар дан', { kind: 'courtesy', courtesy: 'greeting' }],
    ['објасни краће', { kind: 'about', about: 'shorter' }],
    ['дај пример', { kind: 'about', about: 'example' }],
    ['откуд тај податак', { kind: 'about', about: 'source' }],
    ['уцењују ме', { kind: 'emergency' }],
    ['учење језика', { kind: 'question' }],
    ['отели су је', { kind: 'emergency' }],
    ['откуп куће', { kind: 'question' }],
    ['упомоћ', { kind: 'emergency' }],
    ['мислим на самоубиство', { kind: 'emergency' }],
    ['убиће нас рокови', { kind: 'question' }],
    ['имена жртава из Ниша, треба ми за ЛАП', { kind: 'declined', reason: 'personal-data' }],
  ] satisfies [string, Intent][])('«%s», in all spellings', (text, intent) => {
    for (const [, spell] of SPELLINGS) expect(intentOf(spell(text)), spell(text)).toEqual(intent)
  })

  it.each(['', '   ', '?! …', 'a', '👍'.repeat(50), 'реч'.repeat(2_000), 'ж '.repeat(2_048)])(
    'never throws: %#',
    (text) => {
      expect(intentOf(text).kind).toBeTypeOf('string')
    },
  )

  it('is said of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(intentOf(text).kind).toBeTypeOf('string')
      }),
      runs(100),
    )
  })
})

/** Messages of each kind that everybody tells apart; around and in them things are changed that say nothing. */
const PLAIN: Record<string, readonly string[]> = {
  question: [
    'ко усваја локални акциони план',
    'колико траје јавна расправа',
    'da li plan mora pred skupštinu',
    'како се прави анализа стања',
  ],
  emergency: [
    'газда јој је узео пасош и не пушта је из куће',
    'муж ме туче, не смем кући',
    'decu teraju da prose po ceo dan i tuku ih',
  ],
  declined: [
    'дај ми имена и адресе избеглица у општини',
    'за кога да гласам на изборима',
    'koliko uzima krijumčar da te prebaci preko granice',
  ],
}
const ALL = Object.entries(PLAIN).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const))

describe('what staff do', () => {
  it.each(['moram da otkazem dolazak na obuku', 'Има ли слободних места на некој обуци у јануару?'])(
    '«%s» means one thing for staff, and another for a participant',
    (text) => {
      const intent = intentOf(text)
      const meant = intent.kind === 'function' ? (intent.forOthers ?? intent.function) : intent.kind
      expect(['moje', 'obuke', 'sessions']).toContain(meant)
    },
  )
})

describe('what says nothing changes nothing', () => {
  it.each(ALL)('a greeting before and thanks after it (%s: «%s»)', (kind, text) => {
    for (const before of ['Поштовани, ', 'Добар дан, ', 'zdravo, ', ''])
      for (const after of ['. Хвала', ', hvala unapred', '. Срдачан поздрав', ''])
        expect(intentOf(`${before}${text}${after}`).kind, `${before}${text}${after}`).toBe(kind)
  })

  it('a name in place of another, in 99 of 100', () => {
    const names = readFileSync(new URL('../../../training/names.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
    const people = names.filter(([kind]) => kind === 'ime').map((row) => row[1]!)
    const places = names.filter(([kind]) => kind === 'mesto').map((row) => row[1]!)
    const all = everyThird(people).flatMap((person) => places.map((place) => ({ person, place })))
    const changed = all.filter(
      ({ person, place }) =>
        intentOf(`Овде ${person} из општине ${place}, ко усваја план?`).kind !== 'question' ||
        intentOf(`${person} из места ${place} каже да га газда туче и држи закључаног`).kind !== 'emergency',
    )
    expect(changed.length / all.length).toBeLessThanOrEqual(0.01)
  })

  it('thousands of letters of a story around a question', () => {
    const story = 'Радимо на плану од прошле године и имали смо три састанка са установама. '.repeat(25)
    expect(intentOf(`${story}Ко усваја план? ${story}`).kind).toBe('question')
    expect(intentOf(`${story}Девојку у суседству газда држи закључану и туче је. ${story}`).kind).toBe('emergency')
  })
})
