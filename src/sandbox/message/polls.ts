import { randomInt } from 'node:crypto'
import type { Poll } from 'grammy/types'
import { z } from 'zod'
import { enqueue } from '../bot/updates.ts'
import { badRequest, Refusal } from '../errors.ts'
import type { Params } from '../params.ts'
import type { StoredMessage } from '../store/messages.ts'
import { act, personUser, type World } from '../world.ts'
import { type Actor, changeShown } from './messages.ts'

/** Source: the Bot API's sendPoll, «Poll» and «PollOption». */
const MOST = { question: 300, options: 12, option: 100, explanation: 200, lineFeeds: 2 }

const optionsSchema = z.array(z.union([z.string(), z.looseObject({ text: z.string() }).transform(({ text }) => text)]))
const idsSchema = z.array(z.coerce.number().int())

/** The poll of a call of sendPoll. Refuses with Telegram's sentences what Telegram refuses. */
export function readPoll(params: Params): Poll {
  const question = limited(params.text('question'), 'question', MOST.question)
  const options = readOptions(params)
  const type = params.text('type') === 'quiz' ? 'quiz' : 'regular'
  const quiz = type === 'quiz' ? readQuiz(params, options.length) : {}
  return {
    id: `${Date.now()}${randomInt(100_000, 1_000_000)}`,
    question,
    options: options.map((text, i) => ({ persistent_id: String(i), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: params.flag('is_closed'),
    // Anonymous unless it was said otherwise.
    is_anonymous: params.has('is_anonymous') ? params.flag('is_anonymous') : true,
    type,
    allows_multiple_answers: params.flag('allows_multiple_answers'),
    allows_revoting: params.has('allows_revoting') ? params.flag('allows_revoting') : type === 'regular',
    members_only: false,
    ...quiz,
  }
}

function limited(given: string | undefined, what: string, most: number): string {
  const text = given?.trim() ?? ''
  if (text === '') throw badRequest(`poll ${what} must be non-empty`)
  if (text.length > most) throw badRequest(`poll ${what} length must not exceed ${most}`)
  return text
}

function readOptions(params: Params): string[] {
  const given = optionsSchema.safeParse(params.json('options'))
  if (!given.success) throw badRequest("can't parse options JSON object")
  if (given.data.length === 0) throw badRequest('poll must have at least 1 option')
  if (given.data.length > MOST.options) throw badRequest(`poll can't have more than ${MOST.options} options`)
  return given.data.map((text) => {
    if (text.trim() === '') throw badRequest('poll options must be non-empty')
    if (text.trim().length > MOST.option) throw badRequest(`poll options length must not exceed ${MOST.option}`)
    return text.trim()
  })
}

function readQuiz(params: Params, options: number): Pick<Poll, 'correct_option_ids' | 'explanation'> {
  if (params.flag('allows_multiple_answers')) throw badRequest("quizzes can't allow multiple answers")
  const ids = idsSchema.safeParse(params.json('correct_option_ids') ?? [params.integer('correct_option_id') ?? -1])
  const isRising = ids.data?.every((id, i, all) => id >= 0 && id < options && (i === 0 || id > all[i - 1]!))
  if (!ids.success || ids.data.length === 0 || !isRising) throw badRequest('wrong correct option ID specified')
  const explanation = params.text('explanation')?.trim() ?? ''
  if (explanation.length > MOST.explanation || explanation.split('\n').length - 1 > MOST.lineFeeds)
    throw badRequest('explanation text is too long')
  return { correct_option_ids: ids.data, ...(explanation === '' ? {} : { explanation }) }
}

/** The poll of a message that the bot sent; 400 as Telegram says it otherwise. */
export function pollOf(stored: StoredMessage | undefined): Poll {
  const poll = stored?.fromBot ? stored.message.poll : undefined
  if (!poll) throw badRequest('message with poll to stop not found')
  return poll
}

/** A person votes, by the places of the options. Refuses what their client would not offer them. */
export function vote(world: World, { person, chat }: Actor, messageId: number, options: readonly number[]): void {
  const stored = world.store.messages.get(chat.id, messageId)
  const poll = stored?.message.poll
  if (!stored || !poll) throw new Refusal(404, `Message ${messageId} is no poll of this chat`)
  if (poll.is_closed) throw new Refusal(409, 'The poll is closed')
  const votes = votesOf(world, poll.id)
  const before = votes[person.id] ?? []
  if (before.length > 0 && !poll.allows_revoting) throw new Refusal(409, 'They have voted, and may not change it')
  const isOffered =
    options.every((at) => at >= 0 && at < poll.options.length) && new Set(options).size === options.length
  if (!isOffered || (options.length !== 1 && !poll.allows_multiple_answers))
    throw new Refusal(400, `The poll has ${poll.options.length} options`)
  act(world, () => {
    const all = { ...votes, [person.id]: [...options] }
    world.store.settings.set(`votes:${poll.id}`, all)
    const counted = count(poll, Object.values(all))
    changeShown(world, stored, { poll: counted })
    enqueue(world, { poll: counted })
    if (poll.is_anonymous) return
    const option_persistent_ids = options.map((at) => poll.options[at]!.persistent_id)
    enqueue(world, {
      poll_answer: { poll_id: poll.id, user: personUser(person), option_ids: [...options], option_persistent_ids },
    })
  })
}

/** Who voted for what: the places of the options, by the person. */
function votesOf(world: World, pollId: string): Record<string, number[]> {
  return world.store.settings.get<Record<string, number[]>>(`votes:${pollId}`) ?? {}
}

function count(poll: Poll, votes: readonly number[][]): Poll {
  return {
    ...poll,
    total_voter_count: votes.filter((one) => one.length > 0).length,
    options: poll.options.map((option, at) => ({
      ...option,
      voter_count: votes.filter((one) => one.includes(at)).length,
    })),
  }
}
