import { describe, expect, test } from 'vitest'
import { aSandbox } from './support.ts'

const menu = (description: string) => [{ command: 'help', description }]

describe('command menus', () => {
  test('the narrowest scope wins, and in it the language', async () => {
    const { api, person, get } = await aSandbox()
    const english = await person({ languageCode: 'en-US' })
    const serbian = await person({ languageCode: 'sr' })
    const shown = async () => {
      const menus = [
        await get<{ description: string }[]>(`/people/${english}/commands`),
        await get<{ description: string }[]>(`/people/${serbian}/commands`),
      ]
      return menus.map(([first]) => first?.description)
    }
    expect(await shown()).toEqual([undefined, undefined])
    await api.setMyCommands(menu('default'))
    await api.setMyCommands(menu('default en'), { language_code: 'en' })
    expect(await shown()).toEqual(['default en', 'default'])
    await api.setMyCommands(menu('private'), { scope: { type: 'all_private_chats' } })
    expect(await shown()).toEqual(['private', 'private'])
    await api.setMyCommands(menu('chat'), { scope: { type: 'chat', chat_id: serbian } })
    expect(await shown()).toEqual(['private', 'chat'])
    expect(await api.getMyCommands({ language_code: 'en' })).toEqual(menu('default en'))
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: serbian } })
    expect(await shown()).toEqual(['private', 'private'])
  })

  test.each<[object, string]>([
    [{ commands: [{ command: 'Помоћ', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    [{ commands: [{ command: 'a'.repeat(33), description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    [{ commands: [{ command: 'help', description: '' }] }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    [{ commands: Array(101).fill({ command: 'a', description: 'x' }) }, 'BOT_COMMANDS_TOO_MUCH'],
    [{ commands: 'help' }, "can't parse commands JSON object"],
    [{ commands: menu('x'), scope: { type: 'everyone' } }, "can't parse BotCommandScope"],
    [{ commands: menu('x'), scope: { type: 'chat', chat_id: 5 } }, 'chat not found'],
    [{ commands: menu('x'), language_code: 'srp' }, 'invalid language code specified'],
  ])('%j is refused', async (payload, reason) => {
    const { call } = await aSandbox()
    expect((await call('setMyCommands', payload)).description).toBe(`Bad Request: ${reason}`)
  })
})

test('name and descriptions have languages', async () => {
  const { api, call } = await aSandbox()
  expect((await api.getMyName()).name).toBe('ЛАП Саветник')
  await api.setMyDescription('Опис')
  await api.setMyDescription('Description', { language_code: 'en' })
  await api.setMyShortDescription('Кратко')
  expect((await api.getMyDescription({ language_code: 'en' })).description).toBe('Description')
  expect((await api.getMyDescription({ language_code: 'sr' })).description).toBe('Опис')
  expect((await api.getMyShortDescription()).short_description).toBe('Кратко')
  expect((await call('setMyShortDescription', { short_description: 'x'.repeat(121) })).description).toBe(
    'Bad Request: bot short description is too long',
  )
})

test('the menu button is per chat, with a default for all', async () => {
  const { api, person, call } = await aSandbox()
  const chat_id = await person()
  expect(await api.getChatMenuButton({ chat_id })).toEqual({ type: 'commands' })
  await api.setChatMenuButton({ menu_button: { type: 'default' } })
  expect(await api.getChatMenuButton({ chat_id })).toEqual({ type: 'default' })
  await api.setChatMenuButton({ chat_id, menu_button: { type: 'commands' } })
  expect(await api.getChatMenuButton({ chat_id })).toEqual({ type: 'commands' })
  expect((await call('setChatMenuButton', { menu_button: { type: 'red' } })).error_code).toBe(400)
})

test('getMe has what grammY asks for', async () => {
  const { api } = await aSandbox()
  expect(await api.getMe()).toMatchObject({ id: 123456, is_bot: true, username: 'lap_savetnik_bot' })
})
