/** What Telegram refused a call for: the change changes nothing (any more), nobody is there, the topic is gone or closed, the message or our rights, or how the content is formed. */
export type RefusalAbout = 'nothing-new' | 'person' | 'topic' | 'message' | 'form'

const WORDS: Readonly<Record<Exclude<RefusalAbout, 'form'>, readonly string[]>> = {
  'nothing-new': ['message is not modified', 'message to delete not found'],
  person: ['chat not found', 'user is deactivated'],
  topic: ['message thread not found', 'TOPIC_DELETED', 'TOPIC_CLOSED'],
  message: ['message to edit not found', "message can't be edited", "message can't be deleted", 'not enough rights'],
}

/**
 * Telegram has one code, 400, for all of these, and tells them apart by words alone. Source: the Bot API server,
 * github.com/tdlib/telegram-bot-api, `Client.cpp`.
 */
export function refusalIsAbout({ description }: { description: string }): RefusalAbout {
  const abouts = Object.keys(WORDS) as (keyof typeof WORDS)[]
  return abouts.find((about) => WORDS[about].some((words) => description.includes(words))) ?? 'form'
}
