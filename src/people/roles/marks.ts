import { createHmac } from 'node:crypto'

/** What stands for a Telegram id among those the configuration gives nothing; without the secret nobody finds the id from it. */
export function markOfPerson(secret: Buffer, telegramId: number): Buffer {
  return macOf(secret, `coordinator:${telegramId}`)
}

/** What stands for a list of coordinators; the same for the same people in any order. */
export function markOfList(secret: Buffer, telegramIds: Iterable<number>): Buffer {
  return macOf(secret, `coordinators:${[...telegramIds].toSorted((a, b) => a - b).join()}`)
}

function macOf(secret: Buffer, content: string): Buffer {
  return createHmac('sha256', secret).update(content).digest()
}
