import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { aClock } from './clock.ts'

/** A sandbox in a process of its own, for tests that kill it. Prints its address; its file is the argument. */
const file = process.argv[2]
if (!file) throw new Error('The first argument must be the path of the file')
const sandbox = createSandbox({
  token: '123456:SANDBOX',
  clock: aClock(),
  file,
  port: 0,
  grantRole: async () => undefined,
})
const { url } = await sandbox.start()
console.log(url)
