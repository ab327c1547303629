import type { Params } from '../params.ts'
import type { World } from '../world.ts'

/**
 * One method of the Bot API: runs inside `act`, returns `result`, throws a TelegramError to refuse.
 * The tables of methods are keyed by the documented name.
 */
export type Method = (world: World, params: Params) => unknown
