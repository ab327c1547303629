import type { Message } from 'grammy/types'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readForm, readJson, wholeNumber } from '../body.ts'
import { Refusal } from '../errors.ts'
import type { FileKind } from '../files.ts'
import type { Actor, Content } from '../message/messages.ts'
import { vote } from '../message/polls.ts'
import { commandsFor } from '../methods/commands.ts'
import { menuButtonOf } from '../methods/profile.ts'
import type { Role } from '../store/people.ts'
import { type Env, fileResponse, goneSignal } from '../wire.ts'
import type { World } from '../world.ts'
import * as person from './actions.ts'
import { launchUrl } from './launch.ts'
import { tap } from './taps.ts'

const newPerson = z.strictObject({
  name: z.string().trim().min(1).max(128),
  username: z
    .string()
    .regex(/^@?\w{4,32}$/)
    .transform((username) => username.replace('@', ''))
    .optional(),
  languageCode: z
    .string()
    .regex(/^[a-z]{2,3}(-\w+)*$/i)
    .optional(),
  role: z.enum(['member', 'trainer', 'coordinator']).optional(),
})
const newMessage = z.strictObject({
  text: z.string(),
  replyTo: z.int().optional(),
  group: z.int().optional(),
  /** A topic, which is there from then on. */
  thread: z.int().positive().optional(),
  /** As by a client that marks no commands and addresses. */
  unmarked: z.boolean().optional(),
})
const newWords = z.strictObject({ text: z.string().min(1), group: z.int().optional() })
const service = z.strictObject({ kind: z.enum(['pinned', 'joined', 'timer']), group: z.int().optional() })
const newVote = z.strictObject({ messageId: z.int(), options: z.array(z.int()), group: z.int().optional() })
const newLaunch = z.strictObject({ url: z.string(), theme: z.record(z.string(), z.string()).default({}) })
const newTap = z.strictObject({ messageId: z.int(), button: z.string().min(1), group: z.int().optional() })

/** Gives a new trainer or coordinator their role in the app. */
export type GrantRole = (userId: number, role: Exclude<Role, 'member'>, name: string) => Promise<void>

/** Longest wait for a new message. */
const MAX_WAIT_SECONDS = 60

export const idOf = (c: Context<Env>) => Number(c.req.param('id'))

/** What a person does and sees: `/sandbox/people/…`. */
export function peopleRoutes(world: World, { grantRole, token }: { grantRole: GrantRole; token: string }): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) => c.json(world.store.people.list().map(person.summaryOf)))
  routes.post('/', async (c) => {
    const given = await readJson(c, newPerson)
    const id = person.addPerson(world, given)
    if (given.role && given.role !== 'member') await grantOrUndo(world, grantRole, id, given.role, given.name)
    return c.json({ id }, 201)
  })
  addWriting(routes, world)
  addFiles(routes, world)
  addReading(routes, world)
  routes.get('/:id/menu-button', (c) => c.json(menuButtonOf(world, person.privateChat(world, idOf(c)).id)))
  routes.post('/:id/launch', async (c) => {
    const { url, theme } = await readJson(c, newLaunch)
    return c.json({ url: launchUrl(world, { token, url, theme }, person.privateChat(world, idOf(c)).person) })
  })
  return routes
}

async function grantOrUndo(world: World, grant: GrantRole, id: number, role: Exclude<Role, 'member'>, name: string) {
  try {
    await grant(id, role, name)
  } catch (error) {
    person.removePerson(world, id)
    throw error
  }
}

