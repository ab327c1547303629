import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '../src/platform/errors.ts'
import { command, readArguments } from './command.ts'
import { faultsOf } from './texts/check.ts'
import { readRooms } from './texts/room.ts'
import { typesFileOf, typesOf } from './texts/types-file.ts'

const HELP = `LAP Savetnik: npm run texts

Writes what the compiler knows of the sentences (texts.types.ts) beside each texts.sr.ftl and texts.en.ftl.

  --check   writes nothing; ends with status 1 when the languages differ, the types are not those of the sentences, or
            a sentence is said nowhere. Part of npm run check`

const { values } = readArguments({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } })
const root = fileURLToPath(new URL('..', import.meta.url))

await command(HELP, values.help === true, async () => {
  const rooms = readRooms(root)
  if (!values.check) for (const room of rooms) writeFileSync(`${root}${typesFileOf(room)}`, typesOf(room))
  const faults = values.check ? faultsOf(root, rooms) : rooms.flatMap((room) => room.faults)
  if (faults.length > 0) throw new CannotStart(faults.join('\n'))
})
