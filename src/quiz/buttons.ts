import { button, buttons, pageUpTo, rowId } from '../bot/registry/button.ts'

/** More quizzes, and more questions, than there are. */
const quiz = rowId
const place = pageUpTo(99)

/** Somebody begins a quiz: by themselves, or since a session's trainer sent it. */
export const BEGIN = button('kviz:start', { who: 'everyone', args: [quiz] })
export const BEGIN_FOR = button('kviz:for', { who: 'everyone', args: [quiz, rowId] })
/** Passes over a question of a quiz that one is in. */
export const PASS = button('kviz:next', { who: 'everyone', args: [rowId, place] })

/** Staff choose a session for a quiz. */
export const SEND_QUIZ = button('kviz:send', { who: 'trainer' })
/** A quiz for a session: what would be sent to whom, sending it, and what came of it. */
export const TO_SESSION = buttons('kvizovi', ['ask', 'send', 'results'], { who: 'trainer', args: [rowId, quiz] })
