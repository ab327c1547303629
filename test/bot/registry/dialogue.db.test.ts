import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ChatContext } from '../../../src/bot/context.ts'
import { dialogue } from '../../../src/bot/registry/dialogue.ts'
import {
  deleteDialogues,
  endDialogue,
  endDialogues,
  keepDialogue,
  loadDialogue,
  readDialogue,
} from '../../../src/bot/registry/dialogue-store.ts'
import { aClock, aDatabase } from '../../support/database.ts'

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
    expect((await anUpdate()).dialogue).toEqual({ kind: 'sign-up', data: { step: 'municipality', name: 'Мила' } })
    await endDialogue(pool, CHAT, 'sign-up')
    expect((await anUpdate()).dialogue).toBeNull()
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
