import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { siteRoutes } from '../../src/sandbox/site.ts'

test.each(['/chat/', '/chat/index.html', '/chat/main.js'])('%s may be framed by nobody', async (path) => {
  const response = await siteRoutes().request(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
})

test('files are compressed, and not sent again while they are the same', async () => {
  const ask = (headers: Record<string, string>) => siteRoutes().request('/chat/chat.css', { headers })
  const first = await ask({ 'accept-encoding': 'gzip' })
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const etag = first.headers.get('etag')!
  expect((await ask({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(304)
})

test('the page names every module that it comes to, once, so that none waits for another', async () => {
  const page = await (await siteRoutes().request('/chat/')).text()
  const named = [...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, path]) => path!)
  expect(new Set(named).size).toBe(named.length)
  const files = globSync('**/*.js', { cwd: fileURLToPath(new URL('../../src/sandbox/page', import.meta.url)) })
  expect(named.toSorted()).toEqual(files.toSorted())
})
