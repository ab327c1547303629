import { GrammyError } from 'grammy'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { paragraph, plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { liveDraft } from '../../../src/bot/send/draft.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A Bot API that keeps what it is asked to show; `answer` decides how each call ends. */
function anApi(answer: () => Promise<true> = async () => true, richAnswer: () => Promise<true> = async () => true) {
  const shown: string[] = []
  const rich: string[] = []
  const sendMessageDraft = (call: { text: string }) => {
    shown.push(call.text)
    return answer()
  }
  const sendRichMessageDraft = (call: { rich_message: { blocks: never[] } }) => {
    rich.push(plainOfBlocks(call.rich_message.blocks))
    return richAnswer()
  }
  return { shown, rich, api: { raw: { sendMessageDraft, sendRichMessageDraft } } as never }
}

const text = (words: string) => () => [paragraph(words)]
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a live draft', () => {
  test('shows the first words at once, and then the newest, some time apart', async () => {
    const { api, shown } = anApi()
    const draft = liveDraft(api, 1, 2)
    draft.show(text('а'))
    expect(shown).toEqual(['а'])
    for (const words of ['аб', 'абв', 'абвг']) {
      await pass(50)
      draft.show(text(words))
    }
    expect(shown).toEqual(['а'])
    await pass(500)
    expect(shown).toEqual(['а', 'абвг'])
  })

  test('shows the first words at once after a placeholder', () => {
    const { api, shown } = anApi()
    const draft = liveDraft(api, 1, 2)
    draft.show(() => [{ type: 'thinking', text: 'Читам…' }])
    return pass(0).then(() => {
      draft.show(text('а'))
      expect(shown).toHaveLength(2)
    })
  })

  test('shows nothing twice, and nothing that is empty', async () => {
    const { api, shown } = anApi()
    const draft = liveDraft(api, 1, 2)
    for (const content of [() => [], text('а'), text('а'), () => []]) {
      draft.show(content)
      await pass(1_000)
    }
    expect(shown).toEqual(['а'])
  })

  test('asks for nothing while a call is under way, and ends with it', async () => {
    const gate = Promise.withResolvers<true>()
    const { api, shown } = anApi(() => gate.promise)
    const draft = liveDraft(api, 1, 2)
    draft.show(text('а'))
    draft.show(text('аб'))
    await pass(1_000)
    let ended = false
    const ending = draft.end().then(() => {
      ended = true
    })
    await pass(100)
    expect(ended).toBe(false)
    gate.resolve(true)
    await ending
    await pass(1_000)
    draft.show(text('абв'))
    expect(shown).toEqual(['а'])
  })

  test('waits as long as Telegram asks', async () => {
    const busy = new GrammyError(
      'x',
      { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 5 } },
      'sendRichMessageDraft',
      {},
    )
    const { api, shown } = anApi(vi.fn(async () => true as const).mockRejectedValueOnce(busy))
    const draft = liveDraft(api, 1, 2)
    draft.show(text('а'))
    await pass(1_000)
    draft.show(text('аб'))
    await pass(3_000)
    expect(shown).toEqual(['а'])
    await pass(2_000)
    expect(shown).toEqual(['а', 'аб'])
  })

  test('gives up where drafts are refused, without a word', async () => {
    const { api, shown } = anApi(async () => Promise.reject(new Error('blocked')))
    const draft = liveDraft(api, 1, 2)
    draft.show(text('а'))
    await pass(1_000)
    draft.show(text('аб'))
    await pass(1_000)
    await draft.end()
    expect(shown).toEqual(['а'])
  })

  test('shows the end of what is too long for one message', () => {
    const { api, shown } = anApi()
    liveDraft(api, 1, 2).show(() => [paragraph('почетак '.repeat(600)), paragraph('крај')])
    expect(shown[0]!.length).toBeLessThan(4_096)
    expect(shown[0]).toContain('крај')
  })

  test('is rich where that is wanted, and plainer once the server does not know such drafts', async () => {
    const refusal = { ok: false as const, error_code: 404, description: 'Not Found: method not found' }
    const { api, shown, rich } = anApi(undefined, async () => {
      throw new GrammyError('no', refusal, 'sendRichMessageDraft', {})
    })
    const draft = liveDraft(api, 1, 2, { rich: true })
    draft.show(text('а'))
    await pass(1_000)
    draft.show(text('аб'))
    await pass(1_000)
    expect([rich, shown]).toEqual([['а'], ['аб']])
  })
})
