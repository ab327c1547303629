import { type Api, GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { methodsFinding, missingMethods } from '../../../scripts/doctor/telegram.ts'
import { NoApiAnswer } from '../../../src/bot/api-answer.ts'

/** `null`: something that is no answer of Telegram's. */
const refusing = (codes: Record<string, number | null>) => {
  const raw = new Proxy(
    {},
    {
      get: (_, method: string) => async () => {
        const error_code = method in codes ? codes[method] : 400
        if (error_code === null || error_code === undefined) throw new HttpError('no', new NoApiAnswer(500, true))
        throw new GrammyError('no', { ok: false, error_code, description: 'no' }, method, {})
      },
    },
  )
  return { raw } as unknown as Pick<Api, 'raw'>
}

test('a server that only misses parameters has the methods', async () => {
  expect(await missingMethods(refusing({}))).toEqual([])
  expect(methodsFinding([])).toMatchObject({ verdict: 'ok' })
})

test('one that does not know them, or answers in a form of its own, is said to be older, and what comes of it', async () => {
  const missing = await missingMethods(refusing({ sendRichMessage: 404, sendRichMessageDraft: 501, sendPhoto: null }))
  expect(missing).toEqual(['sendRichMessage', 'sendRichMessageDraft', 'sendPhoto'])
  expect(methodsFinding(missing)).toMatchObject({
    verdict: 'note',
    detail: expect.stringContaining('sendRichMessage (tables and long answers go as plainer messages)'),
  })
})
