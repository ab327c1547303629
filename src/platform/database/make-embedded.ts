/**
 * Makes an empty embedded database in the folder named as argument, and ends. A process of its own, because making one
 * leaves 200 MB of memory behind that opening one does not need.
 */
import { PGlite } from '@electric-sql/pglite'

const folder = process.argv[2]
if (folder === undefined) throw new Error('The folder is missing')
const made = await PGlite.create({ dataDir: folder })
await made.close()
