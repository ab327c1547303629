import { Api } from 'grammy'
import { createSender } from '../../src/bot/send/sender.ts'
import { renderChange } from '../../src/broadcasts/amend/render.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { progressRenderer } from '../../src/broadcasts/progress.ts'
import { renderBroadcast } from '../../src/broadcasts/render.ts'
import { markUnreachable } from '../../src/people/store.ts'
import { systemClock as clock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { interval } from '../../src/platform/interval.ts'
import { noLog } from '../../src/platform/log.ts'

/**
 * A process of its own that feeds and sends broadcasts as the app does, to be killed by tests and benchmarks. Started with
 * the address of the database, that of the Bot API, its token and the pace; says «ready».
 */
const [url, apiRoot, token, rate] = process.argv.slice(2) as [string, string, string, string]
const database = await openDatabase({ kind: 'server', url }, 'tests')
const bulkRate = Number(rate)
const sender = createSender({
  database,
  api: new Api(token, { apiRoot }),
  clock,
  log: noLog,
  bulkRate,
  pollMs: 250,
  unreachable: (chatId) => markUnreachable(database.pool, chatId, clock.now()),
  renderers: {
    broadcast: renderBroadcast,
    'broadcast-change': renderChange,
    'broadcast-progress': progressRenderer(clock, bulkRate),
  },
})
sender.start()
interval(500, 'broadcasts', noLog, () =>
  feedBroadcasts({ database, bulkRate, queued: sender.wake }, clock.now()),
).start()
process.on('disconnect', () => process.exit())
process.send!('ready')
