import { beforeEach, describe, expect, test, vi } from 'vitest'
import { bold, paragraph } from '../../../src/bot/message/rich.ts'
import { aPng, aSandbox } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { aTold, fault, heard, methods, sendersOn, soon } from './some-senders.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { aSender, put, putDeferred, rows, states, settled } = sendersOn(database)

describe('a file', () => {
  test('arrives with its name, its bytes and the text under it, once more by its id at Telegram', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const file = { name: 'обука.ics', base64: Buffer.from('BEGIN:VCALENDAR').toString('base64') }
    await put(id, [paragraph('Видимо се ', bold('у Пландишту'))], {
      file,
      buttons: [[{ text: 'Ок', callback_data: 'ok' }]],
    })
    aSender(telegram, aClock()).start()
    await settled()
    const sent = (await telegram.messages(id)).at(-1)!
    expect(sent).toMatchObject({
      caption: 'Видимо се у Пландишту',
      caption_entities: [{ type: 'bold' }],
      document: { file_name: 'обука.ics', file_size: 15 },
      reply_markup: { inline_keyboard: [[{ text: 'Ок' }]] },
    })
    await put(id, 'Поново', { file: { kind: 'document', fileId: sent.document!.file_id } })
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ caption: 'Поново', document: sent.document })
  })

  test('is a picture where it is said to be one, and another takes its place', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const picture = (width: number) => {
      return { name: 'slika.png', base64: Buffer.from(aPng(width, 10)).toString('base64'), isPicture: true } as const
    }
    await put(id, 'Прва', { file: picture(20) })
    aSender(telegram, aClock()).start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']), soon)
    const sent = (await telegram.messages(id)).at(-1)
    expect(sent).toMatchObject({ caption: 'Прва', photo: [{ width: 20 }] })
    await put(id, 'Друга', { file: picture(30), edits: sent!.message_id })
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ caption: 'Друга', photo: [{ width: 30 }] })
    expect(await methods(telegram)).toEqual(['sendPhoto', 'editMessageMedia'])
  })

  test('that Telegram does not know fails, and says so', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'Слика', { file: { kind: 'photo', fileId: 'gone' } })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['failed'])
    expect(await methods(telegram)).toEqual(['sendPhoto', 'sendPhoto'])
  })

  test('that Telegram does not know leaves out what may be said without it', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const renderers = {
      reminder: async () => ({
        content: [paragraph('Обука је сутра')],
        file: { kind: 'document', fileId: 'gone' } as const,
        mayLackFile: true as const,
      }),
    }
    await putDeferred(id, 'reminder', {})
    aSender(telegram, aClock(), { renderers }).start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ text: 'Обука је сутра' })
  })

  test.each(['sendDocument', 'sendPhoto', 'editMessageMedia'])(
    'leaves its words alone where the server has no %s, and their person is told',
    async (method) => {
      const telegram = await aSandbox()
      const id = await telegram.person()
      const { message_id } = await telegram.api.sendMessage(id, 'карта')
      await fault(telegram, { method, error: 404, times: 100 })
      const base64 = Buffer.from(aPng(20, 10)).toString('base64')
      const isPicture = method === 'sendDocument' ? {} : ({ isPicture: true } as const)
      const edits = method === 'editMessageMedia' ? { edits: message_id } : {}
      await put(id, 'Карта општине', { file: { name: 'karta.png', base64, ...isPicture }, ...edits })
      const told = aTold()
      aSender(telegram, aClock(), { tell: told.tell }).start()
      await settled()
      expect(await heard(telegram, id)).toEqual(['карта', 'Карта општине'])
      expect(told.what).toEqual(['without-file'])
    },
  )

  test('that a proxy finds too large again and again leaves its words alone, and their person is told', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendDocument', error: 'page', status: 413, times: 1_000 })
    await put(id, 'Списак', { file: { name: 'spisak.txt', base64: Buffer.from('Мила').toString('base64') } })
    const told = aTold()
    aSender(telegram, clock, { tell: told.tell }).start()
    for (let tries = 1; told.what.length === 0 && tries < 10; tries++) {
      await vi.waitFor(async () => {
        const [row] = await rows()
        expect(row!.state === 'sent' || (row!.state === 'waiting' && row!.attempts === tries)).toBe(true)
      }, soon)
      clock.advance({ minutes: 30 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Списак'])
    expect(told.what).toEqual(['without-file'])
  })
})
