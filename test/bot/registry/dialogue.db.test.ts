import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ChatContext } from '../../../src/bot/context.ts'
import { dialogue } from '../../../src/bot/registry/dialogue.ts'
import {
  beginDialogue,
  deleteDialogues,
  endDialogue,
  endDialogues,
  keepDialogue,
  loadDialogue,
  noteAsked,
  readDialogue,
} from '../../../src/bot/registry/dialogue-store.ts'
import { queue } from '../../../src/bot/send/outbox.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'

const { pool } = await aDatabase()
const clock = aClock()
beforeEach(async () => void (await pool.query('truncate dialogue')))

const CHAT = 7
const keep = (kind: string, data: unknown) => {
  clock.advance({ seconds: 1 })
  return keepDialogue(pool, CHAT, { kind, data }, clock.now())
}

/** The context of an update from the chat, its dialogue loaded. */
async function anUpdate() {
  const ctx = { turn: { chatId: CHAT } } as ChatContext
  await loadDialogue(pool)(ctx, async () => {})
  return ctx
}

describe('a dialogue', () => {
  test('is open until it ends, with what was entered last', async () => {
    expect((await anUpdate()).dialogue).toBeNull()
    await keep('sign-up', { step: 'name' })
    await keep('sign-up', { step: 'municipality', name: 'Мила' })
    expect((await anUpdate()).dialogue).toMatchObject({ kind: 'sign-up', data: { step: 'municipality', name: 'Мила' } })
    await endDialogue(pool, CHAT, 'sign-up')
    expect((await anUpdate()).dialogue).toBeNull()
  })

  test('counts answers, and begins anew with none', async () => {
    await keep('sign-up', { step: 'name' })
    await keep('sign-up', { step: 'name' })
    expect((await anUpdate()).dialogues[0]?.answers).toBe(0)
    await keep('sign-up', { step: 'municipality' })
    await keep('sign-up', { step: 'role' })
    expect((await anUpdate()).dialogues[0]?.answers).toBe(2)
    await beginDialogue(pool, CHAT, { kind: 'sign-up', data: {} }, clock.now())
    expect((await anUpdate()).dialogues).toMatchObject([{ kind: 'sign-up', answers: 0, asked: null, shown: [] }])
  })

  test('knows where its last question stands, once that has left', async () => {
    await keep('sign-up', {})
    await keep('message', {})
    const asked = { update: 5, after: 3, edited: [], keys: ['update:5:0'], data: ['reg:cancel'] }
    await noteAsked(pool, CHAT, new Map([['sign-up', asked]]))
    await noteAsked(pool, CHAT + 1, new Map([['message', asked]]))
    await queue(pool, { chatId: CHAT, content: [], edits: 1 }, { key: 'update:5:0', lane: 'reply', now: clock.now() })
    const dialogues = async () => (await anUpdate()).dialogues.map(({ kind, asked, shown }) => ({ kind, asked, shown }))
    expect(await dialogues()).toEqual([
      { kind: 'message', asked: null, shown: [] },
      { kind: 'sign-up', asked, shown: [] },
    ])
    await pool.query("update outbox set message_id = 4 where key = 'update:5:0'")
    expect((await dialogues())[1]).toEqual({ kind: 'sign-up', asked, shown: [4] })
  })

  test('left for another keeps what was entered', async () => {
    await keep('sign-up', { name: 'Мила' })
    await keep('message', {})
    expect((await anUpdate()).dialogue?.kind).toBe('message')
    expect((await readDialogue(pool, CHAT, 'sign-up'))?.data).toEqual({ name: 'Мила' })
    expect(await endDialogues(pool, CHAT)).toBe(2)
  })

  test('of another kind or an older form is none of ours', async () => {
    const definedAs = (kind: string, form: z.ZodType) => dialogue(kind, form, { who: 'everyone', accepts: ['text'] })
    const form = z.object({ name: z.string() })
    await keep('sign-up', { name: 'Мила' })
    const ctx = await anUpdate()
    expect(definedAs('sign-up', form).open(ctx)).toEqual({ name: 'Мила' })
    expect(definedAs('message', form).open(ctx)).toBeNull()
    expect(definedAs('sign-up', z.object({ surname: z.string() })).open(ctx)).toBeNull()
  })

  test('untouched for long is forgotten', async () => {
    await keep('sign-up', {})
    expect(await deleteDialogues(pool, clock.now())).toBe(0)
    expect(await deleteDialogues(pool, clock.now().add({ seconds: 1 }))).toBe(1)
  })
})
