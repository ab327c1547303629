import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A wire to a server that a test can cut, silence and mend; gone with the test. */
export async function aWire(to: { host: string; port: number }) {
  const sockets = new Set<Socket>()
  let state: 'whole' | 'cut' | 'silent' = 'whole'
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (state === 'cut') return void near.destroy()
    const far = connect(to)
    keep(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    // What comes while the wire is silent is lost, as is all that comes after it on the same connection.
    let lost = false
    const pass = (into: Socket) => (data: Buffer) => {
      lost ||= state === 'silent'
      if (!lost) into.write(data)
    }
    near.on('data', pass(far))
    far.on('data', pass(near))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const end = () => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    server.close()
    end()
  })
  return {
    port: (server.address() as AddressInfo).port,
    /** Ends every connection and takes no new one, like a server that restarts. */
    cut: () => {
      state = 'cut'
      end()
    },
    /** Keeps every connection open and passes nothing on, like a machine that lost its power. */
    silence: () => {
      state = 'silent'
    },
    mend: () => {
      state = 'whole'
    },
  }
}

/** The address of a database by way of a wire. */
export function byWire(url: string, wire: { port: number }, parameters: Record<string, string> = {}): string {
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  address.port = String(wire.port)
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}
