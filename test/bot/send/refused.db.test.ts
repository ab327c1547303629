import { beforeEach, describe, expect, test, vi } from 'vitest'
import { bold, heading, paragraph } from '../../../src/bot/message/rich.ts'
import { meetPerson } from '../../../src/people/store.ts'
import { aSandbox } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { calls, fault, heard, methods, sendersOn, soon } from './some-senders.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { aSender, put, rows, states, settled } = sendersOn(database)

describe('refused for good', () => {
  test('by a person who blocked us, who then is unreachable, while others are written to', async () => {
    const telegram = await aSandbox()
    const [gone, here] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    for (const telegramId of [gone, here]) {
      await meetPerson(database.pool, {
        telegramId,
        name: 'Ана',
        localeSeen: null,
        localeFirst: 'en',
        now: clock.now(),
      })
    }
    await telegram.post(`/people/${gone}/block`)
    await put(gone, 'а')
    await put(here, 'б')
    const sender = aSender(telegram, clock)
    sender.start()
    await settled()
    await sender.stop()
    expect(await states()).toEqual(['failed', 'sent'])
    const { rows: unreachable } = await database.pool.query<{ telegram_id: number; unreachable_since: Date }>(
      'select telegram_id, unreachable_since from person where unreachable_since is not null',
    )
    expect(unreachable).toEqual([{ telegram_id: gone, unreachable_since: new Date('2026-03-02T08:00:00Z') }])
  })

  test('by a chat that does not exist, in one call', async () => {
    const telegram = await aSandbox()
    await put(404, 'а')
    aSender(telegram, aClock()).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', failure: '400 Bad Request: chat not found' })
    expect(await calls(telegram)).toHaveLength(1)
  })

  test('when there is nothing to say', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, [paragraph('')])
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['failed'])
    expect(await heard(telegram, id)).toEqual([])
  })
})

describe('a form that Telegram refuses', () => {
  const content = [heading('План'), paragraph('Савет ', bold('доноси'), ' план <b>.')]

  test('is sent as HTML', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 400 })
    await put(id, content, { buttons: [[{ text: 'Даље', callback_data: 'next' }]] })
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({
      text: 'План\n\nСавет доноси план <b>.',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bold', offset: 12, length: 6 },
      ],
      reply_markup: { inline_keyboard: [[{ text: 'Даље', callback_data: 'next' }]] },
    })
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendMessage'])
  })

  test('also as HTML, is sent plain', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 400 })
    await fault(telegram, { method: 'sendMessage', error: 400 })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    const shown = (await telegram.messages(id)).at(-1)!
    expect(shown).toMatchObject({ text: 'План\n\nСавет доноси план <b>.' })
    expect(shown.entities).toBeUndefined()
    expect(await states()).toEqual(['sent'])
  })

  test('even plain, fails after one call of each form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: '*', error: 400, times: 9 })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 1, message_id: null })
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendMessage', 'sendMessage'])
  })

  test('is not tried in another form when the connection broke, since it may have arrived', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 'lost' })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    expect(await methods(telegram)).toEqual(['sendRichMessage'])
  })

  test('of a message to change is changed in a plainer form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await fault(telegram, { method: 'editMessageText', error: 400 })
    await put(id, content, { edits: message_id })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await heard(telegram, id)).toEqual(['План\n\nСавет доноси план <b>.'])
  })
})

describe('a server that does not know rich messages', () => {
  test.each([404, 501])('gets HTML (%d)', async (error) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error, times: 9 })
    await put(id, [paragraph('Савет ', bold('доноси'), ' план')])
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({
      text: 'Савет доноси план',
      entities: [{ type: 'bold' }],
    })
  })

  test('and nothing else either is not one: the message waits', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: '*', error: 404, times: 3 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })
})
