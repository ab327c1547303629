import { describe, expect, test } from 'vitest'
import { readMultipart } from '../../src/sandbox/multipart.ts'

const read = (body: string, type = 'multipart/form-data; boundary=xx') =>
  readMultipart(new TextEncoder().encode(body), type)

describe('multipart forms', () => {
  test('as grammY writes them: no quotes around the file name', () => {
    const form = read(
      '--xx\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n5\r\n--xx\r\ncontent-disposition:form-data;name="a1";filename=план Ане.pdf\r\ncontent-type:application/octet-stream\r\n\r\nа\r\nб\r\n--xx--\r\n',
    )
    expect(form?.fields).toEqual({ chat_id: '5' })
    const upload = form?.uploads.get('a1')
    expect(upload).toMatchObject({ name: 'план Ане.pdf', type: 'application/octet-stream' })
    expect(new TextDecoder().decode(upload?.content)).toBe('а\r\nб')
  })

  test('as browsers write them', async () => {
    const form = new FormData()
    form.set('caption', '')
    form.set('file', new File(['x'], 'а "б"; в.txt', { type: 'text/plain' }))
    const request = new Response(form)
    const bytes = new Uint8Array(await request.arrayBuffer())
    const parsed = readMultipart(bytes, request.headers.get('content-type')!)
    expect(parsed?.fields).toEqual({ caption: '' })
    expect(parsed?.uploads.get('file')).toMatchObject({ name: 'а "б"; в.txt', type: 'text/plain' })
  })

  test.each([
    ['no boundary', '--xx--', 'multipart/form-data'],
    ['nothing in it', '', 'multipart/form-data; boundary=xx'],
    ['cut off', '--xx\r\ncontent-disposition:form-data;name="a"\r\n\r\n5', 'multipart/form-data; boundary=xx'],
    ['cut off in a head', '--xx\r\ncontent-disp', 'multipart/form-data; boundary=xx'],
  ])('%s is no form', (_what, body, type) => {
    expect(read(body, type)).toBeNull()
  })
})
