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
    return [ok('e-mail', `the server takes e-mails from ${smtp.from}`)]
  } catch (error) {
    return [wrong('e-mail', `${messageOf(error)}. Check SMTP_URL: name, password, port (587, or 465 with smtps://).`)]
  }
}
