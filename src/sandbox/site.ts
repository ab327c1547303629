import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Env } from './wire.ts'

const PAGE = fileURLToPath(new URL('./page', import.meta.url))

/** The chat page: plain files, not cached, so that an edit shows at the next reload. */
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
    c.header('cache-control', 'no-store')
    // A page says the rest of its policy itself; who may frame it is believed from a header alone.
    c.header('content-security-policy', "frame-ancestors 'none'")
  })
  routes.get('/chat/*', files)
  return routes
}
