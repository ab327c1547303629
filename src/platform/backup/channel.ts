/**
 * What `produce` gives, as something to iterate over: each thing waits until it is asked for. What `produce` throws, the
 * reader gets; a reader that stops early makes the next thing given throw.
 */
export async function* channel<T>(produce: (give: (thing: T) => Promise<void>) => Promise<unknown>): AsyncGenerator<T> {
  let offered = Promise.withResolvers<T | undefined>()
  let taken = Promise.withResolvers<void>()
  const producing = produce(async (thing) => {
    offered.resolve(thing)
    await taken.promise
    taken = Promise.withResolvers()
  }).then(
    () => offered.resolve(undefined),
    (error: unknown) => offered.reject(error),
  )
  try {
    for (let thing = await offered.promise; thing !== undefined; thing = await offered.promise) {
      yield thing
      offered = Promise.withResolvers()
      taken.resolve()
    }
  } finally {
    offered = Promise.withResolvers()
    offered.promise.catch(() => {})
    taken.promise.catch(() => {})
    taken.reject(new Error('Nobody reads any more'))
    await producing
  }
}