function addWriting(routes: Hono<Env>, world: World): void {
  routes.post('/:id/messages', async (c) => {
    const { text, group, ...how } = await readJson(c, newMessage)
    return c.json({ messageId: person.write(world, person.actorOf(world, idOf(c), group), text, how as never) })
  })
  routes.put('/:id/messages/:message', async (c) => {
    const { text, group } = await readJson(c, newWords)
    person.rewrite(world, person.actorOf(world, idOf(c), group), Number(c.req.param('message')), text)
    return c.json({})
  })
  routes.post('/:id/service', async (c) => {
    const { kind, group } = await readJson(c, service)
    const actor = person.actorOf(world, idOf(c), group)
    return c.json({ messageId: person.happen(world, actor, SERVICE[kind](actor)) })
  })
  routes.post('/:id/taps', async (c) => {
    const { messageId, button, group } = await readJson(c, newTap)
    return c.json(await tap(world, person.actorOf(world, idOf(c), group), messageId, button))
  })
  routes.post('/:id/votes', async (c) => {
    const { messageId, options, group } = await readJson(c, newVote)
    vote(world, person.actorOf(world, idOf(c), group), messageId, options)
    return c.json({})
  })
  routes.post('/:id/stop', (c) => {
    person.stopDraft(world, person.openChat(world, idOf(c)))
    return c.json({})
  })
  routes.post('/:id/block', (c) => {
    person.setBlocked(world, person.privateChat(world, idOf(c)), true)
    return c.json({})
  })
  routes.post('/:id/unblock', (c) => {
    person.setBlocked(world, person.privateChat(world, idOf(c)), false)
    return c.json({})
  })
}

type Service = z.infer<typeof service>['kind']
const SERVICE: Record<Service, (actor: Actor) => Content> = {
  pinned: ({ chat }) => ({
    pinned_message: { message_id: 1, date: 0, chat: { id: chat.id, type: 'private', first_name: '' } },
  }),
  joined: ({ person: { id, firstName } }) => ({ new_chat_members: [{ id, is_bot: false, first_name: firstName }] }),
  timer: () => ({ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } }),
}

const KINDS: Record<string, FileKind> = { documents: 'document', photos: 'photo', voices: 'voice' }

function addFiles(routes: Hono<Env>, world: World): void {
  routes.post('/:id/:kind{documents|photos|voices}', async (c) => {
    const { id } = person.privateChat(world, idOf(c))
    const { fields, uploads } = await readForm(c)
    const actor = person.actorOf(world, id, fields.group === undefined ? undefined : Number(fields.group))
    const upload = uploads.get('file')
    if (!upload) throw new Refusal(400, 'The form must have a file named "file"')
    const messageId = person.sendFile(world, actor, KINDS[c.req.param('kind')]!, upload, fields.caption ?? '')
    return c.json({ messageId })
  })
  routes.get('/:id/files/:fileId', (c) => {
    person.privateChat(world, idOf(c))
    return storedFile(c, world, c.req.param('fileId'))
  })
}

export function storedFile(c: Context<Env>, world: World, fileId: string): Response {
  const file = world.store.files.get(fileId)
  if (!file) throw new Refusal(404, 'No such file in the sandbox')
  return fileResponse(c, file, world.store.files.bytes(file.fileId))
}

function addReading(routes: Hono<Env>, world: World): void {
  routes.get('/:id/messages', async (c) => {
    const { id } = person.privateChat(world, idOf(c))
    return c.json(await newMessages(c, world, id))
  })
  routes.get('/:id/commands', (c) => c.json(commandsFor(world, person.privateChat(world, idOf(c)).person)))
}

/** What a chat shows after message `after`, waiting up to `wait` seconds for something newer. */
export async function newMessages(c: Context<Env>, world: World, chatId: number): Promise<Message[]> {
  const after = wholeNumber(c, 'after', 0)
  const waitSeconds = Math.min(wholeNumber(c, 'wait', 0), MAX_WAIT_SECONDS)
  const there = person.messagesAfter(world, chatId, after)
  if (there.length > 0 || waitSeconds === 0) return there
  const gone = goneSignal(c)
  await world.events.next(['message'], {
    timeoutMs: waitSeconds * 1000,
    signal: gone,
    wanted: ({ chatId: of, message }) => of === chatId && message.message_id > after,
  })
  // Nobody reads the answer once the connection is closed, and the store may be closed with it.
  return gone.aborted ? [] : person.messagesAfter(world, chatId, after)
}
