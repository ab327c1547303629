import { type Api, Context, type MiddlewareFn } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { expect, test } from 'vitest'
import { Routes } from '../../src/bot/routes.ts'
import { aMessageUpdate } from './receive/updates.ts'

const me = { id: 1, is_bot: true, first_name: 'ЛАП', username: 'lap_bot' } as UserFromGetMe

/** What the installed handlers noted down for an update, in order. */
async function passing(update: Update, install: (routes: Routes<Context>, note: (what: string) => void) => void) {
  const noted: string[] = []
  const routes = new Routes<Context>()
  install(routes, (what) => noted.push(what))
  await routes.middleware()(new Context(update, {} as Api, me), async () => void noted.push('end'))
  return noted
}

function passOn(first: () => void): MiddlewareFn<Context> {
  return (_, next) => {
    first()
    return next()
  }
}

function aCommand(text: string): Update {
  const update = aMessageUpdate(1, 7, text)
  const length = text.split(' ')[0]!.length
  return {
    ...update,
    message: { ...update.message!, entities: [{ type: 'bot_command', offset: 0, length }] },
  } as Update
}

test('asks handlers in their order, and ends with the first that keeps the update', async () => {
  const noted = await passing(aCommand('/moje'), (routes, note) => {
    routes.use(passOn(() => note('first')))
    routes.command('obuke', () => note('another command'))
    routes.on(
      'message:text',
      passOn(() => note('text')),
    )
    routes.command('moje', () => note('the command'))
    routes.on('message', () => note('too late'))
  })
  expect(noted).toEqual(['first', 'text', 'the command'])
})

test('an update that nobody keeps goes on to what follows', async () => {
  expect(await passing(aMessageUpdate(1, 7, 'питање'), (routes) => routes.callbackQuery(/./, () => {}))).toEqual([
    'end',
  ])
})

test('a handler that passes on waits for those after it', async () => {
  const noted = await passing(aMessageUpdate(1, 7, 'питање'), (routes, note) => {
    routes.use(async (_, next) => {
      await next()
      note('afterwards')
    })
    routes.on('message', async () => {
      await Promise.resolve()
      note('handled')
    })
  })
  expect(noted).toEqual(['handled', 'afterwards'])
})

test('what a filter returns takes handlers of its own, for its updates alone', async () => {
  const install = (routes: Routes<Context>, note: (what: string) => void) => {
    const groups = routes.filter((ctx) => ctx.chat!.id < 0)
    groups.on(
      'message:text',
      passOn(() => note('text in a group')),
    )
    groups.use(() => note('anything else in a group'))
    routes.on('message', () => note('private'))
  }
  expect(await passing(aMessageUpdate(1, 7, 'питање'), install)).toEqual(['private'])
  expect(await passing(aMessageUpdate(1, -7, 'питање'), install)).toEqual([
    'text in a group',
    'anything else in a group',
  ])
})

test('each handler finds its own match', async () => {
  const noted = await passing(aCommand('/start poziv-abc'), (routes, note) => {
    routes.hears(/poziv-(\w+)/, (ctx, next) => {
      note(ctx.match[1]!)
      return next()
    })
    routes.command('start', (ctx) => note(ctx.match))
  })
  expect(noted).toEqual(['abc', 'poziv-abc'])
})

test('a failure reaches whoever handed the update in, and so does passing on twice', async () => {
  const failing = passing(aMessageUpdate(1, 7, 'питање'), (routes) => {
    routes.use((_, next) => next())
    routes.on('message', () => Promise.reject(new Error('broken')))
  })
  await expect(failing).rejects.toThrow('broken')
  const twice = passing(aMessageUpdate(1, 7, 'питање'), (routes) =>
    routes.use(async (_, next) => {
      await next()
      await next()
    }),
  )
  await expect(twice).rejects.toThrow('twice')
})
