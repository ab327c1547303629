import type { Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

export type Chat = ReturnType<typeof conversation>

/** A new trainer, who has looked at the sessions. */
export async function aSessionTrainer(bot: Bot): Promise<Chat> {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(['says', '/upravljanje', 'обук'])
  return trainer
}

/** Hands sessions over to a trainer, who is then told what concerns them: one, or all that there are. */
export async function takeCharge(bot: Bot, trainer: Chat, sessionId: number | null = null): Promise<void> {
  await bot.database.pool.query(
    `update session set created_by = (select id from person where telegram_id = $1::bigint)
     where id = coalesce($2::int, id)`,
    [trainer.person.id, sessionId],
  )
}

/** Opens the list of sign-ups of a session. */
export async function openRoll(trainer: Chat, title: string): Promise<void> {
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', title, 'Места'],
    ['presses', 'Пријаве (', 'Пријаве:'],
  )
}
