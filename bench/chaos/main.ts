import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { command } from '../../scripts/command.ts'
import { configFromProcess } from '../../src/config.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import { documentOf } from '../document-of.ts'
import { DOCUMENT, PART_NAMES } from '../parts.ts'
import { describeMachine, describePart, partAsJson, thisMachine } from '../report.ts'
import { runCampaign } from './campaign.ts'
import { embeddedPlace, serverPlace } from './place.ts'

const HELP = `LAP Savetnik: npm run chaos

People ask, sign up, upload, and get broadcasts and reminders while processes are killed, the disk fills, the database restarts,
slows, falls silent and fails over to its standby, Telegram refuses or comes late, and the clock jumps. Then every count is
compared: what people did, what the database holds, what their chats show. A missed target is shown (✗) and ends with status 1.

  --database WHICH    embedded (default) or server: two PostgreSQL of this machine are made, the second follows the first
  --kills N           how often a process is killed (default: 20)
  --minutes N         for so long (default: 3)
  --people N          how many use the bot (default: 40)
  --seed N            other moments
  --write             puts the table into docs/benchmarks.md
  --json              one object

A server needs PostgreSQL 14 or newer with pgvector, root, and where its programs are: POSTGRES_BIN (default:
/usr/lib/postgresql/17/bin), in the system below POSTGRES_ROOT (default: /). PgBouncer is used when it is there. Only root may make
a disk that fills.`

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    kills: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '3' },
    people: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
})

const numberOf = (name: 'kills' | 'minutes' | 'people' | 'seed') => {
  const number = Number(values[name])
  if (Number.isFinite(number) && number > 0) return number
  throw new CannotStart(`--${name} is ${values[name]}; expected a number above 0.`)
}

await command(HELP, values.help === true, async () => {
  const { database } = values
  if (database !== 'embedded' && database !== 'server')
    throw new CannotStart(`--database is ${database}; expected embedded or server.`)
  const campaign = {
    kills: numberOf('kills'),
    minutes: numberOf('minutes'),
    people: numberOf('people'),
    seed: numberOf('seed'),
    material: configFromProcess({ DATABASE_URL: undefined }).knowledgeDir,
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const root = process.env.POSTGRES_ROOT ?? '/'
  const bin = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/17/bin'
  const place = await (database === 'embedded' ? embeddedPlace() : serverPlace(root, bin))
  const part = await runCampaign(place, database, campaign).finally(() => place.stop())
  const machine = thisMachine()
  if (values.write) {
    const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : ''
    const server = database === 'embedded' ? 'PGlite' : 'PostgreSQL, a pair of this machine'
    writeFileSync(DOCUMENT, documentOf({ machine, server, parts: [part] }, PART_NAMES, before))
  }
  const json = partAsJson(part)
  console.log(
    values.json ? JSON.stringify({ machine, ...json }) : `${describeMachine(machine)}\n\n${describePart(part)}`,
  )
  if (json.figures.some(({ met }) => met === false)) process.exitCode = 1
})
