import type { ChatMemberUpdated, Message } from 'grammy/types'
import { enqueue } from '../bot/updates.ts'
import { Refusal, TelegramError } from '../errors.ts'
import { documentObject, type FileKind, photoSizes, saveFile, voiceObject } from '../files.ts'
import { CAPTION_LENGTH } from '../limits.ts'
import { detectedEntities } from '../message/entities.ts'
import { type Actor, asSeen, type Content, editAsPerson, postAsPerson, writtenIn } from '../message/messages.ts'
import { firstText } from '../message/rich-measure.ts'
import type { RichBlockNode } from '../message/rich-schema.ts'
import { splitLongText } from '../message/text.ts'
import type { Upload } from '../params.ts'
import type { StoredFile } from '../store/files.ts'
import type { ChatRow, GroupChat, GroupSummary, Person, PersonSummary, PrivateChat, Role } from '../store/people.ts'
import { act, botUser, chatObject, personUser, unixSeconds, type World } from '../world.ts'

export interface NewPerson {
  name: string
  username?: string | undefined
  languageCode?: string | undefined
  role?: Role | undefined
}

/** A new Telegram user with an empty private chat; the first word of the name is the first name. */
export function addPerson(world: World, { name, username, languageCode, role }: NewPerson): number {
  if (username !== undefined && world.store.people.usernameTaken(username)) {
    throw new Refusal(409, `Username ${username} is taken`)
  }
  const [firstName = '', ...rest] = name.trim().split(/\s+/)
  return act(world, () => {
    world.events.publish('people', {})
    return world.store.people.add({
      firstName,
      lastName: rest.length > 0 ? rest.join(' ') : null,
      username: username ?? null,
      languageCode: languageCode ?? null,
      role: role ?? 'member',
    })
  })
}

export function removePerson(world: World, id: number): void {
  act(world, () => {
    world.store.people.remove(id)
    world.events.publish('people', {})
  })
}

/** The private chat of a person. Refuses when there is no such person. */
export function privateChat(world: World, personId: number): PrivateChat {
  const chat = Number.isSafeInteger(personId) ? world.store.people.chat(personId) : undefined
  if (chat?.kind !== 'private') throw new Refusal(404, `No person ${personId} in the sandbox`)
  return chat
}

/** The same, when the person is about to do something there. */
export function openChat(world: World, personId: number): PrivateChat {
  const chat = privateChat(world, personId)
  if (chat.state === 'blocked') throw new Refusal(409, `Person ${personId} has blocked the bot: unblock first`)
  return chat
}

/** A person about to do something: in their private chat, or in the group `groupId`. */
export function actorOf(world: World, personId: number, groupId?: number): Actor {
  const { person } = privateChat(world, personId)
  return { person, chat: groupId === undefined ? openChat(world, personId) : groupOf(world, groupId, personId) }
}

/** The group, of which the person, when one is given, must be a member. */
export function groupOf(world: World, groupId: number, personId?: number): GroupChat {
  const group = Number.isSafeInteger(groupId) ? world.store.people.chat(groupId) : undefined
  if (group?.kind !== 'group') throw new Refusal(404, `No group ${groupId} in the sandbox`)
  if (personId !== undefined && !group.members.some(({ id }) => id === personId)) {
    throw new Refusal(403, `Person ${personId} is not a member of group ${groupId}`)
  }
  return group
}

/** A new group; its first member adds the bot, which is told so. */
export function addGroup(world: World, title: string, memberIds: readonly number[]): number {
  const members = memberIds.map((id) => privateChat(world, id).person)
  return act(world, () => {
    const id = world.store.people.addGroup(title, memberIds)
    const bot = botUser(world)
    enqueue(world, {
      my_chat_member: {
        chat: chatObject(groupOf(world, id)),
        from: personUser(members[0]!),
        date: unixSeconds(world),
        old_chat_member: { status: 'left', user: bot },
        new_chat_member: { status: 'member', user: bot },
      },
    })
    world.events.publish('people', {})
    return id
  })
}

/** Writes a text, as several messages when it is too long for one. Returns the last one's id. */
export function write(
  world: World,
  actor: Actor,
  text: string,
  { replyTo, thread, unmarked = false }: { replyTo?: number; thread?: number; unmarked?: boolean } = {},
): number {
  const { person, chat } = actor
  const parts = splitLongText(text)
  if (parts.length === 0) throw new Refusal(400, 'The text is empty')
  if (replyTo !== undefined && !world.store.messages.get(chat.id, replyTo)) {
    throw new Refusal(404, `Message ${replyTo} is not in this chat`)
  }
  const sent = act(world, () =>
    parts.map((part, index) => {
      // Only the first message finds the chat still new.
      const now: ChatRow = index === 0 ? chat : { ...chat, state: 'open' }
      return postAsPerson(
        world,
        { person, chat: now },
        { ...writtenIn(world, chat.id, thread), text: part, ...(unmarked ? {} : detectedEntities(part)) },
        index === 0 ? replyTo : undefined,
      )
    }),
  )
  return sent.at(-1)!.message_id
}

