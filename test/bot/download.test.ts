import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GrammyError } from 'grammy'
import { afterAll, describe, expect, test } from 'vitest'
import type { ChatContext } from '../../src/bot/context.ts'
import { downloader } from '../../src/bot/download.ts'

const disk = mkdtempSync(join(tmpdir(), 'lap-files-test-'))
afterAll(() => rmSync(disk, { recursive: true }))
const files = join(disk, 'bot-api')
mkdirSync(join(files, '123:TOKEN', 'documents'), { recursive: true })
const sent = join(files, '123:TOKEN', 'documents', 'file_0.txt')
writeFileSync(sent, 'Одлука')
writeFileSync(join(disk, 'secret'), 'тајна')
symlinkSync(join(disk, 'secret'), join(files, 'link'))
mkdirSync(`${files}-other`)
writeFileSync(join(`${files}-other`, 'a'), 'туђе')

/** A server that says that a file lies there. */
const saying = (file_path: string) => ({ api: { getFile: async () => ({ file_path }) } }) as unknown as ChatContext
const fetching = (path: string, { folder = files as string | null, most = 1_000 } = {}) =>
  downloader({ token: '123:TOKEN', apiRoot: 'http://127.0.0.1:9', files: folder })(saying(path), 'id', most)

describe('a file of a server that gives paths of its disk', () => {
  test('is read there', async () => {
    expect(Buffer.from(await fetching(sent)).toString()).toBe('Одлука')
  })

  test.each([
    ['without a folder', sent, { folder: null }, 'set TELEGRAM_FILES'],
    ['that is outside', join(disk, 'secret'), {}, 'outside of TELEGRAM_FILES'],
    ['that a way up leads to', join(files, '..', 'secret'), {}, 'outside of TELEGRAM_FILES'],
    ['that a link leads to', join(files, 'link'), {}, 'outside of TELEGRAM_FILES'],
    ['of a folder whose name begins alike', join(`${files}-other`, 'a'), {}, 'outside of TELEGRAM_FILES'],
    ['that is not there', join(files, 'none'), {}, 'cannot be read'],
    ['that is too large', sent, { most: 3 }, 'larger than Telegram said'],
  ])('is refused %s, without the token', async (_, path, how, reason) => {
    const refused = fetching(path, how)
    await expect(refused).rejects.toThrow(reason)
    await expect(refused).rejects.not.toThrow('TOKEN"')
  })
})

describe('a file that does not come at once', () => {
  /** A server that answers so, one call after the other. */
  const answering = (...answers: (string | Error)[]) => {
    const calls = { left: answers.length }
    const getFile = async () => {
      const answer = answers[answers.length - calls.left--]
      if (typeof answer !== 'string') throw answer
      return { file_path: answer }
    }
    const ctx = { api: { getFile } } as unknown as ChatContext
    return { calls, fetched: downloader({ token: '1:T', apiRoot: 'http://127.0.0.1:9', files })(ctx, 'id', 1_000) }
  }
  const refusal = (error_code: number) =>
    new GrammyError('getFile', { ok: false, error_code, description: 'no' }, 'getFile', {})

  test.each([
    ['the way there broke', new TypeError('fetch failed')],
    ['Telegram itself failed', refusal(502)],
  ])('is asked for again: %s', async (_, error) => {
    expect(Buffer.from(await answering(error, sent).fetched).toString()).toBe('Одлука')
  })

  test('is given up after three times', async () => {
    const { calls, fetched } = answering(...Array.from({ length: 5 }, () => refusal(500)))
    await expect(fetched).rejects.toThrow('500')
    expect(calls.left).toBe(2)
  })

  test('is not asked for again when it was refused', async () => {
    const { calls, fetched } = answering(refusal(400), sent)
    await expect(fetched).rejects.toThrow('400')
    expect(calls.left).toBe(1)
  })
})
