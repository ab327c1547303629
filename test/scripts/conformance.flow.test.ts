import { expect, test } from 'vitest'
import { casesFor } from '../../scripts/conformance/cases.ts'
import { knownMethods } from '../../src/bot/known-methods.ts'
import { connectTo } from '../../src/bot/telegram.ts'
import { noLog } from '../../src/platform/log.ts'
import { aPng, aSandbox, TOKEN } from '../sandbox/support.ts'
import { aClock } from '../support/clock.ts'

/** A chat of the sandbox, as the command sees any server. */
async function aPlace() {
  const telegram = await aSandbox()
  const id = await telegram.person()
  const { apiRoot, api } = telegram
  const download = async (fileId: string) => {
    const { file_path: path } = await api.getFile(fileId)
    return new Uint8Array(await (await fetch(`${apiRoot}/file/bot${TOKEN}/${path}`)).arrayBuffer())
  }
  const fault = (method: string, error: number | 'page', status?: number) =>
    telegram.post('/faults', { method, error, times: 1_000, ...(status === undefined ? {} : { status }) })
  const connected = connectTo({ token: TOKEN, apiRoot })
  connected.config.use(knownMethods({ clock: aClock(), log: noLog }))
  return { fault, cases: casesFor({ api: connected, chatId: id, picture: aPng(20, 10), download }) }
}

const judged = async (cases: Awaited<ReturnType<typeof aPlace>>['cases']) => {
  const verdicts: [string, string, string][] = []
  for (const { name, run } of cases) {
    const { kind, detail } = await run()
    verdicts.push([name, kind, detail])
  }
  return verdicts
}

test('a server that takes everything is said to', async () => {
  const { cases } = await aPlace()
  const verdicts = await judged(cases)
  expect(verdicts.filter(([, kind]) => kind !== 'as-wanted')).toEqual([])
})

test('an older server is told from one that is broken', async () => {
  const { cases, fault } = await aPlace()
  for (const method of ['sendRichMessage', 'sendMessageDraft', 'sendPoll']) await fault(method, 404)
  await fault('editMessageMedia', 400)
  const verdicts = await judged(cases)
  expect(verdicts.filter(([, kind]) => kind === 'plainer')).toHaveLength(3)
  expect(verdicts.filter(([, kind]) => kind === 'wrong').map(([name]) => name)).toEqual([
    'a picture, and another in its place',
  ])
})

test('of a server that only stands in for Telegram it is said what it has not, and all is said more plainly', async () => {
  const { cases, fault } = await aPlace()
  const lacking = ['sendRichMessage', 'sendMessageDraft', 'sendPoll', 'sendDocument', 'sendPhoto', 'setMyCommands']
  for (const method of lacking) await fault(method, 'page', 500)
  const verdicts = await judged(cases)
  expect(verdicts.filter(([, kind]) => kind === 'wrong')).toEqual([])
  expect(verdicts.filter(([, kind]) => kind === 'plainer')).toHaveLength(lacking.length)
})
