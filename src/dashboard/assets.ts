import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** What the page is made of in the browser: all of it ours or served by us, nothing from elsewhere. */
export type Assets = {
  /** Stand in the page itself, so that the first words wait for nothing else. */
  style: string
  launch: string
  /** One file for all other scripts; its name changes with what is in it, so that it may be kept for ever. */
  script: { name: string; gzipped: Buffer }
}

const HTMX = new URL(import.meta.resolve('htmx.org/dist/htmx.min.js'))
const own = (file: string) => new URL(`./client/${file}`, import.meta.url)
const read = (file: URL) => readFileSync(file, 'utf8')

/** Reads the files of the browser's side, once. */
export function readAssets(): Assets {
  const script = [HTMX, own('page.js'), own('live.js'), own('people.js'), own('sheet.js')].map(read).join('\n;\n')
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 16)
  return {
    style: read(own('page.css')),
    launch: read(own('launch.js')),
    script: { name: `page-${hash}.js`, gzipped: gzipSync(script, { level: 9 }) },
  }
}

/** How a policy names an element of the page by its content. */
export function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
