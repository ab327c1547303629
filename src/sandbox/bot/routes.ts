import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { readParams } from '../body.ts'
import { Refusal, TelegramError } from '../errors.ts'
import { cut, type Env, fileResponse, goneSignal } from '../wire.ts'
import type { World } from '../world.ts'
import { type BotApi, refusal } from './api.ts'

/** The bot's side: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function botRoutes(world: World, api: BotApi, token: string): Hono<Env> {
  const routes = new Hono<Env>()
  routes.all('/:bot{bot[^/]+}/:method', async (c) => {
    if (c.req.param('bot') !== `bot${token}`) return answer(c, refusal(new TelegramError(401, 'Unauthorized')))
    const gone = goneSignal(c)
    const params = await readParams(c).catch((error: unknown) => {
      if (error instanceof TelegramError || error instanceof Refusal) return error
      throw error
    })
    if (params instanceof Refusal) return answer(c, refusal(new TelegramError(400, `Bad Request: ${params.message}`)))
    if (params instanceof TelegramError) return answer(c, refusal(params))
    const outcome = await api.call(c.req.param('method'), params, gone)
    if (outcome === 'cut') return cut(c)
    return 'page' in outcome ? page(c, outcome.page) : answer(c, outcome)
  })
  routes.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    if (c.req.param('bot') !== `bot${token}`) return answer(c, refusal(new TelegramError(401, 'Unauthorized')))
    const file = world.store.files.byPath(c.req.param('path'))
    if (!file) return answer(c, refusal(new TelegramError(404, 'Not Found')))
    return fileResponse(c, file, world.store.files.bytes(file.fileId))
  })
  return routes
}

/** What a proxy says when it has nothing to pass on. */
function page(c: Context<Env>, status: number): Response {
  return c.html(`<html><body><h1>${status}</h1><hr>nginx</body></html>`, status as ContentfulStatusCode)
}

function answer(c: Context<Env>, body: ReturnType<typeof refusal>): Response {
  return c.json(body, body.ok ? 200 : (body.error_code as ContentfulStatusCode))
}
