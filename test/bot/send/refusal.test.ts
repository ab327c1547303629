import { expect, test } from 'vitest'
import { refusalIsAbout } from '../../../src/bot/send/refusal.ts'

test.each([
  [
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    'nothing-new',
  ],
  ['Bad Request: chat not found', 'person'],
  ['Forbidden: user is deactivated', 'person'],
  ['Bad Request: message to edit not found', 'message'],
  ["Bad Request: message can't be edited", 'message'],
  ["Bad Request: message can't be deleted for everyone", 'message'],
  ['Bad Request: message to delete not found', 'nothing-new'],
  ['Bad Request: not enough rights to send text messages to the chat', 'message'],
  ["Bad Request: can't parse entities: Unsupported start tag", 'form'],
])('«%s» is about: %s', (description, about) => {
  expect(refusalIsAbout({ description })).toBe(about)
})
