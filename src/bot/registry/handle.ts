import type { Message } from 'grammy/types'
import type { Db } from '../../platform/database/database.ts'
import type { ChatContext } from '../context.ts'
import type { Outgoing } from '../send/outbox.ts'
import { hasMuchToLose, isLive, standsUnder } from './asked.ts'
import type { Button } from './button.ts'
import type { DialogueKind } from './dialogue.ts'
import { LEAVE } from './leave.ts'

/** What a turn ends in: changes, and messages. */
export type Work = (db: Db) => Promise<Outgoing[]>

/** A definition with what is done when it is used. Whether whoever uses it may do so is asked in `run` and `hear`. */
export type Handled<C> =
  | { kind: 'button'; button: Button<never, string>; run: (ctx: C, data: string) => Running | null }
  | { kind: 'unread'; word: string; who: string; run: (ctx: C) => Running }
  | { kind: 'command'; name: string; who: string; hidden: boolean; run: (ctx: C, payload: string) => Running | null }
  | { kind: 'dialogue'; dialogue: AnyDialogue; hear: (ctx: C, message: Message) => Running | null }

/** Something under way; nobody looks at what it comes to. */
export type Running = Promise<unknown>
type AnyDialogue = { kind: string; who: string }

/** How a role is enforced. */
type Roles<C, Role> = {
  /** Ends a turn with work that only those in a role may do; whether it is so is asked in the transaction of that work. */
  as: (ctx: C, role: Role, work: Work) => Running
  /** Whether somebody is in a role as far as we know, for what others shall not know of. */
  is: (ctx: C, role: Role) => boolean
}

/** What is said of buttons under the questions of a dialogue. */
export type Asking<C> = {
  /** The question is not the last one any more; `spent`: nor does its message show the last one. */
  past: (ctx: C, spent: boolean) => Outgoing[]
  /** Asks whether much that was entered shall be lost; `data` gives the dialogue up for good. */
  sure: (ctx: C, data: string) => Outgoing[]
}

/** Handlers of definitions that are for everyone. */
export function handlersForEveryone<C extends ChatContext>() {
  return handlersFor<C, never>({ as: async () => {}, is: () => false }, { past: () => [], sure: () => [] })
}

type Everyone<C, Given> = (ctx: C, given: Given) => Running
type Staff<C, Given> = (db: Db, ctx: C, given: Given) => Promise<Outgoing[]>

/** How definitions get their handlers: one of what is for staff cannot be written without `as`. */
export function handlersFor<C extends ChatContext, Role extends string>(roles: Roles<C, Role>, asking: Asking<C>) {
  /** What a press comes to. What is for everyone ends its turn itself; for staff it is ended with what the handler returns. */
  function handle<A extends readonly unknown[]>(button: Button<A, 'everyone'>, handler: Everyone<C, A>): Handled<C>
  function handle<A extends readonly unknown[]>(button: Button<A, Role>, handler: Staff<C, A>): Handled<C>
  function handle<A extends readonly unknown[]>(
    button: Button<A, string>,
    handler: Everyone<C, A> | Staff<C, A>,
  ): Handled<C> {
    const press = guarded(roles, button, handler)
    if (button.of === null) return pressed(button, press)
    return pressed(button, (ctx, args) => {
      const instead = saidInstead(ctx, asking, button)
      if (!instead) return press(ctx, args)
      const said = async () => instead()
      return button.who === 'everyone' ? ctx.turn.finish(said) : guarded(roles, button, said)(ctx, args)
    })
  }

  /** What buttons made by `buttons` come to, each with its own handler. */
  function handleEach<Second extends string, A extends readonly unknown[]>(
    buttons: Record<Second, Button<A, Role>>,
    handlers: Record<Second, Staff<C, A>> | ((second: Second) => Staff<C, A>),
  ): Handled<C>[] {
    const handlerOf = typeof handlers === 'function' ? handlers : (second: Second) => handlers[second]
    return (Object.keys(buttons) as Second[]).map((second) => handle(buttons[second], handlerOf(second)))
  }

  /** The answer to data that begin with a word of ours and are none of our buttons: forged, or of an older form. */
  function unread(word: string, who: Role, handler: (db: Db, ctx: C) => Promise<Outgoing[]>): Handled<C> {
    return { kind: 'unread', word, who, run: (ctx) => roles.as(ctx, who, (db) => handler(db, ctx)) }
  }

  /** What a command comes to; it is given what was written after the command. */
  function command(name: string, who: 'everyone', handler: Everyone<C, string>): Handled<C>
  function command(name: string, who: Role, handler: Staff<C, string>, how?: { hidden: boolean }): Handled<C>
  function command(
    name: string,
    who: string,
    handler: Everyone<C, string> | Staff<C, string>,
    { hidden } = { hidden: false },
  ): Handled<C> {
    return { kind: 'command', name, who, hidden, run: guarded(roles, { who, hidden }, handler) }
  }

  /**
   * What a message comes to while a dialogue is open. `answer` returns what ends the turn, or `null` when the message is no
   * answer to what is asked: then it is a question like any other.
   */
  function converse<T, M extends Message>(
    dialogue: DialogueKind<T, Role | 'everyone', M>,
    answer: (ctx: C, data: T, message: M) => Work | null,
  ): Handled<C> {
    const { who } = dialogue
    return heard(dialogue, answer, (ctx, work) =>
      who === 'everyone' ? ctx.turn.finish(work) : roles.as(ctx, who, work),
    )
  }

  return { handle, handleEach, unread, command, converse }
}

