import { describe, expect, test } from 'vitest'
import { fitting } from '../../../src/answers/writing/reading-model.ts'

const MESSAGE = 'Поштовани, радим у општини па ме занима ко усваја план и колико траје. Хвала!'

describe('questions that a model read in a message are taken', () => {
  test.each([
    ['one', ['Ко усваја план?']],
    ['two', ['Ко усваја план?', 'Колико траје план?']],
    ['in the other script', ['Ko usvaja plan?']],
    ['inflected', ['Ко је надлежан за усвајање планова?']],
  ])('%s', (_, questions) => {
    expect(fitting(questions, MESSAGE, '')).toEqual(questions)
  })

  test('of a follow-up, with the words of the conversation', () => {
    expect(fitting(['Када се усваја план?'], 'а кад?', '— Ко усваја план?\nСкупштина.')).toEqual([
      'Када се усваја план?',
    ])
  })

  test('on one line each', () => {
    expect(fitting([' Ко\nусваја  план? '], MESSAGE, '')).toEqual(['Ко усваја план?'])
  })
})

describe('questions that cannot be what was asked are not', () => {
  test.each([
    ['none', []],
    ['an empty one', ['']],
    ['thirty', Array.from({ length: 30 }, () => 'Ко усваја план?')],
    ['an essay', ['Ко усваја план '.repeat(40)]],
    ['another language', ['Who adopts the plan of the municipality and how long does it take?']],
    ['a language without our letters', ['谁通过计划?']],
    ['another subject', ['Какво је време у Паризу?']],
    ['one of two about another subject', ['Ко усваја план?', 'Како се прави сарма?']],
  ])('%s', (_, questions) => {
    expect(fitting(questions, MESSAGE, '')).toBeNull()
  })
})
