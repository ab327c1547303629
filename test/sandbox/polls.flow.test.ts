import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { aSandbox, type StartedSandbox } from './support.ts'

const QUIZ = {
  question: 'Ко усваја ЛАП?',
  options: [{ text: 'Савет' }, { text: 'скупштина' }],
  type: 'quiz',
  correct_option_ids: [1],
  explanation: 'Скупштина.',
  is_anonymous: false,
}

async function aChat(): Promise<{ sandbox: StartedSandbox; id: number; updates: () => Promise<Update[]> }> {
  const sandbox = await aSandbox()
  const { id } = await sandbox.post<{ id: number }>('/people', { name: 'Ана Анић' })
  await sandbox.post(`/people/${id}/messages`, { text: 'здраво' })
  let offset = 0
  const updates = async () => {
    const found = await sandbox.api.getUpdates({ offset })
    offset = (found.at(-1)?.update_id ?? offset - 1) + 1
    return found
  }
  await updates()
  return { sandbox, id, updates }
}

test('a vote in a quiz is told with who voted, counts, and cannot be changed', async () => {
  const { sandbox, id, updates } = await aChat()
  const sent = await sandbox.call('sendPoll', { chat_id: id, ...QUIZ })
  expect(sent).toMatchObject({
    ok: true,
    result: { poll: { question: QUIZ.question, type: 'quiz', correct_option_ids: [1], total_voter_count: 0 } },
  })
  const { message_id: messageId, poll } = (sent as { result: { message_id: number; poll: { id: string } } }).result
  await sandbox.post(`/people/${id}/votes`, { messageId, options: [0] })
  expect(await updates()).toEqual([
    expect.objectContaining({ poll: expect.objectContaining({ id: poll.id, total_voter_count: 1 }) }),
    expect.objectContaining({
      poll_answer: {
        poll_id: poll.id,
        user: expect.objectContaining({ id }),
        option_ids: [0],
        option_persistent_ids: ['0'],
      },
    }),
  ])
  await expect(sandbox.post(`/people/${id}/votes`, { messageId, options: [1] })).rejects.toThrow('409')
})

test('who votes in an anonymous poll is told nobody, and nobody votes in one that was stopped', async () => {
  const { sandbox, id, updates } = await aChat()
  const { message_id: messageId } = await sandbox.api.sendPoll(id, 'Када?', ['мај', 'јун'])
  await sandbox.post(`/people/${id}/votes`, { messageId, options: [1] })
  await sandbox.post(`/people/${id}/votes`, { messageId, options: [0] })
  expect((await updates()).map((update) => Object.keys(update)[1])).toEqual(['poll', 'poll'])
  expect(await sandbox.api.stopPoll(id, messageId)).toMatchObject({ is_closed: true, total_voter_count: 1 })
  await expect(sandbox.api.stopPoll(id, messageId)).rejects.toThrow('poll has already been closed')
  await expect(sandbox.post(`/people/${id}/votes`, { messageId, options: [1] })).rejects.toThrow('409')
})

describe('refused, as Telegram refuses it', () => {
  test.each([
    ['no question', { question: ' ' }, 'poll question must be non-empty'],
    ['a long question', { question: 'а'.repeat(301) }, 'poll question length must not exceed 300'],
    ['no options', { options: [] }, 'poll must have at least 1 option'],
    ['13 options', { options: Array.from({ length: 13 }, (_, i) => `${i}`) }, "poll can't have more than 12 options"],
    ['a long option', { options: ['а'.repeat(101)] }, 'poll options length must not exceed 100'],
    ['a quiz without its answer', { correct_option_ids: undefined }, 'wrong correct option ID specified'],
    ['an answer that is not there', { correct_option_ids: [2] }, 'wrong correct option ID specified'],
    ['a long explanation', { explanation: 'а'.repeat(201) }, 'explanation text is too long'],
    ['an explanation of four lines', { explanation: 'а\nб\nв\nг' }, 'explanation text is too long'],
  ])('%s', async (_, change, reason) => {
    const { sandbox, id } = await aChat()
    const answer = await sandbox.call('sendPoll', { chat_id: id, ...QUIZ, ...change })
    expect(answer).toMatchObject({ ok: false, error_code: 400, description: `Bad Request: ${reason}` })
  })
})
