import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Env } from './wire.ts'

const PAGE = fileURLToPath(new URL('./page', import.meta.url))

/** The chat page: plain files, compressed, and asked for again each time, so that an edit shows at the next reload; what did not change is not sent. */
export function siteRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) => c.redirect('/chat/'))
  routes.get('/chat', (c) => c.redirect('/chat/'))
  const files = serveStatic<Env>({
    root: PAGE,
    rewriteRequestPath: (path) => path.replace(/^\/chat/, ''),
  })
  routes.use('/chat/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-cache')
    // A page says the rest of its policy itself; who may frame it is believed from a header alone.
    c.header('content-security-policy', "frame-ancestors 'none'")
  })
  routes.use('/chat/*', etag(), compress())
  for (const path of ['/chat/', '/chat/index.html']) routes.get(path, async (c) => c.html(await pageWithModules()))
  routes.get('/chat/*', files)
  return routes
}

/** The page, with all modules named in its head: else each is asked for only once the one that needs it was read, five deep. */
async function pageWithModules(): Promise<string> {
  const page = await readFile(join(PAGE, 'index.html'), 'utf8')
  const links = (await modulesOf('main.js')).map((path) => `<link rel="modulepreload" href="${path}" />`)
  return page.replace('</head>', `${links.join('')}</head>`)
}

/** The modules of our own that one imports, and those that they do, by their paths below the page. */
async function modulesOf(first: string): Promise<string[]> {
  const found = new Set([first])
  for (const path of found) {
    const script = await readFile(join(PAGE, path), 'utf8')
    for (const [, imported] of script.matchAll(/^import [^'\n]*'(\.{1,2}\/[^']+)'$/gm))
      found.add(join(dirname(path), imported!))
    for (const [, imported] of script.matchAll(/^\} from '(\.{1,2}\/[^']+)'$/gm))
      found.add(join(dirname(path), imported!))
  }
  return [...found]
}
