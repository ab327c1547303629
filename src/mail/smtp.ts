import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { messageOf } from '../platform/errors.ts'
import type { Mail, Outcome } from './mail.ts'

/** Where e-mails are given over, and from whom they are: «ЛАП Саветник <obuke@example.rs>». */
export type SmtpSettings = { url: string; from: string }

export type Smtp = {
  /** Never throws. */
  send(key: string, mail: Mail): Promise<Outcome>
  /** Ends the connection, if there is one. */
  close(): void
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

/** One connection after another to the server that passes e-mails on: made when it is needed, kept until it breaks or is closed. */
export function createSmtp({ url, from }: SmtpSettings): Smtp {
  let open: SMTPConnection | null = null

  const connected = async (): Promise<SMTPConnection> => {
    open ??= await connectTo(url)
    return open
  }
  const close = () => {
    open?.quit()
    open = null
  }

  return {
    close,
    send: async (key, mail) => {
      let connection: SMTPConnection
      try {
        connection = await connected()
      } catch (error) {
        open = null
        // Nothing of it has left yet.
        return { kind: 'later', reason: messageOf(error), unreached: true }
      }
      try {
        const { envelope, bytes } = await composed(from, key, mail)
        await given(connection, envelope, bytes)
        return { kind: 'sent' }
      } catch (error) {
        connection.close()
        open = null
        return outcomeOf(error)
      }
    },
  }
}

/** What a server said in numbers is known; where it said nothing, the e-mail may have arrived. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  const reason = messageOf(error).slice(0, 300)
  if (responseCode === undefined) return { kind: 'unknown', reason }
  if (command === 'MAIL FROM' || isOfSender(reason)) return { kind: 'later', reason, unreached: true }
  return responseCode >= 500 ? { kind: 'refused', reason } : { kind: 'later', reason, unreached: false }
}

/**
 * Whether it is our own address that is refused, and so every e-mail until somebody puts that right: by its status (RFC 3463), or in
 * words, since many servers look at the sender only once they hear for whom it is.
 */
function isOfSender(reason: string): boolean {
  return /\b5\.1\.[78]\b|\bsender\b/i.test(reason)
}

/** A connection on which one is known, if the address says by which name. Rejects with what the server said. */
export async function connectTo(url: string): Promise<SMTPConnection> {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password goes over no open line, but for one inside this machine.
    requireTLS: !secure && username !== '' && !isLoopback(hostname),
    ...TIMEOUTS,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (username !== '') await knownAs(connection, decodeURIComponent(username), decodeURIComponent(password))
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

function knownAs(connection: SMTPConnection, user: string, pass: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login({ credentials: { user, pass } }, (error) => (error ? reject(error) : resolve()))
  })
}

type Envelope = { from: string; to: string[] }

function given(connection: SMTPConnection, envelope: Envelope, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.send(envelope, bytes, (error) => (error ? reject(error) : resolve()))
  })
}

async function composed(
  from: string,
  key: string,
  { to, subject, text, calendar }: Mail,
): Promise<{ envelope: Envelope; bytes: Buffer }> {
  const node = new MailComposer({
    from,
    to,
    subject,
    text,
    // The same for the same key, so that a program for e-mail shows one only even where a server took it twice.
    messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@lap-savetnik.invalid>`,
    // Whoever is away answers nothing to it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(calendar
      ? {
          icalEvent: {
            filename: calendar.name,
            method: calendar.method,
            content: Buffer.from(calendar.base64, 'base64'),
          },
        }
      : {}),
  }).compile()
  const { from: sender, to: receivers } = node.getEnvelope()
  return { envelope: { from: sender || '', to: receivers }, bytes: await node.build() }
}