/** A handler that runs for those it is for; `null`: whoever it is shall not know of it. */
function guarded<C, Role extends string, Given>(
  { as, is }: Roles<C, Role>,
  { who, hidden }: { who: string; hidden: boolean },
  handler: Everyone<C, Given> | Staff<C, Given>,
): (ctx: C, given: Given) => Running | null {
  if (who === 'everyone') return handler as Everyone<C, Given>
  const role = who as Role
  const work = handler as Staff<C, Given>
  return (ctx, given) => (hidden && !is(ctx, role) ? null : as(ctx, role, (db) => work(db, ctx, given)))
}

/** What a press of a dialogue's button is answered with, where it does not do what the button says; `null`: it does. */
function saidInstead<C extends ChatContext>(
  ctx: C,
  asking: Asking<C>,
  { of, leaves }: Pick<Button<readonly unknown[], string>, 'of' | 'leaves'>,
): (() => Outgoing[]) | null {
  const open = ctx.dialogues.find(({ kind }) => kind === of)
  const data = ctx.callbackQuery?.data
  if (!open?.asked || data === undefined) return null
  const messageId = ctx.callbackQuery?.message?.message_id ?? 0
  const live = ctx.leaves === undefined ? isLive(open, { messageId, data }) : ctx.leaves === open.asked.update
  if (!live) return () => asking.past(ctx, !standsUnder(open, messageId))
  if (!leaves || ctx.leaves !== undefined || !hasMuchToLose(open)) return null
  return () => asking.sure(ctx, LEAVE.data(open.asked!.update, data))
}

function pressed<C, A extends readonly unknown[]>(
  button: Button<A, string>,
  press: (ctx: C, args: A) => Running | null,
): Handled<C> {
  return {
    kind: 'button',
    button: button as unknown as Button<never, string>,
    run: (ctx, data) => {
      const args = button.read(data)
      return args && press(ctx, args)
    },
  }
}

function heard<C extends ChatContext, T, M extends Message>(
  dialogue: DialogueKind<T, string, M>,
  answer: (ctx: C, data: T, message: M) => Work | null,
  end: (ctx: C, work: Work) => Running,
): Handled<C> {
  return {
    kind: 'dialogue',
    dialogue,
    hear: (ctx, message) => {
      const data = dialogue.accepts(message) ? dialogue.open(ctx) : null
      const work = data && answer(ctx, data, message as M)
      return work && end(ctx, work)
    },
  }
}
