import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Target = { host: string; port: number }

/** A wire to a server that can be cut, silenced, slowed, led elsewhere and mended. */
export type Wire = {
  port: number
  /** Ends every connection and takes no new one, like a server that restarts. */
  cut(): void
  /** Keeps every connection open and passes nothing on, like a machine that lost its power. */
  silence(): void
  /** Passes everything on so much later. */
  slow(ms: number): void
  /** Ends every connection; new ones lead to another server. */
  lead(to: Target): void
  mend(): void
  close(): void
}

export async function openWire(target: Target): Promise<Wire> {
  const sockets = new Set<Socket>()
  let to = target
  let state: 'whole' | 'cut' | 'silent' = 'whole'
  let lateMs = 0
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
    const pass = (into: Socket) => {
      const passOn = inOrder(into)
      return (data: Buffer) => {
        lost ||= state === 'silent'
        if (!lost) passOn(data, lateMs)
      }
    }
    near.on('data', pass(far))
    far.on('data', pass(near))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const end = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut'
      end()
    },
    silence: () => {
      state = 'silent'
    },
    slow: (ms) => {
      lateMs = ms
    },
    lead: (next) => {
      to = next
      end()
    },
    mend: () => {
      state = 'whole'
      lateMs = 0
    },
    close: () => {
      server.close()
      end()
    },
  }
}

/** Passes on each piece so much later, and none before one that came earlier: what is under way late arrives, and is not overtaken. */
function inOrder(into: Socket): (data: Buffer, lateMs: number) => void {
  const waiting: { data: Buffer; dueMs: number }[] = []
  const passOn = () => {
    while (waiting[0] && waiting[0].dueMs <= performance.now()) {
      const { data } = waiting.shift()!
      if (into.writable) into.write(data)
    }
    if (waiting[0]) setTimeout(passOn, Math.ceil(waiting[0].dueMs - performance.now()))
  }
  return (data, lateMs) => {
    if (lateMs === 0 && waiting.length === 0) return void (into.writable && into.write(data))
    const dueMs = Math.max(performance.now() + lateMs, waiting.at(-1)?.dueMs ?? 0)
    waiting.push({ data, dueMs })
    if (waiting.length === 1) setTimeout(passOn, Math.ceil(lateMs))
  }
}
