import { Composer, type Context, type Middleware, type NextFunction } from 'grammy'

/**
 * A composer in which a handler that does not apply to an update costs no more than that check. grammY's own wraps
 * each handler in several promises: with our seventy, half of all that an update allocated. Handlers are asked in the
 * order in which they were installed; unlike grammY's, their filters may not be asynchronous.
 */
export class Routes<C extends Context> extends Composer<C> {
  readonly #handlers: { applies: (ctx: C) => unknown; handler: Composer<C> }[] = []

  constructor(...middleware: Middleware<C>[]) {
    super()
    if (middleware.length > 0) this.use(...middleware)
  }

  override use(...middleware: Middleware<C>[]): Composer<C> {
    return this.#install(() => true, new Composer(...middleware))
  }

  override filter<D extends C>(predicate: (ctx: C) => ctx is D, ...middleware: Middleware<D>[]): Composer<D>
  override filter(predicate: (ctx: C) => boolean, ...middleware: Middleware<C>[]): Composer<C>
  override filter(predicate: (ctx: C) => boolean, ...middleware: Middleware<C>[]): Composer<C> {
    return this.#install(predicate, new Routes(...middleware))
  }

  override drop(predicate: (ctx: C) => boolean, ...middleware: Middleware<C>[]): Composer<C> {
    return this.filter((ctx) => !predicate(ctx), ...middleware)
  }

  override middleware() {
    return (ctx: C, next: NextFunction) => this.#pass(0, ctx, next)
  }

  #install(applies: (ctx: C) => unknown, handler: Composer<C>): Composer<C> {
    this.#handlers.push({ applies, handler })
    return handler
  }

  /** Not `async`, so that whoever only passes an update on adds no promise of its own. */
  #pass(from: number, ctx: C, next: NextFunction): Promise<void> {
    try {
      let at = from
      while (at < this.#handlers.length && !this.#handlers[at]!.applies(ctx)) at++
      if (at === this.#handlers.length) return next()
      let passedOn = false
      const result = this.#handlers[at]!.handler.middleware()(ctx, () => {
        if (passedOn) throw new Error('A handler passed its update on twice')
        passedOn = true
        return this.#pass(at + 1, ctx, next)
      })
      return Promise.resolve(result) as Promise<void>
    } catch (error) {
      return Promise.reject(error)
    }
  }
}
