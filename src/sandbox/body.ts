import type { Context } from 'hono'
import { z } from 'zod'
import { badRequest, Refusal } from './errors.ts'
import { type Form, readMultipart } from './multipart.ts'
import { Params } from './params.ts'

/** The parameters of a Bot API call: those of the address, over which go those of the body. */
export async function readParams(c: Context): Promise<Params> {
  const query = c.req.query()
  if (c.req.method === 'GET') return new Params(query)
  const type = c.req.header('content-type') ?? ''
  if (type.includes('application/json')) return new Params({ ...query, ...(await jsonObject(c)) })
  if (/multipart\/form-data|application\/x-www-form-urlencoded/.test(type)) {
    const { fields, uploads } = await readForm(c)
    return new Params({ ...query, ...fields }, uploads)
  }
  return new Params(query)
}

async function jsonObject(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest("can't parse JSON object")
  return body as Record<string, unknown>
}

/** Fields and files of a form. The bytes are read here, since a transaction cannot wait for them. */
export async function readForm(c: Context): Promise<Form> {
  const type = c.req.header('content-type') ?? ''
  if (type.includes('application/x-www-form-urlencoded')) {
    return { fields: Object.fromEntries(new URLSearchParams(await c.req.text())), uploads: new Map() }
  }
  const form = readMultipart(new Uint8Array(await c.req.arrayBuffer()), type)
  if (!form) throw new Refusal(400, 'The body must be a form (multipart/form-data)')
  return form
}

/** The JSON body, checked. Refuses with a sentence that names the field and what was expected. */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const body: unknown = await c.req.json().catch(() => undefined)
  if (body === undefined) throw new Refusal(400, 'The body must be JSON')
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error).replaceAll(/\n\s*/g, ' '))
  return parsed.data
}

/** A whole number of the address, `fallback` when it is missing. */
export function wholeNumber(c: Context, name: string, fallback: number): number {
  const value = Number(c.req.query(name) ?? fallback)
  if (!Number.isSafeInteger(value) || value < 0) throw new Refusal(400, `${name} must be a whole number`)
  return value
}
