import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMessage } from '../../../src/answers/reading/read.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'
import { anyText } from '../../support/any-text.ts'
import { labelled } from '../../support/questions.ts'

/** A message and what is asked in it, in Cyrillic. */
const MESSAGES: [message: string, asked: string[]][] = [
  ['Ко усваја ЛАП?', ['Ко усваја ЛАП?']],
  [
    'Поштовани, радим у општини Трстеник, колега је на боловању, рок је петак, па ме занима да ли план мора пред скупштину. Хвала, поздрав',
    ['да ли план мора пред скупштину.'],
  ],
  ['Добар дан, колико траје јавна расправа? Хвала унапред, Јелена Марковић', ['колико траје јавна расправа?']],
  [
    'Пишем годишњи извештај и председник ме притиска. Шта извештај мора да садржи? Нико код нас то никад није радио.',
    ['Шта извештај мора да садржи?'],
  ],
  ['Ко усваја ЛАП? Колико дуго важи? Хвала!', ['Ко усваја ЛАП?', 'Колико дуго важи?']],
  [
    'Здраво, ко сазива седницу савета и колико често се савет састаје?',
    ['ко сазива седницу савета', 'колико често се савет састаје?'],
  ],
  ['Може ли јавна расправа од 27.12. до 10.1?', ['Може ли јавна расправа од 27.12. до 10.1?']],
  ['Имамо план од 2021. године. Ко по чл. 12. закона формира савет?', ['Ко по чл. 12. закона формира савет?']],
  ['Срдачан поздрав, хвала на одговору. Где се објављује нацрт плана?', ['Где се објављује нацрт плана?']],
]

describe.each(Object.entries(SPELLINGS))('%s', (_, spell) => {
  test.each(MESSAGES)('«%s» asks %j', (message, asked) => {
    expect(readMessage(spell(message)).asked).toEqual(asked.map(spell))
  })
})

test.each([
  'Поштовани,',
  'Хвала лепо на помоћи!',
  'С поштовањем, Марко Петровић, повереништво Врање',
  'Радим у општини од марта, колега који је водио план је отишао у пензију.',
])('«%s» asks nothing, and is its own question all the same', (text) => {
  expect(readMessage(text)).toMatchObject({ asks: false, asked: [text] })
})

test('what is told around a question is its story', () => {
  const { story } = readMessage('Добар дан, имамо двеста радника из Непала. Да ли улазе у план? Хвала')
  expect(story).toBe('имамо двеста радника из Непала.')
})

test.each([
  ['ko usvaja lap', 'ko usvaja lap'],
  ['prvi put sam clan saveta i nemam pojma ko saziva sednicu hvala puno', 'ko saziva sednicu'],
  ['Dear colleagues, I am new here. Who adopts the plan? Best regards, John', 'Who adopts the plan?'],
])('«%s» asks «%s»', (message, asked) => {
  expect(readMessage(message).asked).toEqual([asked])
})

test('the name in a message does not change what is asked', () => {
  const asked = ['Марко Петровић', 'Шефкет Алић', 'Милица', 'Макро Макић'].map(
    (name) => readMessage(`Поштовани, зовем се ${name} и занима ме колико чланова има савет. Хвала, ${name}`).asked[0],
  )
  expect(new Set(asked)).toEqual(new Set(['колико чланова има савет.']))
})

describe('of the shipped questions', () => {
  const questions = ['brief', 'paraphrases']
    .flatMap(labelled)
    .filter(({ expect }) => expect === 'answered')
    .map(({ text }) => text)
  const WRAPPED: Record<string, (text: string) => string> = {
    'a greeting in front': (text) => `Поштовани, ${text}`,
    'thanks behind': (text) => `${text} Хвала унапред, срдачан поздрав`,
    'a signature behind': (text) => `${text}\nЈелена Марковић, повереништво Пирот`,
    'a sentence of context in front': (text) => `Радим у општини на југу и ово ми је први план. ${text}`,
  }

  test.each(Object.entries(WRAPPED))('%s changes what is asked in at most 5 %', (_, wrap) => {
    const bare = (asked: readonly string[]) =>
      asked
        .join(' ')
        .toLowerCase()
        .replace(/[.,!\s]+/g, ' ')
        .trim()
    const changed = questions.filter((text) => bare(readMessage(wrap(text)).asked) !== bare(readMessage(text).asked))
    expect(changed.length / questions.length, changed.slice(0, 30).join('\n')).toBeLessThanOrEqual(0.05)
  })
})

test('whatever is written is read, and what is asked stands in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { asked, parts } = readMessage(text)
      const bare = (written: string) => written.replace(/\s+/g, '')
      for (const clause of asked) expect(bare(text)).toContain(bare(clause))
      expect(bare(parts.map((part) => part.text).join(''))).toBe(parts.length === 0 ? '' : bare(text))
    }),
  )
})

test.each([
  ['no space at all', 'скупштина'.repeat(455)],
  ['single letters', 'а '.repeat(2048)],
  ['question marks', '?'.repeat(4096)],
  [
    'a story with a question in it',
    `${'Радим у општини и пишем план. '.repeat(70)}Ко усваја план? ${'Рок је био јуче. '.repeat(100)}`,
  ],
])('4,096 characters of %s do no harm', (_, text) => {
  const started = performance.now()
  expect(readMessage(text).asked.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(500)
})
