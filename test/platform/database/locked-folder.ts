import { lockFolder } from '../../../src/platform/database/folder-lock.ts'

/** A process that holds a folder until it is killed, for tests that kill it. The folder is the argument. */
const folder = process.argv[2]
if (!folder) throw new Error('The first argument must be the path of the folder')
lockFolder(folder, 'a test')
console.log('held')
setInterval(() => {}, 3_600_000)
