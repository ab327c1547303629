import { expect, test } from 'vitest'
import { paragraph } from '../../../src/bot/message/rich.ts'
import { queue } from '../../../src/bot/send/outbox.ts'
import { holdOrRelease } from '../../../src/people/notices/held.ts'
import { afterQuiet } from '../../../src/people/notices/rules.ts'
import { aDatabase } from '../../support/database/database.ts'

const { pool } = await aDatabase()
const at = (time: string) => Temporal.ZonedDateTime.from(`${time}[Europe/Belgrade]`).toInstant()

test('what was held for a morning on which we were away does not leave in the next night, but in the morning after', async () => {
  const now = at('2026-03-02T22:30')
  const message = { chatId: 7, content: [paragraph('Нема сале')] }
  await queue(pool, message, { key: 'held', lane: 'bulk', now, notBefore: afterQuiet(now) })
  for (const night of ['2026-03-03T07:59', '2026-03-04T02:00', '2026-03-04T07:59'])
    expect(await holdOrRelease(pool, at(night))).toBe(0)
  expect(await holdOrRelease(pool, at('2026-03-04T08:00'))).toBe(1)
})
