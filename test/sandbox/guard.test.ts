import { request } from 'node:http'
import { expect, test } from 'vitest'
import { aSandbox } from './support.ts'

/** The status of a request as a browser would send it for a page from elsewhere. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/sandbox/bot`, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['its own page', (host: string) => ({ host, origin: `http://${host}` }), 200],
  ['a program', (host: string) => ({ host }), 200],
  ['a page from elsewhere', (host: string) => ({ host, origin: 'https://example.org' }), 403],
  ['a page without an origin', (host: string) => ({ host, origin: 'null' }), 403],
  ['a name that was made to point here', () => ({ host: 'example.org' }), 403],
])('a request of %s', async (_, headers, status) => {
  const { url } = await aSandbox()
  expect(await statusOf(url, headers(new URL(url).host))).toBe(status)
})