/** Changes a text. */
export function rewrite(world: World, actor: Actor, messageId: number, text: string): void {
  act(world, () => editAsPerson(world, actor, messageId, { text, ...detectedEntities(text) }))
}

/** Something happens in the chat that Telegram itself tells of: a message is pinned, or somebody joins. */
export function happen(world: World, actor: Actor, what: Content): number {
  return act(world, () => postAsPerson(world, actor, what).message_id)
}

/** The group becomes a supergroup under another number; its members are told there, and the bot in both. Returns the number. */
export function migrateGroup(world: World, group: GroupChat): number {
  return act(world, () => {
    const { id: from, title, members } = group
    const to = world.store.people.addGroup(
      title,
      members.map(({ id }) => id),
    )
    world.store.settings.set(`moved:${from}`, to)
    const base = { message_id: 0, date: unixSeconds(world), from: personUser(members[0]!) }
    const told = [
      { ...base, chat: chatObject(group), migrate_to_chat_id: to },
      { ...base, chat: chatObject(groupOf(world, to)), migrate_from_chat_id: from },
    ]
    for (const message of told) enqueue(world, { message } as never)
    world.events.publish('people', {})
    return to
  })
}

/** Sends a file. Refuses with Telegram's reason when it would not take it. */
export function sendFile(world: World, actor: Actor, kind: FileKind, upload: Upload, caption: string): number {
  const text = caption.trim()
  if (text.length > CAPTION_LENGTH) throw new Refusal(400, `The caption is longer than ${CAPTION_LENGTH} characters`)
  try {
    return act(world, () => {
      const content = { ...fileContent(kind, saveFile(world, kind, upload)), ...captionContent(text) }
      return postAsPerson(world, actor, content).message_id
    })
  } catch (error) {
    if (error instanceof TelegramError) throw new Refusal(400, `The file was refused: ${error.message}`)
    throw error
  }
}

function fileContent(kind: FileKind, file: StoredFile): Content {
  switch (kind) {
    case 'document':
      return { document: documentObject(file) }
    case 'photo':
      return { photo: photoSizes(file) }
    case 'voice':
      // Roughly what Telegram's 16 kbit/s Opus would last.
      return { voice: voiceObject(file, Math.max(1, Math.round(file.size / 2000))) }
  }
}

function captionContent(text: string): Content {
  if (text === '') return {}
  const { entities } = detectedEntities(text)
  return { caption: text, ...(entities ? { caption_entities: entities } : {}) }
}

/** Presses Stop on the running draft. */
export function stopDraft(world: World, chat: PrivateChat): void {
  act(world, () => {
    const draftId = world.drafts.stop(chat.id)
    if (draftId === null) throw new Refusal(409, 'No draft is running that could be stopped')
    enqueue(world, { stopped_message_generation: { chat: chatObject(chat), draft_id: draftId } })
  })
}

/** Blocks or unblocks the bot; nothing happens when it is so already. */
export function setBlocked(world: World, chat: PrivateChat, blocked: boolean): void {
  if ((chat.state === 'blocked') === blocked) return
  act(world, () => {
    world.store.people.setState(chat.id, blocked ? 'blocked' : 'open')
    enqueue(world, { my_chat_member: memberUpdate(world, chat, blocked) })
    world.events.publish('people', {})
  })
}

function memberUpdate(world: World, chat: PrivateChat, blocked: boolean): ChatMemberUpdated {
  const user = botUser(world)
  const member = { status: 'member' as const, user }
  const kicked = { status: 'kicked' as const, user, until_date: 0 }
  return {
    chat: chatObject(chat),
    from: personUser(chat.person),
    date: unixSeconds(world),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  }
}

export function messagesAfter(world: World, chatId: number, after: number): Message[] {
  return world.store.messages.after(chatId, after).map(asSeen)
}

/** One line of the list of chats. */
export function summaryOf(person: PersonSummary) {
  return {
    id: person.id,
    name: nameOf(person),
    ...(person.username === null ? {} : { username: person.username }),
    ...(person.languageCode === null ? {} : { languageCode: person.languageCode }),
    role: person.role,
    blocked: person.blocked,
    ...lastLine(person),
  }
}

/** The same of a group. */
export function groupSummaryOf(group: GroupSummary) {
  const members = group.members.map((member) => ({ id: member.id, name: nameOf(member) }))
  return { id: group.id, title: group.title, members, ...lastLine(group) }
}

const nameOf = ({ firstName, lastName }: Person) => (lastName === null ? firstName : `${firstName} ${lastName}`)

function lastLine({ lastMessageId, lastBody }: { lastMessageId: number; lastBody: string | null }) {
  const last = lastBody === null ? null : (JSON.parse(lastBody) as Message)
  return {
    lastMessageId,
    lastText: last === null ? '' : lineOf(last),
    lastAt: last === null ? null : new Date(last.date * 1000).toISOString(),
  }
}

function lineOf(message: Message): string {
  const rich = message.rich_message && firstText(message.rich_message.blocks as unknown as RichBlockNode[])
  const text = message.text ?? rich ?? message.caption ?? message.document?.file_name ?? ''
  return text.slice(0, 200)
}
