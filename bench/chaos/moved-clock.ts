import { readFileSync } from 'node:fs'

/**
 * Loaded before `npm start` by the campaign (NODE_OPTIONS): the machine's clock is as far ahead as the file that CLOCK_FILE
 * names says, in ms, and jumps when that changes.
 */
const LOOK_MS = 100
const instant = Temporal.Now.instant.bind(Temporal.Now)
let aheadMs = 0
let lookedAtMs = Number.NEGATIVE_INFINITY

Temporal.Now.instant = () => {
  if (performance.now() - lookedAtMs > LOOK_MS) {
    lookedAtMs = performance.now()
    aheadMs = Number(readFileSync(process.env.CLOCK_FILE!, 'utf8')) || aheadMs
  }
  return instant().add({ milliseconds: aheadMs })
}
