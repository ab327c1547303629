import { InputFile } from 'grammy'
import { describe, expect, test } from 'vitest'
import { imageSize } from '../../src/sandbox/image-size.ts'
import { aPng, aSandbox, refusalOf, TOKEN } from './support.ts'

function aForm(file: string | Uint8Array<ArrayBuffer> | null, name = 'план.pdf', caption?: string) {
  const form = new FormData()
  if (file !== null) form.set('file', new File([file], name, { type: 'application/pdf' }))
  if (caption !== undefined) form.set('caption', caption)
  return form
}

const bytesAt = async (url: string) => {
  const response = await fetch(url)
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers, status: response.status }
}

describe("a person's files", () => {
  test('a document reaches the bot, which can download it', async () => {
    const { api, apiRoot, url, person, post } = await aSandbox()
    const id = await person({ started: false })
    const { messageId } = await post<{ messageId: number }>(
      `/people/${id}/documents`,
      aForm('садржај', 'план.pdf', 'Види /help'),
    )
    const [update] = await api.getUpdates()
    expect(update?.message).toMatchObject({
      message_id: messageId,
      caption: 'Види /help',
      caption_entities: [{ type: 'bot_command', offset: 5, length: 5 }],
      document: { file_name: 'план.pdf', mime_type: 'application/pdf', file_size: 14 },
    })
    const fileId = update!.message!.document!.file_id
    const file = await api.getFile(fileId)
    expect(file.file_path).toMatch(/^documents\/.+\.pdf$/)
    const downloaded = await bytesAt(`${apiRoot}/file/bot${TOKEN}/${file.file_path}`)
    expect(new TextDecoder().decode(downloaded.bytes)).toBe('садржај')
    const seen = await bytesAt(`${url}/sandbox/people/${id}/files/${fileId}`)
    expect(seen.bytes).toEqual(downloaded.bytes)
    expect(seen.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('план.pdf')}`,
    )
    expect((await bytesAt(`${apiRoot}/file/bot1:x/${file.file_path}`)).status).toBe(401)
    expect((await bytesAt(`${apiRoot}/file/bot${TOKEN}/documents/none`)).status).toBe(404)
  })

  test('photos and voices', async () => {
    const { person, post, messages } = await aSandbox()
    const id = await person()
    await post(`/people/${id}/photos`, aForm(aPng(640, 480), 'слика.png'))
    await post(`/people/${id}/voices`, aForm(new Uint8Array(6000), 'глас.ogg'))
    const [photo, voice] = await messages(id, 1)
    expect(photo?.photo).toMatchObject([{ width: 640, height: 480 }])
    expect(voice?.voice).toMatchObject({ duration: 3, file_size: 6000 })
  })

  test.each<[string, string, FormData, string]>([
    ['no file', 'documents', aForm(null), 'The form must have a file named "file"'],
    ['an empty file', 'documents', aForm(''), 'The file was refused: Bad Request: file must be non-empty'],
    ['a photo that is none', 'photos', aForm('садржај'), 'The file was refused: Bad Request: IMAGE_PROCESS_FAILED'],
    ['a long strip', 'photos', aForm(aPng(2100, 100)), 'The file was refused: Bad Request: PHOTO_INVALID_DIMENSIONS'],
    ['a long caption', 'documents', aForm('x', 'x', 'x'.repeat(1025)), 'The caption is longer than 1024 characters'],
  ])('%s is refused', async (_what, kind, form, error) => {
    const { person, request } = await aSandbox()
    expect(await request('POST', `/people/${await person()}/${kind}`, form)).toEqual({ status: 400, body: { error } })
  })
})

describe("the bot's files", () => {
  test('are uploaded once and sent again by id', async () => {
    const { api, person, messages } = await aSandbox()
    const id = await person()
    const options = { caption: '<b>Потврда</b>', parse_mode: 'HTML' as const }
    const sent = await api.sendDocument(id, new InputFile(new TextEncoder().encode('pdf'), 'потврда Ане.pdf'), options)
    expect(sent).toMatchObject({ caption: 'Потврда', caption_entities: [{ type: 'bold' }] })
    expect(sent.document.file_name).toBe('потврда Ане.pdf')
    const again = await api.sendDocument(id, sent.document.file_id)
    expect(again.document.file_id).toBe(sent.document.file_id)
    const photo = await api.sendPhoto(id, new InputFile(aPng(), 'a.png'))
    expect(photo.photo).toMatchObject([{ width: 40, height: 30 }])
    expect(await messages(id, 1)).toHaveLength(3)
    await api.editMessageCaption(id, again.message_id, { caption: 'друго' })
    const media = { type: 'photo' as const, media: new InputFile(aPng(20, 10), 'b.png'), caption: 'Нова' }
    const changed = await api.raw.editMessageMedia({ chat_id: id, message_id: photo.message_id, media })
    expect(changed).toMatchObject({ caption: 'Нова', photo: [{ width: 20, height: 10 }] })
    const captioned = await api.editMessageCaption(id, photo.message_id, { caption: 'Иста' })
    expect(captioned).toMatchObject({ caption: 'Иста', photo: [{ width: 20 }] })
    expect(await refusalOf(api.raw.editMessageMedia({ chat_id: id, message_id: again.message_id, media }))).toBe(
      '400 Bad Request: there is no media in the message to edit',
    )
    expect(await refusalOf(api.sendPhoto(id, sent.document.file_id))).toBe(
      "400 Bad Request: can't use file of type document as photo",
    )
  })

  test('a picture inside a rich message', async () => {
    const { api, person } = await aSandbox()
    const id = await person()
    const media = new InputFile(aPng(), 'a.png')
    const blocks = [{ type: 'photo' as const, photo: { type: 'photo' as const, media }, caption: { text: 'Графикон' } }]
    const sent = await api.raw.sendRichMessage({ chat_id: id, rich_message: { blocks } })
    expect(sent.rich_message.blocks).toMatchObject([
      { type: 'photo', photo: [{ width: 40 }], caption: { text: 'Графикон' } },
    ])
  })

  test('unknown ids, addresses and long captions are refused', async () => {
    const { api, person } = await aSandbox()
    const id = await person()
    expect(await refusalOf(api.getFile('x'))).toBe('400 Bad Request: invalid file_id')
    expect(await refusalOf(api.sendDocument(id, 'x'))).toBe('400 Bad Request: wrong file identifier/HTTP URL specified')
    expect(await refusalOf(api.sendPhoto(id, 'https://t.me/a.png'))).toContain('no HTTP URLs')
    const file = new InputFile(new Uint8Array(3), 'a')
    expect(await refusalOf(api.sendDocument(id, file, { caption: 'x'.repeat(1025) }))).toBe(
      '400 Bad Request: message caption is too long',
    )
  })
})

test('sizes are read from PNG, JPEG, GIF and WebP', () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 0, 0]
  const gif = [...new TextEncoder().encode('GIF89a'), 40, 0, 30, 0]
  const webp = [...new TextEncoder().encode('RIFFxxxxWEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0]
  for (const bytes of [aPng(), Uint8Array.from(jpeg), Uint8Array.from(gif), Uint8Array.from(webp)]) {
    expect(imageSize(bytes)).toEqual({ width: 40, height: 30 })
  }
  expect(imageSize(new TextEncoder().encode('није слика'))).toBeNull()
})
