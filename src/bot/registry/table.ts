import type { NextFunction } from 'grammy'
import type { Message } from 'grammy/types'
import { commandOf } from '../addressed.ts'
import type { ChatContext } from '../context.ts'
import type { Handled, Running } from './handle.ts'
import { LEAVE } from './leave.ts'

type OfKind<C, K extends Handled<C>['kind']> = Extract<Handled<C>, { kind: K }>

/** Everything that can be pressed, commanded or answered in words, each found by its name. */
export type Table<C> = {
  all: readonly Handled<C>[]
  /** The dialogue under whose questions a button with these data stands; `null` for all others. */
  dialogueOf(data: string): string | null
  /** Passes on what nothing in the table takes. Not `async`: a press or a message costs a look-up or two, and no promise. */
  route(ctx: C, next: NextFunction): Running
}

/** Throws when two definitions could take the same press, command or dialogue. */
export function createTable<C extends ChatContext>(all: readonly Handled<C>[]): Table<C> {
  const of = <K extends Handled<C>['kind']>(kind: K) => all.filter((one): one is OfKind<C, K> => one.kind === kind)
  const buttons = byName(of('button'), ({ button }) => keyOf(button))
  const unread = byName(of('unread'), ({ word }) => word)
  const commands = byName(of('command'), ({ name }) => name)
  const dialogues = byName(of('dialogue'), ({ dialogue }) => dialogue.kind)
  refuseAmbiguous([...buttons.keys(), keyOf(LEAVE)])

  const find = (data: string) => {
    const first = data.indexOf(':') + 1
    const second = data.indexOf(':', first) + 1
    return buttons.get(data) ?? buttons.get(data.slice(0, second)) ?? buttons.get(data.slice(0, first))
  }

  const press = (ctx: C, data: string): Running | null => {
    const [asked, given] = LEAVE.read(data) ?? []
    if (asked !== undefined) ctx.leaves = asked
    const pressed = given ?? data
    const word = pressed.slice(0, Math.max(0, pressed.indexOf(':')))
    return find(pressed)?.run(ctx, pressed) ?? unread.get(word)?.run(ctx) ?? null
  }

  const hear = (ctx: C, message: Message): Running | null => {
    const command = commandOf(message, ctx.me)
    if (command || message.text?.startsWith('/'))
      return (command && commands.get(command.name)?.run(ctx, command.payload)) ?? null
    return (ctx.dialogue && dialogues.get(ctx.dialogue.kind)?.hear(ctx, message)) ?? null
  }

  return {
    all,
    dialogueOf: (data) => find(data)?.button.of ?? null,
    route: (ctx, next) => {
      const data = ctx.callbackQuery?.data
      const running = data !== undefined ? press(ctx, data) : ctx.message ? hear(ctx, ctx.message) : null
      return running ?? next()
    },
  }
}

/** What data of a button begin with; all of them when it has no arguments. */
function keyOf({ word, args }: { word: string; args: readonly unknown[] }): string {
  return args.length === 0 ? word : `${word}:`
}

function byName<T>(handled: readonly T[], nameOf: (one: T) => string): Map<string, T> {
  const named = new Map<string, T>()
  for (const one of handled) {
    const name = nameOf(one)
    if (named.has(name)) throw new Error(`«${name}» is handled twice`)
    named.set(name, one)
  }
  return named
}

/** Data of `ask:5:2` must not be read as those of `ask:` by one version and of `ask:5:` by the next. */
function refuseAmbiguous(keys: readonly string[]): void {
  for (const key of keys) {
    if (!/^[a-z-]+(?::[a-z-]+)?:?$/.test(key)) throw new Error(`«${key}» is not one or two words`)
    const longer = keys.find((other) => other !== key && key.indexOf(':') === key.length - 1 && other.startsWith(key))
    if (longer) throw new Error(`Data of «${longer}» could be those of «${key}»`)
  }
}
