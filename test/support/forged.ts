import { type Bot, type TestPerson, TOKEN } from './bot.ts'

/** Puts a button with `data` under a message of the bot, as nobody but a forger could, and presses it. */
export async function pressForged(bot: Bot, person: TestPerson, messageId: number, data: string) {
  const response = await fetch(`${bot.url}/bot${TOKEN}/editMessageReplyMarkup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: person.id,
      message_id: messageId,
      reply_markup: { inline_keyboard: [[{ text: 'forged', callback_data: data }]] },
    }),
  })
  if (!response.ok) throw new Error(`No button «${data}»: ${await response.text()}`)
  return person.tap(messageId, data)
}
