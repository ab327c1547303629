import { Hono } from 'hono'
import { z } from 'zod'
import { readJson } from '../body.ts'
import { deleteTopic, isSeenBy } from '../message/messages.ts'
import type { Env } from '../wire.ts'
import type { World } from '../world.ts'
import * as actions from './actions.ts'
import { idOf, newMessages, storedFile } from './routes.ts'

const newGroup = z.strictObject({ title: z.string().trim().min(1).max(128), members: z.array(z.int()).min(1).max(200) })

/** Groups with the bot in them: `/sandbox/groups/…`. What a member does there is a call of theirs that names the group. */
export function groupRoutes(world: World): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) => c.json(world.store.people.groups().map(actions.groupSummaryOf)))
  routes.post('/', async (c) => {
    const { title, members } = await readJson(c, newGroup)
    return c.json({ id: actions.addGroup(world, title, [...new Set(members)]) }, 201)
  })
  routes.post('/:id/migrate', (c) => c.json({ id: actions.migrateGroup(world, actions.groupOf(world, idOf(c))) }))
  routes.delete('/:id/topics/:thread', (c) => {
    deleteTopic(world, actions.groupOf(world, idOf(c)).id, Number(c.req.param('thread')))
    return c.json({})
  })
  // What one member sees, or with nobody named all that was said.
  routes.get('/:id/messages', async (c) => {
    const member = c.req.query('member')
    const messages = await newMessages(c, world, actions.groupOf(world, idOf(c)).id)
    return c.json(messages.filter((one) => isSeenBy(one, member === undefined ? undefined : Number(member))))
  })
  routes.get('/:id/files/:fileId', (c) => {
    actions.groupOf(world, idOf(c))
    return storedFile(c, world, c.req.param('fileId'))
  })
  return routes
}
