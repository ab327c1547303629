import type { Context, MiddlewareFn, NextFunction } from 'grammy'

/**
 * Middleware one after another, each with the right to pass an update on. Not grammY's composer, which wraps each of them in
 * several promises: with seventy of them, that was half of all that an update allocated.
 */
export function chain<C extends Context>(
  ...links: readonly MiddlewareFn<C>[]
): (ctx: C, next: NextFunction) => Promise<unknown> {
  // Not `async`, so that whoever only passes an update on adds no promise of its own.
  const pass = (at: number, ctx: C, next: NextFunction): Promise<unknown> => {
    const link = links[at]
    if (!link) return next()
    let passedOn = false
    try {
      return Promise.resolve(
        link(ctx, () => {
          if (passedOn) throw new Error('A handler passed its update on twice')
          passedOn = true
          return pass(at + 1, ctx, next) as Promise<void>
        }),
      )
    } catch (error) {
      return Promise.reject(error)
    }
  }
  return (ctx, next) => pass(0, ctx, next)
}
