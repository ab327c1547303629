import { createHmac } from 'node:crypto'
import { Refusal } from '../errors.ts'
import type { Person } from '../store/people.ts'
import { personUser, unixSeconds, type World } from '../world.ts'

/**
 * The address by which a client opens a Mini App: with who opens it, signed with the bot's token, and the client's colours, behind
 * a «#» as Telegram's clients write it.
 * Source: core.telegram.org/bots/webapps, «Validating data received via the Mini App».
 */
export function launchUrl(
  world: World,
  { token, url, theme }: { token: string; url: string; theme: Record<string, string> },
  person: Person,
): string {
  if (!URL.canParse(url)) throw new Refusal(400, 'The launch needs the address of a Mini App')
  const fields = {
    auth_date: String(unixSeconds(world)),
    chat_instance: String(person.id),
    chat_type: 'private',
    user: JSON.stringify(personUser(person)),
  }
  const opened = new URLSearchParams({
    tgWebAppData: new URLSearchParams({ ...fields, hash: signed(token, fields) }).toString(),
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'web',
    tgWebAppThemeParams: JSON.stringify(theme),
  })
  return `${url}#${opened}`
}

function signed(token: string, fields: Record<string, string>): string {
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
  return createHmac('sha256', key).update(lines.toSorted().join('\n')).digest('hex')
}
