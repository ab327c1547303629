import { type Api, Context, type MiddlewareFn } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { expect, test } from 'vitest'
import { chain } from '../../src/bot/chain.ts'
import { aMessageUpdate } from './receive/updates.ts'

const me = { id: 1, is_bot: true, first_name: 'ЛАП', username: 'lap_bot' } as UserFromGetMe

/** What the links noted down for a message, in order. */
async function passing(...links: ((note: (what: string) => void) => MiddlewareFn<Context>)[]) {
  const noted: string[] = []
  const note = (what: string) => void noted.push(what)
  const ctx = new Context(aMessageUpdate(1, 7, 'питање'), {} as Api, me)
  await chain(...links.map((link) => link(note)))(ctx, async () => note('end'))
  return noted
}

const passesOn =
  (what: string) =>
  (note: (what: string) => void): MiddlewareFn<Context> =>
  (_, next) => {
    note(what)
    return next()
  }
const keeps =
  (what: string) =>
  (note: (what: string) => void): MiddlewareFn<Context> =>
  () =>
    note(what)

test('asks each in its order, and ends with the first that keeps the update', async () => {
  expect(await passing(passesOn('first'), passesOn('second'), keeps('kept'), keeps('too late'))).toEqual([
    'first',
    'second',
    'kept',
  ])
})

test('an update that nobody keeps goes on to what follows', async () => {
  expect(await passing(passesOn('first'))).toEqual(['first', 'end'])
  expect(await passing()).toEqual(['end'])
})

test('whoever passes on may wait for those after it', async () => {
  const waits = (note: (what: string) => void): MiddlewareFn<Context> => {
    return async (_, next) => {
      await next()
      note('afterwards')
    }
  }
  const late = (note: (what: string) => void): MiddlewareFn<Context> => {
    return async () => {
      await Promise.resolve()
      note('handled')
    }
  }
  expect(await passing(waits, late)).toEqual(['handled', 'afterwards'])
})

test('a failure reaches whoever handed the update in, and so does passing on twice', async () => {
  const breaks = () => () => {
    throw new Error('broken')
  }
  await expect(passing(passesOn('first'), breaks)).rejects.toThrow('broken')
  const twice = (): MiddlewareFn<Context> => async (_, next) => {
    await next()
    await next()
  }
  await expect(passing(twice)).rejects.toThrow('twice')
})
