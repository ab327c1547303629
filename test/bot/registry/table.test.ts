import { type Api, Context } from 'grammy'
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ChatContext } from '../../../src/bot/context.ts'
import type { OpenDialogue } from '../../../src/bot/registry/asked.ts'
import { button, rowId } from '../../../src/bot/registry/button.ts'
import { dialogue } from '../../../src/bot/registry/dialogue.ts'
import { type Handled, handlersFor, type Work } from '../../../src/bot/registry/handle.ts'
import { createTable } from '../../../src/bot/registry/table.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { aMessageUpdate } from '../receive/updates.ts'

const db = {} as Db
let noted: string[] = []
beforeEach(() => {
  noted = []
})

const note = async (what: string) => {
  noted.push(what)
  return []
}
const { handle, unread, command, converse } = handlersFor<ChatContext, 'trainer'>(
  {
    as: async (_, role, work) => {
      noted.push(`as ${role}`)
      return work(db)
    },
    is: () => false,
  },
  {
    past: (_, spent) => {
      noted.push(spent ? 'past and spent' : 'past')
      return []
    },
    sure: (_, data) => {
      noted.push(`sure? ${data}`)
      return []
    },
  },
)

const OPEN = button('staff:open', { who: 'trainer', args: [rowId] })
const ALL = button('staff:all', { who: 'trainer' })
const TOPIC = button('topic', { who: 'everyone', args: [rowId] })
const SECRET = button('secret', { who: 'trainer', hidden: true })
const NEXT = button('plan:next', { who: 'trainer', of: 'plan' })
const DISCARD = button('plan:discard', { who: 'trainer', of: 'plan', leaves: true })
const LEAVE_NAME = button('name:leave', { who: 'everyone', of: 'name', leaves: true })
const NAME = dialogue('name', z.object({ tries: z.number() }), { who: 'everyone', accepts: ['text'] })
const PICTURE = dialogue('picture', z.object({}), { who: 'trainer', accepts: ['photo', 'document'] })

const HANDLED = [
  handle(OPEN, (_db, _ctx, [id]) => note(`open ${id}`)),
  handle(ALL, () => note('all')),
  handle(TOPIC, (_, [id]) => note(`topic ${id}`)),
  handle(SECRET, () => note('secret')),
  handle(NEXT, () => note('next')),
  handle(DISCARD, () => note('discard')),
  handle(LEAVE_NAME, () => note('leave name')),
  unread('staff', 'trainer', () => note('unread')),
  command('tajna', 'trainer', () => note('secret'), { hidden: true }),
  command('obuke', 'everyone', (_, payload) => note(`obuke ${payload}`)),
  command('novaobuka', 'trainer', (_db, _ctx, payload) => note(`novaobuka ${payload}`)),
  converse(NAME, (_, { tries }, { text }) => (text.endsWith('?') ? null : () => note(`name ${tries} ${text}`))),
  converse(PICTURE, () => () => note('picture')),
]

const me = { id: 1, is_bot: true, first_name: 'ЛАП', username: 'lap_bot' } as UserFromGetMe

async function routed(
  update: Update,
  open: ChatContext['dialogue'] = null,
  handled: Handled<ChatContext>[] = HANDLED,
  dialogues: readonly OpenDialogue[] = [],
) {
  const turn = { finish: (work: Work) => work(db) }
  const known = { turn, dialogue: open, dialogues }
  const ctx = Object.assign(new Context(update, {} as Api, me), known) as unknown as ChatContext
  await createTable(handled).route(ctx, async () => void noted.push('passed on'))
  return noted
}

const aPress = (data: string) => ({ update_id: 1, callback_query: { id: '1', data } }) as Update
const aMessage = (message: Partial<Message>) => ({ update_id: 1, message }) as Update
const aCommand = (text: string) => {
  const length = text.split(' ')[0]!.length
  return aMessage({ text, entities: [{ type: 'bot_command', offset: 0, length }] } as Message)
}

describe('a press', () => {
  test.each([
    ['staff:open:5', ['as trainer', 'open 5']],
    ['staff:all', ['as trainer', 'all']],
    ['topic:7', ['topic 7']],
    ['staff:open:x', ['as trainer', 'unread']],
    ['staff:opens:5', ['as trainer', 'unread']],
    ['staff:all:5', ['as trainer', 'unread']],
    ['staff', ['passed on']],
    ['staff:', ['as trainer', 'unread']],
    ['topic:x', ['passed on']],
    ['topic', ['passed on']],
    ['topics:7', ['passed on']],
    ['secret', ['passed on']],
    ['', ['passed on']],
  ])('of «%s» comes to %j', async (data, expected) => {
    expect(await routed(aPress(data))).toEqual(expected)
  })
})

