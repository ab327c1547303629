import { createServer, request } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from './listen.ts'

/** What stands before several processes: gives each request to the next one, or to another that is there. */
export async function aBalancer() {
  const ports: number[] = []
  let next = 0
  const server = createServer(async (asked, answer) => {
    const body: Buffer[] = []
    for await (const part of asked) body.push(part as Buffer)
    for (let tries = 0; tries < ports.length; tries++) {
      const port = ports[next++ % ports.length]!
      const status = await pass(port, asked.url ?? '/', asked.headers, Buffer.concat(body))
      if (status !== null) return void answer.writeHead(status).end()
    }
    answer.writeHead(502).end()
  })
  const port = await listen(server)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${port}`,
    add: (port: number) => void ports.push(port),
    remove: (port: number) => void ports.splice(ports.indexOf(port), 1),
  }
}

/** The status of the answer; `null` when nobody is there. */
function pass(port: number, path: string, headers: object, body: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    const passed = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? null))
      response.on('error', () => resolve(null))
    })
    passed.on('error', () => resolve(null))
    passed.end(body)
  })
}
