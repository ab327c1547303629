import type { Config } from '../../src/config.ts'
import { connectTo } from '../../src/mail/smtp.ts'
import { messageOf } from '../../src/platform/errors.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** Whether the server that passes e-mails on is there and lets us in. Nothing is sent. */
export async function checkMail({ smtp }: Pick<Config, 'smtp'>): Promise<Finding[]> {
  if (!smtp) return [note('e-mail', 'no SMTP_URL: people without Telegram are called by staff')]
  try {
    const connection = await connectTo(smtp.url.reveal())
    connection.quit()
    return [
      ok(
        'e-mail',
        `the server lets us in; whether it takes e-mails from ${smtp.from} the first one shows, and if not the log says so and they wait, for a day`,
      ),
    ]
  } catch (error) {
    return [wrong('e-mail', `${adviceFor(error)} (${messageOf(error).trim()}) Until then e-mails wait, for a day.`)]
  }
}

/** What an error of a connection means, and what to do. */
function adviceFor(error: unknown): string {
  const code = (error as { code?: string }).code ?? ''
  const said = messageOf(error)
  if (code === 'EAUTH')
    return 'The server does not let us in with this name and password. Check both in SMTP_URL; signs such as @ : / % in them are written as %40 %3A %2F %25.'
  if (/certificate|altname/i.test(said))
    return 'The certificate of the server is not trusted. Name the file of whoever issued it in NODE_EXTRA_CA_CERTS, and check that SMTP_URL has the name that stands in it.'
  if (code === 'ETLS')
    return 'The server offers no encrypted line, and a password goes over no open one. Use smtps:// with port 465, or another server.'
  if (/wrong version number/i.test(said))
    return 'The server does not speak TLS from the start at this port. Use smtp:// there, which turns it on with STARTTLS.'
  if (/greeting/i.test(said))
    return 'The server says nothing at this port. Where it is 465, use smtps:// in place of smtp://.'
  return 'The server cannot be reached. Check address and port in SMTP_URL (587, or 465 with smtps://), and whether a firewall lets us out.'
}
