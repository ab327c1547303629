import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { aSandbox, type StartedSandbox } from './support.ts'

/** A group with the bot in it, the updates so far taken. */
async function aGroup(telegram: StartedSandbox) {
  const ana = await telegram.person({ name: 'Ана Јовић' })
  const marko = await telegram.person({ name: 'Марко Илић' })
  const { id } = await telegram.post<{ id: number }>('/groups', { title: 'Савет Пландиште', members: [ana, marko] })
  const updates = await take(telegram)
  const write = async (from: number, text: string, replyTo?: number) =>
    (await telegram.post<{ messageId: number }>(`/people/${from}/messages`, { text, group: id, replyTo })).messageId
  return { id, ana, marko, updates, write }
}

async function take(telegram: StartedSandbox): Promise<Update[]> {
  const updates = await telegram.api.getUpdates()
  const last = updates.at(-1)
  if (last) await telegram.api.getUpdates({ offset: last.update_id + 1, timeout: 0 })
  return updates
}

const texts = (updates: Update[]) => updates.map(({ message }) => message?.text)

describe('a group', () => {
  test('has the bot told that it was added, and by whom', async () => {
    const telegram = await aSandbox()
    const group = await aGroup(telegram)
    expect(group.id).toBeLessThan(-1_001_000_000_000)
    expect(group.updates.at(-1)!.my_chat_member).toMatchObject({
      chat: { id: group.id, type: 'supergroup', title: 'Савет Пландиште' },
      from: { id: group.ana },
      new_chat_member: { status: 'member' },
    })
    expect(await telegram.get('/groups')).toMatchObject([
      { id: group.id, title: 'Савет Пландиште', members: [{ name: 'Ана Јовић' }, { name: 'Марко Илић' }] },
    ])
  })

  test('tells the bot only what is meant for it: mentions, replies to it, commands', async () => {
    const telegram = await aSandbox()
    const group = await aGroup(telegram)
    await group.write(group.ana, 'Кад је седница?')
    await group.write(group.ana, '@lap_savetnik_bot ко усваја ЛАП?')
    await group.write(group.marko, '/pomoc@lap_savetnik_bot')
    await group.write(group.marko, '/pomoc@drugi_bot')
    const { message_id } = await telegram.api.sendMessage(group.id, 'Скупштина.')
    await group.write(group.marko, 'А рок?', message_id)
    expect(texts(await take(telegram))).toEqual([
      '@lap_savetnik_bot ко усваја ЛАП?',
      '/pomoc@lap_savetnik_bot',
      'А рок?',
    ])
  })

  test('shows an ephemeral message to its receiver alone, who must be a member, and in groups only', async () => {
    const telegram = await aSandbox()
    const { id, ana, marko } = await aGroup(telegram)
    const only = (receiver_user_id: number) => ({ ephemeral_message_parameters: { receiver_user_id } })
    const sent = await telegram.api.sendMessage(id, 'Само за Ану', only(ana))
    expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: expect.any(Number), receiver_user: { id: ana } })
    const seenBy = async (member: number) =>
      (await telegram.get<{ text?: string }[]>(`/groups/${id}/messages?after=0&wait=0&member=${member}`)).map(
        (one) => one.text,
      )
    expect(await seenBy(ana)).toContain('Само за Ану')
    expect(await seenBy(marko)).not.toContain('Само за Ану')
    await expect(telegram.api.sendMessage(id, 'x', only(999))).rejects.toThrow('USER_NOT_PARTICIPANT')
    await telegram.write(ana, '/start')
    await expect(telegram.api.sendMessage(ana, 'x', only(ana))).rejects.toThrow('only to groups')
  })

  test('shows everybody what is written, with who wrote it', async () => {
    const telegram = await aSandbox()
    const group = await aGroup(telegram)
    await group.write(group.ana, 'Добар дан')
    await telegram.api.sendMessage(group.id, 'Добар дан, Ана')
    const shown = await telegram.get<{ text: string; from: { first_name: string } }[]>(`/groups/${group.id}/messages`)
    expect(shown.map(({ text, from }) => [from.first_name, text])).toEqual([
      ['Ана', 'Добар дан'],
      ['ЛАП Саветник', 'Добар дан, Ана'],
    ])
  })

  test('has buttons that any member presses', async () => {
    const telegram = await aSandbox()
    const group = await aGroup(telegram)
    const reply_markup = { inline_keyboard: [[{ text: 'Још', callback_data: 'more' }]] }
    const { message_id } = await telegram.api.sendMessage(group.id, 'Одговор', { reply_markup })
    const tap = telegram.post(`/people/${group.marko}/taps`, { messageId: message_id, button: 'Још', group: group.id })
    const [update] = await telegram.api.getUpdates({ timeout: 5 })
    expect(update!.callback_query).toMatchObject({ from: { id: group.marko }, data: 'more', message: { message_id } })
    await telegram.api.answerCallbackQuery(update!.callback_query!.id)
    await tap
  })

  test('takes no drafts, no strangers, and no people that there are not', async () => {
    const telegram = await aSandbox()
    const group = await aGroup(telegram)
    const stranger = await telegram.person({ name: 'Неко Други' })
    const draft = telegram.api.raw.sendMessageDraft({ chat_id: group.id, draft_id: 1, text: 'Пишем' })
    await expect(draft).rejects.toMatchObject({ error_code: 400 })
    await expect(group.write(stranger, 'Здраво')).rejects.toThrow(/403 .*not a member/)
    await expect(telegram.post('/groups', { title: 'Савет', members: [7] })).rejects.toThrow(/404 .*No person 7/)
    await expect(telegram.get('/groups/-5/messages')).resolves.toMatchObject({ error: 'No group -5 in the sandbox' })
  })
})
