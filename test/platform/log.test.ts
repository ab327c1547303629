import { HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'
import { aMessageUpdate } from '../bot/receive/updates.ts'

const TOKEN = '123456:abcdefghijklmnopqrstuvwxyz'
const WORDS = 'моја мајка је болесна'

/** A log and what it printed, a line each. */
function aLog(level = 'trace') {
  const lines: string[] = []
  const log = createLog({ level, secrets: [TOKEN, ''] }, { write: (line) => void lines.push(line) })
  return { log, lines, printed: () => lines.join('') }
}

describe('a person’s words are never printed', () => {
  test.each<[string, object]>([
    ['in a field of the line', { text: WORDS }],
    ['in a message', { message: { text: WORDS, caption: WORDS } }],
    ['in an update', { update: aMessageUpdate(1, 7, WORDS) }],
    [
      'under a button of an update',
      { update: { callback_query: { message: { text: WORDS, chat: { first_name: WORDS } } } } },
    ],
    ['in a list', { updates: [aMessageUpdate(1, 7, WORDS), { message: { caption: WORDS } }] }],
    ['in a row of the outbox', { rows: [{ payload: { content: [{ type: 'paragraph', text: WORDS }] } }] }],
    ['as their name', { person: { name: WORDS, first_name: WORDS, last_name: WORDS, username: WORDS } }],
    ['in a question', { question: WORDS, trace: { question: WORDS } }],
    ['very deep', { a: { b: { c: { d: { e: { text: WORDS } } } } } }],
  ])('%s', (_, fields) => {
    const { log, printed } = aLog()
    log.info(fields, 'something happened')
    expect(printed()).toContain('something happened')
    expect(printed()).toContain('[hidden]')
    expect(printed()).not.toContain(WORDS)
  })

  test('in what an error carries beside its message', () => {
    const { log, printed } = aLog()
    const error = Object.assign(new Error('failed'), { payload: { text: WORDS }, detail: WORDS, code: '22P02' })
    log.error({ err: new Error('outer', { cause: error }) }, 'something happened')
    expect(printed()).not.toContain(WORDS)
    expect(JSON.parse(printed())).toMatchObject({
      msg: 'something happened',
      err: { type: 'Error', message: 'outer', cause: { message: 'failed', code: '22P02' } },
    })
  })

  test('in what the network said to whom grammY asked; its code tells the reason', () => {
    const { log, printed } = aLog()
    const said = Object.assign(new Error(`getaddrinfo ENOTFOUND ${WORDS}`), { code: 'ENOTFOUND' })
    log.error({ err: new HttpError('Network request failed!', said) }, 'something happened')
    expect(printed()).not.toContain(WORDS)
    expect(JSON.parse(printed())).toMatchObject({ err: { type: 'HttpError', code: 'ENOTFOUND' } })
  })

  test('in an object that contains itself', () => {
    const { log, printed } = aLog()
    const circle: Record<string, unknown> = { text: WORDS }
    circle.self = circle
    log.info({ circle }, 'something happened')
    expect(printed()).toContain('something happened')
    expect(printed()).not.toContain(WORDS)
  })
})

describe('the token is never printed', () => {
  test.each<[string, (log: ReturnType<typeof aLog>['log']) => void]>([
    ['in the message', (log) => log.info(`request to /bot${TOKEN}/getMe failed`)],
    ['in an address', (log) => log.info({ url: `https://api.telegram.org/bot${TOKEN}/getMe` }, 'failed')],
    ['in a field of its name', (log) => log.info({ telegram: { token: TOKEN } }, 'failed')],
    [
      'in an error and its stack',
      (log) => log.error({ err: new Error(`request to /bot${TOKEN}/getMe failed`) }, 'failed'),
    ],
    ['in a cause', (log) => log.error({ err: new Error('outer', { cause: new Error(TOKEN) }) }, 'failed')],
    ['in something thrown that is no error', (log) => log.error({ err: TOKEN }, 'failed')],
  ])('%s', (_, write) => {
    const { log, printed } = aLog()
    write(log)
    expect(printed()).toContain('failed')
    expect(printed()).toContain('[hidden]')
    expect(printed()).not.toContain(TOKEN)
  })
})

describe('a line', () => {
  test('is a JSON object with the time, the fields and the message', () => {
    const { log, lines } = aLog()
    log.warn({ row: 5, reason: '403', codes: [1, null, true], at: new Date(0) }, 'refused')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 40,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      row: 5,
      reason: '403',
      codes: [1, null, true],
      at: '1970-01-01T00:00:00.000Z',
      msg: 'refused',
    })
  })

  test('below the level is not printed', () => {
    const { log, lines } = aLog('warn')
    log.info('something happened')
    log.warn('something worse happened')
    expect(lines).toHaveLength(1)
  })

  test('whose fields hide something leaves the object itself as it was', () => {
    const { log } = aLog()
    const update = aMessageUpdate(1, 7, WORDS)
    log.info({ update }, 'something happened')
    expect(update).toEqual(aMessageUpdate(1, 7, WORDS))
  })
})
