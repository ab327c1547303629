import { describe, expect, test } from 'vitest'
import { createProgress } from '../../src/platform/progress.ts'

/** Somewhere to say it, and a clock that one moves. */
function aScreen(isTTY: boolean) {
  const screen = { isTTY, text: '', write: (text: string) => (screen.text += text), ms: 0 }
  return { screen, progress: createProgress(screen, () => screen.ms) }
}

/** What a terminal shows in the end: a line that is written anew loses what it said. */
const seenOn = (text: string) => text.split('\n').map((line) => line.split('\r\x1b[K').at(-1)!)

const files = (done: number, all: number) => ({ done, all, what: 'files' })

describe('on a terminal', () => {
  test('each step keeps one line, with its last count', () => {
    const { screen, progress } = aScreen(true)
    progress.at('Making the database')
    progress.at('Reading the material', files(1, 30))
    expect(seenOn(screen.text)).toEqual(['Making the database', 'Reading the material: 1 of 30 files'])
    progress.at('Reading the material', files(30, 30))
    progress.end()
    expect(seenOn(screen.text)).toEqual(['Making the database', 'Reading the material: 30 of 30 files', ''])
  })

  test('a step that takes longer says for how long', () => {
    const { screen, progress } = aScreen(true)
    progress.at('Making the database')
    screen.ms = 5_200
    progress.at('Making the tables')
    expect(seenOn(screen.text)).toEqual(['Making the database, 5 s', 'Making the tables'])
    progress.end()
  })

  test('work of which nothing was said ends without a line', () => {
    const { screen, progress } = aScreen(true)
    progress.end()
    expect(screen.text).toBe('')
  })
})

describe('elsewhere', () => {
  test('a step is a line, and a count is said every few seconds and at its end', () => {
    const { screen, progress } = aScreen(false)
    progress.at('Making the database')
    for (const done of [1, 2, 3]) progress.at('Reading the material', files(done, 30))
    screen.ms = 5_000
    for (const done of [4, 5, 30]) progress.at('Reading the material', files(done, 30))
    progress.end()
    expect(screen.text).toBe(
      'Making the database.\nReading the material: 1 of 30 files.\n' +
        'Reading the material: 4 of 30 files.\nReading the material: 30 of 30 files.\n',
    )
  })
})
