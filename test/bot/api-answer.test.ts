import { expect, test } from 'vitest'
import { readApiAnswer } from '../../src/bot/api-answer.ts'

test.each([
  ['a success', 200, '{"ok":true,"result":5}', { ok: true, result: 5 }],
  [
    'a refusal',
    400,
    '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
    { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
  ],
  [
    'a request to wait',
    429,
    '{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}',
    { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } },
  ],
  [
    'a refusal without its code has that of HTTP',
    501,
    '{"ok":false,"description":"Not Implemented"}',
    { ok: false, error_code: 501, description: 'Not Implemented' },
  ],
  [
    'a refusal that says nothing at all',
    404,
    '{"ok":false}',
    { ok: false, error_code: 404, description: 'status 404' },
  ],
])('%s', (_, status, body, answer) => {
  expect(readApiAnswer({ status, body })).toEqual(answer)
})

const HTML = '<html><h1>nginx</h1></html>'

test.each([
  ['a gateway that waited in vain', 502, undefined, HTML, true],
  ['one that says that nobody took its connection', 502, 'edge; error=connection_refused', HTML, false],
  ['one whose time was over', 504, 'edge; error="http_response_timeout"', HTML, true],
  ['a proxy that is too busy', 503, undefined, HTML, false],
  ['one that the file is too large for', 413, undefined, HTML, false],
  ['one that sends us elsewhere', 302, undefined, HTML, false],
  ['one that found nobody', 523, undefined, HTML, false],
  ['a page where an answer should be', 200, undefined, HTML, true],
  ['JSON of somebody else', 200, undefined, '{"message":"welcome"}', true],
  ['a result without a word of success', 200, undefined, '{"result":5}', true],
  ['a proxy that refuses in JSON', 403, undefined, '{"error":"forbidden"}', false],
  ['an answer cut off in the middle', 200, undefined, '{"ok":true,"res', true],
  ['nothing', 500, undefined, '', true],
])('%s is no answer', (_, status, proxyStatus, body, reached) => {
  expect(() => readApiAnswer({ status, proxyStatus, body })).toThrow(
    expect.objectContaining({ name: 'NoApiAnswer', status, reached }),
  )
})
