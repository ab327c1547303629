import { type Api, GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import { methodsFinding, missingMethods } from '../scripts/doctor/telegram.ts'

const refusing = (codes: Record<string, number>) => {
  const raw = new Proxy(
    {},
    {
      get: (_, method: string) => async () => {
        const error_code = codes[method] ?? 400
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

test('one that does not know them is said to be older, and what comes of it', async () => {
  const missing = await missingMethods(refusing({ sendRichMessage: 404, sendRichMessageDraft: 501 }))
  expect(missing).toEqual(['sendRichMessage', 'sendRichMessageDraft'])
  expect(methodsFinding(missing)).toMatchObject({
    verdict: 'note',
    detail: expect.stringContaining('sendRichMessage (tables and long answers go as plainer messages)'),
  })
})
