import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterwards } from '../support/afterwards.ts'

/** Whom it lets in, where it asks. */
const USER = { name: 'obuke', password: 'тајна лозинка' }

/** A certificate that nobody issued, of «localhost», 127.0.0.1 and 127.0.0.2; machines do not trust it. */
export const OWN = {
  certificate: readFileSync(new URL('./tls/certificate.pem', import.meta.url), 'utf8'),
  key: readFileSync(new URL('./tls/key.pem', import.meta.url), 'utf8'),
}

/** `tls`: how the line becomes encrypted; without, it never does. On 127.0.0.2 it is no server of the same machine to us. */
type Options = { auth?: boolean; tls?: 'STARTTLS' | 'from the start'; host?: '127.0.0.1' | '127.0.0.2'; port?: number }

type Caught = Email & { raw: string }

/**
 * A server that takes e-mails and keeps them. `answers` says what becomes of the next ones: «refuse» (550), «later» (451), or «break» (the
 * connection is cut after the message came, before it was said to have). `senders` says when it refuses who writes. Addresses of `refused.example.rs` it does not know.
 */
export async function aCatcher({ auth = false, tls, host = '127.0.0.1', port: wanted = 0 }: Options = {}) {
  const caught: Caught[] = []
  const logins: string[] = []
  const senders: { refused: null | 'at once' | 'with the receiver' } = { refused: null }
  const notOurs = () =>
    Object.assign(new Error('5.7.1 Sender address rejected: not owned by user'), { responseCode: 553 })
  const answers: ('refuse' | 'later' | 'break')[] = []
  const server = new SMTPServer({
    ...(tls ? { key: OWN.key, cert: OWN.certificate } : {}),
    secure: tls === 'from the start',
    authOptional: !auth,
    allowInsecureAuth: true,
    disabledCommands: tls ? [] : ['STARTTLS'],
    onAuth: ({ username, password }, _, done) => {
      logins.push(password ?? '')
      if (username === USER.name && password === USER.password) return done(null, { user: username })
      return done(Object.assign(new Error('Not known here'), { responseCode: 535 }))
    },
    onMailFrom: (_, __, done) => (senders.refused === 'at once' ? done(notOurs()) : done()),
    onRcptTo: ({ address }, _, done) => {
      if (senders.refused === 'with the receiver') return done(notOurs())
      return address.endsWith('.refused.example.rs')
        ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
        : done()
    },
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
    server.listen(wanted, host, () => resolve())
  })
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  afterwards(close)
  const { port } = server.server.address() as AddressInfo
  const urlFor = (password: string) => {
    const user = auth ? `${USER.name}:${encodeURIComponent(password)}@` : ''
    return `${tls === 'from the start' ? 'smtps' : 'smtp'}://${user}${host}:${port}`
  }
  return { url: urlFor(USER.password), urlFor, port, caught, answers, senders, logins, close }
}

/** The socket of a session, to be cut. */
function connectionOf(server: SMTPServer, id: string): { destroy(): void } | undefined {
  const connections = server.connections as unknown as Set<{ id: string; _socket: { destroy(): void } }>
  return [...connections].find((one) => one.id === id)?._socket
}
