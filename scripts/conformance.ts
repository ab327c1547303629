import { knownMethods } from '../src/bot/known-methods.ts'
import { connectTo } from '../src/bot/telegram.ts'
import { configFromProcess } from '../src/config.ts'
import { systemClock } from '../src/platform/clock.ts'
import { CannotStart, messageOf } from '../src/platform/errors.ts'
import { noLog } from '../src/platform/log.ts'
import { EVERYWHERE } from '../src/reports/filter.ts'
import { mapPicture } from '../src/reports/map.ts'
import { command, readArguments } from './command.ts'
import { casesFor, type Verdict } from './conformance/cases.ts'

const HELP = `LAP Savetnik: npm run conformance -- --chat ID

Says to a chat, over the Bot API server of TELEGRAM_API_ROOT, whatever the bot says in its flows, in each of its forms, and tells
what that server took: as it was meant (✓), more plainly, as where a server is older (·), or not (✗). The chat gets some twenty
messages. Needs TELEGRAM_BOT_TOKEN; ends with status 1 when something was not taken.

  --chat ID    a private chat with somebody who has written to the bot: their Telegram user id`

const { values } = readArguments({ options: { chat: { type: 'string' }, help: { type: 'boolean' } } })

await command(HELP, values.help === true, async () => {
  const { telegram } = configFromProcess()
  if (telegram.mode === 'sandbox')
    throw new CannotStart('Set TELEGRAM_BOT_TOKEN, and TELEGRAM_API_ROOT for another server.')
  const chatId = Number(values.chat)
  if (!Number.isSafeInteger(chatId) || chatId <= 0)
    throw new CannotStart('Name a chat: --chat and the Telegram user id of somebody who has written to the bot.')
  const [token, { apiRoot }] = [telegram.token.reveal(), telegram]
  const api = connectTo({ token, apiRoot })
  api.config.use(knownMethods({ clock: systemClock, log: noLog }))
  const download = async (fileId: string) => {
    const { file_path: path } = await api.getFile(fileId)
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`)
    if (!response.ok) throw new Error(`the file is not given: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const filter = { period: null, place: EVERYWHERE, topic: null }
  const picture = await mapPicture('sr-Cyrl', { filter, codes: new Set() })
  const signs = { 'as-wanted': '✓', plainer: '·', wrong: '✗' }
  for (const { name, run } of casesFor({ api, chatId, picture, download })) {
    const { kind, detail } = await run().catch(
      (error: unknown): Verdict => ({ kind: 'wrong', detail: messageOf(error) }),
    )
    console.log(`${signs[kind]} ${name}${detail === '' ? '' : `: ${detail}`}`)
    if (kind === 'wrong') process.exitCode = 1
  }
})
