import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../src/answers/reading/conversation.ts'
import { askedInConversation, formsOf, withoutDenied } from '../../../src/answers/reading/follow-up.ts'
import { readMessage } from '../../../src/answers/reading/read.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'

const after = (question: string, topic = ''): Exchange => ({
  question,
  answer: '',
  cited: [],
  found: [],
  topic,
  offer: null,
})

/** The last question, what follows, and the last question with that in it. */
const EXCHANGED: [question: string, asked: string, exchanged: string][] = [
  ['шта у план за избеглице', 'а за повратнике', 'шта у план за повратнике'],
  ['колико је дозвола издато 2023', 'а 2022', 'колико је дозвола издато 2022'],
  ['шта су послови повереника', 'а координатора', 'шта су послови координатора'],
  ['колико њих у радну групу', 'а у савет', 'колико њих у савет'],
]

describe.each(Object.entries(SPELLINGS))('%s', (_, spell) => {
  test.each(EXCHANGED)('after «%s», «%s» asks «%s»', (question, asked, exchanged) => {
    expect(formsOf(after(spell(question)), spell(asked)).exchanged).toBe(spell(exchanged))
  })

  test.each([
    ['не то, него стабло циљева', 'стабло циљева'],
    ['не, него проценат', 'проценат'],
    ['ко усваја план', 'ко усваја план'],
    ['не знам ко усваја план него ме занима', 'не знам ко усваја план него ме занима'],
  ])('of «%s» is meant «%s»', (said, meant) => {
    expect(withoutDenied(spell(said))).toBe(spell(meant))
  })
})

test.each(['а ко је надлежан', 'а ако скупштина одбије', 'колико то кошта', ''])(
  '«%s» names nothing to put in place',
  (asked) => {
    expect(formsOf(after('шта је дозвола'), asked).exchanged).toBeNull()
  },
)

test('a message is also put of what the last answer was about, by the words of its heading that tell something', () => {
  const { alone, ofTopic } = formsOf(
    after('шта је то', 'Шта је јединствена дозвола и ко је издаје?'),
    'а ко је надлежан',
  )
  expect(alone).toBe('а ко је надлежан')
  expect(ofTopic).toBe('а ко је надлежан jedinstvena dozvola izdaje')
})

test('a condition before a short question belongs to it; a long story does not', () => {
  const asked = (text: string) => askedInConversation(readMessage(text))
  expect(asked('а ако нам је истекао, смемо ли на конкурс')).toBe('а ако нам је истекао, смемо ли на конкурс')
  const story = 'Радим у општини на југу већ двадесет година и пишем свој први план. Ко усваја план? Хвала'
  expect(asked(story)).toBe('Ко усваја план?')
})
