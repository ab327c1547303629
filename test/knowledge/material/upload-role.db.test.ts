import { type Api, Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import type { Turn } from '../../../src/bot/receive/turn.ts'
import { ReadingSlots, receiveDocument } from '../../../src/knowledge/material/upload-handlers.ts'
import type { BotContext } from '../../../src/people/context.ts'
import { grantRole, meetPerson } from '../../../src/people/store.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const { pool } = database
const clock = aClock()
const TELEGRAM_ID = 71

/** Sends a document as a trainer; `meanwhile` happens when it has been fetched, before it is kept. Returns what is said. */
async function send(meanwhile: () => Promise<unknown>): Promise<string> {
  const seen = { telegramId: TELEGRAM_ID, name: 'Тренер', localeSeen: null, localeFirst: 'sr-Cyrl' as const }
  await grantRole(pool, { ...seen, role: 'trainer', now: clock.now() })
  const person = await meetPerson(pool, { ...seen, now: clock.now() })
  const words: string[] = []
  const finish: Turn['finish'] = async (work) => {
    const said = await database.transaction(work)
    words.push(...said.map(({ content }) => plainOfBlocks(content)))
    return said.length
  }
  const api = { raw: { sendMessageDraft: async () => true } } as unknown as Api
  const ctx = Object.assign(new Context({ update_id: 1 } as Update, api, {} as UserFromGetMe), {
    turn: { updateId: 1, chatId: TELEGRAM_ID, finish } as Turn,
    person,
    locale: 'sr-Cyrl',
    toast: () => {},
  }) as unknown as BotContext
  const download = async () => {
    await meanwhile()
    return Buffer.from('# План\n\nСадржај плана.')
  }
  const parts = {
    db: pool,
    clock,
    log: noLog,
    download,
    scanner: null,
    slots: new ReadingSlots(),
    propose: null,
    office: null,
    exported: [],
    index: {} as never,
  }
  await receiveDocument(ctx, parts, { file_id: 'f', file_unique_id: 'u', file_name: 'plan.md' })
  return words.join('\n')
}

const drafts = async () => (await pool.query('select from version')).rows.length

test('a document is not kept of whoever lost the role while it was read', async () => {
  const taken = () => grantRole(pool, { telegramId: TELEGRAM_ID, name: 'Тренер', role: 'member', now: clock.now() })
  expect(await send(taken)).toContain('Више немате улогу тренера')
  expect(await drafts()).toBe(0)
  expect(await send(async () => {})).toContain('План')
  expect(await drafts()).toBe(1)
})
