import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionsIn } from '../../../src/bot/questions.ts'
import { type Asked, hasMuchToLose, isLive } from '../../../src/bot/registry/asked.ts'
import type { Outgoing } from '../../../src/bot/send/outbox.ts'
import { runs } from '../../support/runs.ts'
import { aTable, NOWHERE } from '../../support/table.ts'

const CHAT = 7
const dialogueOf = (data: string) => (data.startsWith('plan:') ? 'plan' : null)
const saying = (patch: Partial<Outgoing>, ...data: string[]): Outgoing => ({
  chatId: CHAT,
  content: [],
  buttons: [data.map((one) => ({ text: one, callback_data: one }))],
  ...patch,
})
const asked = (messages: Outgoing[], after = 10) =>
  questionsIn(messages, { turn: { updateId: 5, chatId: CHAT }, after, dialogueOf }).get('plan')

test('the last question is where its buttons stand', () => {
  expect(asked([saying({}), saying({}, 'plan:next', 'other'), saying({ edits: 8 }, 'plan:back')])).toEqual({
    update: 5,
    after: 10,
    edited: [8],
    keys: ['update:5:1'],
    data: ['plan:next', 'plan:back'],
  })
  expect(asked([saying({}, 'other'), saying({ chatId: 8 }, 'plan:next')])).toBeUndefined()
  expect(
    asked([saying({ content: [{ type: 'paragraph', text: 'Слике' }], onceKey: 'album' }, 'plan:next')])?.keys,
  ).toEqual(['7:album'])
})

test('of a text in several messages it is the last one', () => {
  const long = Array.from({ length: 400 }, () => ({
    type: 'paragraph' as const,
    text: 'Дугачка реченица. '.repeat(10),
  }))
  const keys = asked([saying({ content: long }, 'plan:next')])!.keys
  expect(keys).toHaveLength(1)
  expect(keys[0]).toMatch(/^update:5:0#[2-9]/)
})

/** A chat: bot and person write in turn, each message with the next number; a question is sent anew or put into the one pressed. */
const moves = fc.array(
  fc.record({ how: fc.constantFrom('writes', 'presses'), same: fc.boolean(), knows: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 12,
  },
)

test('whatever one writes and presses, the buttons of the last question alone are live', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      let last = 1
      let question = last
      const questions = new Set([question])
      let open: { asked: Asked | null; shown: number[] } = { asked: asked([saying({}, 'plan:next')], 0)!, shown: [1] }
      for (const { how, same, knows } of steps) {
        if (how === 'writes') last += 1
        const answered = how === 'writes' ? last : question
        const inPlace = how === 'presses' && same
        if (!inPlace) {
          last += 1
          question = last
          questions.add(question)
        }
        open = {
          asked: asked([saying(inPlace ? { edits: question } : {}, 'plan:next')], answered)!,
          shown: !inPlace && knows ? [question] : [],
        }
        for (const messageId of questions)
          expect(isLive(open, { messageId, data: 'plan:next' })).toBe(messageId === question)
        expect(isLive(open, { messageId: question, data: 'plan:back' })).toBe(false)
      }
    }),
    runs(200),
  )
})

test('what was begun before questions were noted keeps its buttons', () => {
  expect(isLive({ asked: null, shown: [] }, { messageId: 1, data: 'plan:next' })).toBe(true)
})

test('giving up is asked about from the second answer on', () => {
  expect([0, 1, 2, 9].map((answers) => hasMuchToLose({ answers }))).toEqual([false, false, true, true])
})

test('every button of a dialogue names one that there is', () => {
  const { all } = aTable(NOWHERE)
  const kinds = new Set(all.flatMap((one) => (one.kind === 'dialogue' ? [one.dialogue.kind] : [])))
  const named = all.flatMap((one) => (one.kind === 'button' && one.button.of !== null ? [one.button.of] : []))
  // Each can be given up by a button, whether or not its questions show it.
  expect(new Set(named)).toEqual(kinds)
  for (const kind of named) expect(kinds).toContain(kind)
})
