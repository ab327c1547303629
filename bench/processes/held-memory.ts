import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Loaded before `npm start` by the soak (NODE_OPTIONS): on SIGUSR2 everything that nobody holds is thrown away, and what is left is
 * written to the file that HELD_FILE names.
 */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

process.on('SIGUSR2', () => {
  collect()
  collect()
  writeFileSync(process.env.HELD_FILE!, JSON.stringify({ ...process.memoryUsage(), at: Date.now() }))
})
