import { Hono } from 'hono'
import { z } from 'zod'
import { readJson, wholeNumber } from '../body.ts'
import type { Env } from '../wire.ts'
import { botUser, type World } from '../world.ts'
import { type AppClock, advanceClock } from './clock.ts'
import { type Faults, faultSchema } from './faults.ts'
import type { Flood } from './flood.ts'
import type { Journal } from './journal.ts'
import { pageStream } from './stream.ts'

export interface ControlParts {
  world: World
  clock: AppClock
  faults: Faults
  flood: Flood
  journal: Journal
  stopping: AbortSignal
}

/** What a demonstration, test or benchmark turns and watches: `/sandbox/…` beside the people. */
export function controlRoutes({ world, clock, faults, flood, journal, stopping }: ControlParts): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/bot', (c) => c.json(botProfile(world)))
  routes.get('/clock', (c) => c.json({ now: clock.now().toString() }))
  routes.post('/clock', async (c) => {
    const { advance } = await readJson(c, z.strictObject({ advance: z.string() }))
    advanceClock(world, clock, advance)
    return c.json({ now: clock.now().toString() })
  })
  routes.post('/faults', async (c) => {
    faults.order(await readJson(c, faultSchema))
    return c.json({})
  })
  routes.delete('/faults', (c) => {
    faults.clear()
    return c.json({})
  })
  routes.post('/flood', async (c) => {
    flood.switch((await readJson(c, z.strictObject({ enabled: z.boolean() }))).enabled)
    return c.json({})
  })
  routes.get('/calls', (c) => c.json(journal.after(wholeNumber(c, 'after', 0))))
  routes.get('/events', (c) => pageStream(c, world, stopping))
  return routes
}

function botProfile(world: World) {
  const { id, username, first_name: name } = botUser(world)
  const description = world.store.settings.get<string>('description:')
  const shortDescription = world.store.settings.get<string>('short_description:')
  return {
    id,
    username,
    name,
    ...(description === undefined ? {} : { description }),
    ...(shortDescription === undefined ? {} : { shortDescription }),
  }
}