describe('a press under a question of a dialogue', () => {
  const asked = { update: 5, after: 10, edited: [], keys: ['update:5:0'], data: ['plan:next', 'plan:discard'] }
  const plan = { kind: 'plan', data: {}, answers: 1, asked, shown: [11] }
  const pressedUnder = (messageId: number, data: string) =>
    ({ update_id: 1, callback_query: { id: '1', data, message: { message_id: messageId } } }) as Update

  test.each<[string, number, OpenDialogue[], string[]]>([
    ['plan:next', 11, [plan], ['next']],
    ['plan:next', 9, [plan], ['past and spent']],
    ['plan:next', 11, [{ ...plan, asked: { ...asked, data: ['plan:discard'] } }], ['past']],
    ['plan:next', 9, [], ['next']],
    ['plan:next', 9, [{ ...plan, asked: null }], ['next']],
    ['plan:discard', 11, [plan], ['discard']],
    ['plan:discard', 9, [{ ...plan, answers: 2 }], ['past and spent']],
    ['plan:discard', 11, [{ ...plan, answers: 2 }], ['sure? leave:yes:5:plan:discard']],
    ['leave:yes:5:plan:discard', 12, [{ ...plan, answers: 2 }], ['discard']],
    ['leave:yes:4:plan:discard', 12, [{ ...plan, answers: 2 }], ['past and spent']],
    ['leave:yes:5:plan:next', 12, [plan], ['next']],
    ['leave:yes:5:staff:all', 12, [plan], ['all']],
  ])(
    '«%s» under message %i comes to its button, or to a word about it',
    async (data, messageId, dialogues, outcome) => {
      expect(await routed(pressedUnder(messageId, data), null, HANDLED, dialogues)).toEqual(['as trainer', ...outcome])
    },
  )

  test('of everybody is answered alike', async () => {
    const name = { ...plan, kind: 'name', answers: 3, asked: { ...asked, data: ['name:leave'] } }
    expect(await routed(pressedUnder(9, 'name:leave'), null, HANDLED, [name])).toEqual(['past and spent'])
    noted = []
    expect(await routed(pressedUnder(11, 'name:leave'), null, HANDLED, [name])).toEqual([
      'sure? leave:yes:5:name:leave',
    ])
  })
})

describe('a command', () => {
  test.each([
    ['/obuke', ['obuke ']],
    ['/obuke@LAP_bot  сутра', ['obuke сутра']],
    ['/novaobuka', ['as trainer', 'novaobuka ']],
    ['/obuke@other_bot', ['passed on']],
    ['/obukee', ['passed on']],
    ['/tajna', ['passed on']],
  ])('«%s» comes to %j, whatever is open', async (text, expected) => {
    expect(await routed(aCommand(text), { kind: 'name', data: { tries: 1 } })).toEqual(expected)
  })

  test('that is none, but begins like one, is no answer either', async () => {
    expect(await routed(aMessageUpdate(1, 7, '/ а'), { kind: 'name', data: { tries: 1 } })).toEqual(['passed on'])
  })
})

describe('a message', () => {
  test('goes to the dialogue that is open', async () => {
    expect(await routed(aMessageUpdate(1, 7, 'Мила'), { kind: 'name', data: { tries: 1 } })).toEqual(['name 1 Мила'])
  })

  test.each<[string, ChatContext['dialogue'], Partial<Message>]>([
    ['with nothing open', null, { text: 'Мила' }],
    ['with a dialogue of an older form open', { kind: 'name', data: { attempts: 1 } }, { text: 'Мила' }],
    ['with a dialogue open that nobody knows any more', { kind: 'age', data: {} }, { text: 'Мила' }],
    ['that the dialogue declines', { kind: 'name', data: { tries: 1 } }, { text: 'Ко је то?' }],
    ['that the dialogue does not look at', { kind: 'picture', data: {} }, { text: 'Мила' }],
  ])('%s passes on', async (_, open, message) => {
    expect(await routed(aMessage(message), open)).toEqual(['passed on'])
  })

  test('may be a picture where one is waited for', async () => {
    expect(await routed(aMessage({ photo: [] }), { kind: 'picture', data: {} })).toEqual(['as trainer', 'picture'])
  })
})

describe('a table is not built', () => {
  const everyone = async () => {}
  test.each<[string, Handled<ChatContext>[], RegExp]>([
    ['when a button is handled twice', [handle(TOPIC, everyone), handle(TOPIC, everyone)], /«topic:» is handled twice/],
    [
      'when a command is handled twice',
      [command('obuke', 'everyone', everyone), command('obuke', 'everyone', everyone)],
      /«obuke» is handled twice/,
    ],
    [
      'when a dialogue is handled twice',
      [converse(NAME, () => null), converse(NAME, () => null)],
      /«name» is handled twice/,
    ],
    [
      'when the data of a button could be those of another',
      [handle(button('staff', { who: 'everyone', args: [rowId] }), everyone), handle(OPEN, async () => [])],
      /Data of «staff:open:» could be those of «staff:»/,
    ],
    [
      'when a button has more than two words',
      [handle(button('a:b:c', { who: 'everyone' }), everyone)],
      /«a:b:c» is not one or two words/,
    ],
  ])('%s', (_, handled, message) => {
    expect(() => createTable(handled)).toThrow(message)
  })
})
