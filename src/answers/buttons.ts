import { z } from 'zod'
import { bigRowId, button, pageUpTo, rowId } from '../bot/registry/button.ts'
import { REASONS } from './feedback/feedback.ts'
import { COMMANDS } from './intent/functions.ts'
import { FORMS } from './writing/prompts.ts'

// The first argument of these is the question that was answered.

/** The whole section behind a footnote; other passages that were found. */
export const SECTION = button('section', { who: 'everyone', args: [bigRowId, rowId] })
export const MORE = button('more', { who: 'everyone', args: [bigRowId] })
/** The same answer in another form. */
export const IN_FORM = button('as', { who: 'everyone', args: [bigRowId, z.enum(FORMS)] })
/** 👍 or 👎, and what was wrong. */
export const RATE = button('rate', { who: 'everyone', args: [bigRowId, z.enum(['up', 'down'])] })
export const WHY_NOT = button('why', { who: 'everyone', args: [bigRowId, z.enum(REASONS)] })

/** Hands a question that was not answered, or not well, to trainers: what comes of it is decided by `gaps`. */
export const ASK_TRAINER = button('ask-trainer', { who: 'everyone', args: [bigRowId] })

/** A topic of the material, by its passage. */
export const TOPIC = button('topic', { who: 'everyone', args: [rowId] })
/** A question that the material says it answers: which source, and which of its questions. */
export const ASK_SAMPLE = button('ask', { who: 'everyone', args: [rowId, pageUpTo(50)] })

/** Does what a command does, as its writer asked in other words. */
export const DO = button('do', { who: 'everyone', args: [z.enum(COMMANDS)] })

/** The question that a pressed button belongs to; `null` when it belongs to none. */
export function questionOf(data: string): number | null {
  for (const button of [SECTION, MORE, IN_FORM, RATE, WHY_NOT]) {
    const args = button.read(data)
    if (args) return args[0]
  }
  return null
}
