import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterwards } from '../support/afterwards.ts'

/** Whom it lets in, where it asks. */
const USER = { name: 'obuke', password: 'тајна лозинка' }

type Caught = Email & { raw: string }

/**
 * A server that takes e-mails and keeps them. `answers` says what becomes of the next ones: «refuse» (550), «later» (451), or «break» (the
 * connection is cut after the message came, before it was said to have).
 */
export async function aCatcher({ auth = false } = {}) {
  const caught: Caught[] = []
  const answers: ('refuse' | 'later' | 'break')[] = []
  const server = new SMTPServer({
    authOptional: !auth,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      username === USER.name && password === USER.password
        ? done(null, { user: username })
        : done(new Error('Not known here')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const answer = answers.shift()
        if (answer === 'refuse' || answer === 'later')
          return done(Object.assign(new Error('Not now'), { responseCode: answer === 'refuse' ? 550 : 451 }))
        const raw = Buffer.concat(parts).toString()
        void PostalMime.parse(raw).then((email) => {
          caught.push({ ...email, raw })
          if (answer === 'break') return connectionOf(server, session.id)?.destroy()
          done()
        })
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  afterwards(close)
  const { port } = server.server.address() as AddressInfo
  const user = auth ? `${USER.name}:${encodeURIComponent(USER.password)}@` : ''
  return { url: `smtp://${user}127.0.0.1:${port}`, caught, answers, close }
}

/** The socket of a session, to be cut. */
function connectionOf(server: SMTPServer, id: string): { destroy(): void } | undefined {
  const connections = server.connections as unknown as Set<{ id: string; _socket: { destroy(): void } }>
  return [...connections].find((one) => one.id === id)?._socket
}
