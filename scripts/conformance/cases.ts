import { type Api, GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import { isNoAnswer, isUnknownMethod } from '../../src/bot/known-methods.ts'
import { bold, heading, list, paragraph, quotation, table } from '../../src/bot/message/rich.ts'
import type { Payload } from '../../src/bot/send/outbox.ts'
import type { Outcome } from '../../src/bot/send/outcome.ts'
import { sendRow } from '../../src/bot/send/send.ts'
import { messageOf } from '../../src/platform/errors.ts'

/** What came of a case: as wanted; said more plainly, as where a server is older; or not at all. */
export type Verdict = { kind: 'as-wanted' | 'plainer'; detail: string } | { kind: 'wrong'; detail: string }

export type Case = { name: string; run(): Promise<Verdict> }

const OK: Verdict = { kind: 'as-wanted', detail: '' }
const wrong = (detail: string): Verdict => ({ kind: 'wrong', detail })

/** Where to, and what tells more than the answers to our calls. */
type Place = {
  api: Api
  chatId: number
  picture: Uint8Array
  /** The bytes that the server keeps of a file. */
  download: (fileId: string) => Promise<Uint8Array>
}

/**
 * What the bot says in its flows, sent as it sends it, in every form that it has: words, a table, a long text, buttons, an answer that is
 * being written, files, a picture in place of another, a quiz, a message taken back; and what it must be refused.
 */
export function casesFor({ api, chatId, picture, download }: Place): Case[] {
  const once = (payload: Payload, rich: boolean) => sendRow(api, chatId, payload, { rich })
  // What may not have arrived is shown again by a tap of its person.
  const send = async (payload: Payload, rich = false) => {
    const sent = await once(payload, rich)
    return sent.kind === 'unknown' ? once(payload, rich) : sent
  }
  const buttons = [[{ text: 'Пријави ме', callback_data: 'session:join:1' }]]
  const one = (text: string) => ({ content: [paragraph(text)] })
  return [
    { name: 'the start: words, a list, buttons', run: async () => sent(await send({ ...WORDS, buttons })) },
    {
      name: 'a question: an answer with a quotation, as it is written',
      run: async () => {
        const draft = await drafted(api, chatId)
        const answer = sent(await send(ANSWER))
        return answer.kind === 'wrong' || draft.kind === 'as-wanted' ? answer : draft
      },
    },
    {
      name: 'a table, as a rich message where there are such',
      run: async () => {
        const outcome = await send(TABLE, true)
        const verdict = sent(outcome)
        if (verdict.kind === 'wrong' || outcome.rich) return verdict
        return { kind: 'plainer', detail: 'as text: there are no rich messages' }
      },
    },
    { name: 'a long text, in parts', run: async () => sent(await send(one('Локални акциони план. '.repeat(500)))) },
    { name: 'signs that are no markup', run: async () => sent(await send(one('a < b && c > d „<b>“ &amp; *_`'))) },
    { name: 'a sign-up: the message changes in place', run: () => changed(send) },
    {
      name: 'a calendar file, and the same again by its number',
      run: () => fileTwice(api, chatId, send, download),
    },
    {
      name: 'a picture, and another in its place',
      run: async () => {
        const file = { name: 'mapa.png', base64: Buffer.from(picture).toString('base64'), isPicture: true } as const
        const first = await send({ ...one('Мапа'), file })
        if (first.kind !== 'sent' || first.lacks || first.messageId === null) return sent(first)
        return sent(await send({ ...one('Мапа, поново'), file, edits: first.messageId }))
      },
    },
    {
      name: 'a quiz',
      run: async () => {
        const outcome = await send({ ...one('Ко усваја ЛАП?'), poll: POLL })
        const verdict = sent(outcome)
        if (verdict.kind === 'wrong' || (outcome.kind === 'sent' && outcome.pollId !== undefined)) return verdict
        return { kind: 'plainer', detail: 'as text: there are no quizzes' }
      },
    },
    {
      name: 'a broadcast: a message is taken back',
      run: async () => {
        const first = await send(one('Погрешна порука'))
        if (first.kind !== 'sent' || first.messageId === null) return sent(first)
        return sent(await send({ ...one('Порука је повучена.'), edits: first.messageId, deletes: true }))
      },
    },
    { name: 'menus of this chat', run: () => menus(api, chatId) },
    { name: 'a chat that there is not: refused for good', run: () => nowhere(api) },
  ]
}

const WORDS: Payload = {
  content: [
    heading('Добар дан!', 4),
    paragraph('Питајте ме ', bold('својим речима'), ', на пример:'),
    list(['Ко усваја ЛАП?', 'Колико траје јавна расправа?']),
  ],
}
const ANSWER: Payload = {
  content: [paragraph('ЛАП усваја скупштина.'), quotation([paragraph('Извор: Усклађеност и усвајање')])],
}
const TABLE: Payload = {
  content: [
    table(
      ['Активност', 'Рок'],
      [
        ['Анализа стања', 'март'],
        ['Усвајање', 'јун'],
      ],
    ),
  ],
}
const POLL = { question: 'Ко усваја ЛАП?', options: ['Скупштина', 'Комесаријат'], right: 0, explanation: 'Скупштина.' }

function sent(outcome: Outcome): Verdict {
  if (outcome.kind === 'sent' && outcome.lacks === 'file')
    return { kind: 'plainer', detail: 'the words alone, and their person is told: the server takes no files' }
  if (outcome.kind === 'sent') return outcome.lacks ? wrong('a part of it was refused') : OK
  return wrong(`${outcome.kind}: ${outcome.reason}`)
}

type Send = (payload: Payload) => Promise<Outcome>

async function changed(send: Send): Promise<Verdict> {
  const buttons = [[{ text: 'Откажи', callback_data: 'session:leave:1' }]]
  const first = await send({ content: [paragraph('Места: 2')], buttons })
  if (first.kind !== 'sent' || first.messageId === null) return sent(first)
  const now = { content: [paragraph('Место је Ваше')], buttons, edits: first.messageId }
  const edited = sent(await send(now))
  // Once more the same: «message is not modified», which is no fault.
  const again = sent(await send(now))
  const bare = sent(await send({ content: [], buttons: [], edits: first.messageId }))
  const all: Verdict[] = [edited, again, bare]
  return all.find(({ kind }) => kind === 'wrong') ?? OK
}

async function fileTwice(
  api: Api,
  chatId: number,
  send: Send,
  download: (fileId: string) => Promise<Uint8Array>,
): Promise<Verdict> {
  const bytes = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
  const file = { name: 'obuka-1.ics', base64: bytes.toString('base64') }
  const first = await send({ content: [paragraph('Календар')], file })
  if (first.kind !== 'sent' || first.lacks || first.messageId === null) return sent(first)
  const message: Message = (await api.raw.editMessageCaption({
    chat_id: chatId,
    message_id: first.messageId,
    caption: 'Календар обуке',
  })) as Message
  const fileId = message.document?.file_id
  if (fileId === undefined) return wrong('the server does not say which file it keeps')
  const again = sent(await send({ content: [paragraph('Поново')], file: { kind: 'document', fileId } }))
  if (again.kind === 'wrong') return again
  const kept = await download(fileId)
  return Buffer.compare(kept, bytes) === 0 ? OK : wrong('the file comes back with other bytes')
}

/** An answer is shown while it is written, where a server can. */
function drafted(api: Api, chatId: number): Promise<Verdict> {
  return asFarAs('the answer is not shown while it is written', () =>
    api.raw.sendMessageDraft({ chat_id: chatId, draft_id: 1, text: 'ЛАП усваја' }),
  )
}

function menus(api: Api, chatId: number): Promise<Verdict> {
  const scope = { type: 'chat', chat_id: chatId } as const
  return asFarAs('there are no menus: commands are written, and /pomoc lists them', async () => {
    await api.setMyCommands([{ command: 'obuke', description: 'Предстојеће обуке' }], { scope })
    await api.deleteMyCommands({ scope })
  })
}

/** Calls what a server may not have; `otherwise`: what people have without it. */
async function asFarAs(otherwise: string, call: () => Promise<unknown>): Promise<Verdict> {
  try {
    await call()
    return OK
  } catch (error) {
    const lacks = error instanceof GrammyError ? isUnknownMethod(error) : isNoAnswer(error)
    return lacks ? { kind: 'plainer', detail: otherwise } : wrong(messageOf(error))
  }
}

/** No chat has this number. */
const NOWHERE = 999_999_999_999

async function nowhere(api: Api): Promise<Verdict> {
  const outcome = await sendRow(api, NOWHERE, { content: [paragraph('Нема никога')] }, { rich: false })
  if (outcome.kind === 'sent')
    return { kind: 'plainer', detail: 'the server takes any chat, and tells of nobody who left' }
  return outcome.kind === 'refused' ? OK : wrong(`to be tried again: ${outcome.kind}`)
}
