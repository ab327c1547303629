import { expect, test } from 'vitest'
import { siteRoutes } from '../../src/sandbox/site.ts'

test.each(['/chat/', '/chat/index.html', '/chat/main.js'])('%s may be framed by nobody', async (path) => {
  const response = await siteRoutes().request(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
})
