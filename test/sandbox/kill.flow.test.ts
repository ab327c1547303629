import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Api } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { aFile, aSandbox, TOKEN } from './support.ts'

/** A sandbox in another process, which can be killed. */
async function aProcess(file: string) {
  const script = fileURLToPath(new URL('killed-sandbox.ts', import.meta.url))
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    url,
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

const post = async (url: string, body: object) => {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return (await response.json()) as { id: number; messageId: number }
}

test('kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const file = aFile()
  const { url, kill } = await aProcess(file)
  const { id } = await post(`${url}/sandbox/people`, { name: 'Ана' })
  const acknowledged: string[] = []
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      const text = `${writer}:${n}`
      await post(`${url}/sandbox/people/${id}/messages`, { text })
      acknowledged.push(text)
      if (acknowledged.length === 200) await kill()
    }
  })
  await Promise.allSettled(writers)
  expect(acknowledged.length).toBeGreaterThanOrEqual(200)

  const after = await aSandbox({ file })
  const shown = new Set((await after.messages(id)).map(({ text }) => text))
  const delivered = new Set<string>()
  const api = new Api(TOKEN, { apiRoot: after.apiRoot })
  let offset = 0
  for (;;) {
    const updates = await api.getUpdates({ offset })
    if (updates.length === 0) break
    for (const { message } of updates) delivered.add(message!.text!)
    offset = updates.at(-1)!.update_id + 1
  }
  expect(acknowledged.filter((text) => !shown.has(text) || !delivered.has(text))).toEqual([])
  expect(delivered).toEqual(shown)
})
