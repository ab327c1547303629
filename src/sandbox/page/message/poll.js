// @ts-check
// A poll or quiz: answers to choose from, and after the vote how many chose each, what was right and why.
import { api } from '../api.js'
import { h } from '../dom.js'
import { t } from '../texts.js'
import { showFailure } from '../toast.js'

/** @import { Poll } from 'grammy/types' */

/**
 * In a private chat there is one voter, so that whoever looks has voted when anybody has.
 * @param {Poll} poll @param {number} chatId @param {number} messageId
 */
export function pollBlock(poll, chatId, messageId) {
  const hasVoted = poll.total_voter_count > 0 || poll.is_closed
  const options = poll.options.map((option, place) =>
    hasVoted ? outcome(poll, place) : choice(option.text, () => api.vote(chatId, messageId, [place])),
  )
  return h(
    'section',
    { class: 'poll', 'data-testid': 'poll', 'aria-label': poll.question },
    h('p', { class: 'poll-question' }, poll.question),
    h('p', { class: 'poll-kind' }, t(poll.type === 'quiz' ? 'quiz' : 'poll')),
    h('div', { class: 'poll-options' }, options),
    hasVoted && poll.explanation ? h('p', { class: 'poll-explanation' }, poll.explanation) : null,
  )
}

/** @param {string} text @param {() => Promise<unknown>} choose */
function choice(text, choose) {
  const node = h('button', { type: 'button', class: 'button plain poll-option', 'data-testid': 'poll-option' }, text)
  node.addEventListener('click', () => {
    if (node.getAttribute('aria-busy')) return
    node.setAttribute('aria-busy', 'true')
    choose()
      .catch(showFailure)
      .finally(() => node.removeAttribute('aria-busy'))
  })
  return node
}

/** @param {Poll} poll @param {number} place */
function outcome(poll, place) {
  const { text, voter_count: count } = /** @type {Poll['options'][number]} */ (poll.options[place])
  const isRight = poll.correct_option_ids?.includes(place)
  const mark = isRight ? '✓' : poll.type === 'quiz' && count > 0 ? '✗' : ''
  const share = poll.total_voter_count > 0 ? Math.round((count / poll.total_voter_count) * 100) : 0
  return h(
    'p',
    { class: `poll-outcome${isRight ? ' right' : ''}${count > 0 ? ' chosen' : ''}` },
    h('span', { class: 'poll-mark', 'aria-hidden': 'true' }, mark),
    h('span', {}, text),
    h('span', { class: 'poll-share' }, `${share} %`),
  )
}
