import type { Bot, TestPerson } from '../support/bot.ts'

/** What a page answered: its words without the markup, and the markup. */
export type Answer = { status: number; html: string; text: string; headers: Headers }

/** Somebody who has a page of the bot's open, with launch data as their client got them. */
export async function aVisitor(bot: Bot, { id }: Pick<TestPerson, 'id'>) {
  const { url } = await bot.call<{ url: string }>('POST', `/people/${id}/launch`, { url: `${bot.url}/app` })
  const launch = new URLSearchParams(new URL(url).hash.slice(1)).get('tgWebAppData')!
  const ask = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(await fetch(`${bot.url}/app${path}`, { ...init, headers: { authorization: `tma ${launch}` } }))
  return {
    id,
    launch,
    get: (path: string) => ask(path, {}),
    post: (path: string, fields: Record<string, string> | [string, string][] = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    /** A form that brings a file. */
    send: (path: string, file: File, fields: Record<string, string>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ ...fields, file })) body.append(name, value)
      return ask(path, { method: 'POST', body })
    },
  }
}

export async function answerOf(response: Response): Promise<Answer> {
  const html = await response.text()
  return { status: response.status, html, text: wordsIn(html), headers: response.headers }
}

function wordsIn(html: string): string {
  return html
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A trainer, a coordinator and a member who wrote to the bot once, each with the page open. */
export async function oneOfEach(bot: Bot) {
  const visitorAs = async (name: string, role?: string) => {
    const person = await bot.person({ name, ...(role ? { role } : {}) })
    await person.ask('/start')
    return aVisitor(bot, person)
  }
  return {
    member: await visitorAs('Милица Јовић'),
    trainer: await visitorAs('Тренер Јован', 'trainer'),
    coordinator: await visitorAs('Координатор Ана', 'coordinator'),
  }
}
