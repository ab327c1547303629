import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './database/database.ts'

/** Bounds in seconds: from what nobody notices to what nobody waits for. */
const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Bounds in seconds of what may wait for hours while Telegram or the database is away. */
const WAITING = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800, 7_200]

export type Metrics = ReturnType<typeof createMetrics>

/**
 * What this process counts and measures, in Prometheus' terms; the only place that names it. Labels have few values, and
 * none tells of a person. Parts receive the instruments they need.
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const metrics = {
    registry,
    updatesReceived: new Counter({
      name: 'lap_updates_received_total',
      help: 'Updates that Telegram gave us, repeated ones too.',
      registers,
    }),
    updateWait: new Histogram({
      name: 'lap_update_wait_seconds',
      help: 'From storing an update to the start of its handling.',
      buckets: WAITING,
      registers,
    }),
    updateHandling: new Histogram({
      name: 'lap_update_handling_seconds',
      help: 'Handling of one update, by how it ended: done, postponed, again (the database was away), failed for good.',
      labelNames: ['result'],
      buckets: QUICK,
      registers,
    }),
    answerPart: new Histogram({
      name: 'lap_answer_part_seconds',
      help: 'Parts of answering one question.',
      labelNames: ['part'],
      buckets: QUICK,
      registers,
    }),
    answers: new Counter({
      name: 'lap_answers_total',
      help: 'Questions answered or not, by outcome and way.',
      labelNames: ['outcome', 'mode'],
      registers,
    }),
    refusals: new Counter({
      name: 'lap_refusals_total',
      help: 'What was turned down, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    modelTokens: new Counter({
      name: 'lap_model_tokens_total',
      help: 'Tokens that answers cost, read and written.',
      labelNames: ['kind'],
      registers,
    }),
    modelCost: new Counter({
      name: 'lap_model_cost_total',
      help: 'What answers cost, in the currency of the prices set.',
      registers,
    }),
    messages: new Counter({
      name: 'lap_messages_total',
      help: 'Messages by lane and fate: sent, failed (Telegram refused), unknown (sent or not), later (tried again).',
      labelNames: ['lane', 'result'],
      registers,
    }),
    messageDelay: new Histogram({
      name: 'lap_message_delay_seconds',
      help: 'From queueing a message to its being sent.',
      labelNames: ['lane'],
      buckets: WAITING,
      registers,
    }),
    broadcastCopies: new Counter({
      name: 'lap_broadcast_copies_total',
      help: 'Copies of broadcasts by fate: sent, unknown, or not sent (blocked, refused, dropped).',
      labelNames: ['fate'],
      registers,
    }),
    reminders: new Counter({
      name: 'lap_reminders_total',
      help: 'Reminders decided: sent, or late when their time had passed.',
      labelNames: ['outcome'],
      registers,
    }),
    reminderDelay: new Histogram({
      name: 'lap_reminder_delay_seconds',
      help: 'From when a reminder was due to its being queued; quiet hours count.',
      buckets: WAITING,
      registers,
    }),
    pauses: new Counter({ name: 'lap_send_pauses_total', help: 'How often Telegram asked to slow down.', registers }),
    sending: new Gauge({ name: 'lap_sender', help: '1 in the one process that sends.', registers }),
  }
  beginAtZero(metrics)
  return metrics
}

/** Sets counters to 0 before anything is counted: Prometheus sees an increase only from a value that it saw before. */
function beginAtZero(
  metrics: Record<'messages' | 'broadcastCopies' | 'reminders' | 'modelTokens' | 'refusals', Counter> & {
    updateHandling: Histogram
  },
): void {
  for (const lane of ['reply', 'bulk'])
    for (const result of ['sent', 'failed', 'unknown', 'later', 'dropped']) metrics.messages.inc({ lane, result }, 0)
  for (const result of ['done', 'postponed', 'again', 'failed']) metrics.updateHandling.zero({ result })
  for (const fate of ['sent', 'unknown', 'blocked', 'refused', 'dropped']) metrics.broadcastCopies.inc({ fate }, 0)
  for (const outcome of ['sent', 'late']) metrics.reminders.inc({ outcome }, 0)
  for (const kind of ['input', 'output']) metrics.modelTokens.inc({ kind }, 0)
  for (const reason of ['too-fast', 'malformed']) metrics.refusals.inc({ reason }, 0)
}

/** A figure that stands in the database, read at each scrape: name, help, and its value by label. */
export type GaugeSource = {
  name: string
  help: string
  label?: string
  read(): Promise<{ label?: string; value: number }[]>
}

/** Adds gauges and the use of connections. A gauge that fails shows nothing, so that the rest is still seen. */
export function addGauges({ registry }: Metrics, usage: Database['usage'], gauges: readonly GaugeSource[]): void {
  // First, or it would count what the gauges ask for.
  addConnections(registry, usage)
  for (const { name, help, label, read } of gauges) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [registry],
      collect: async () => {
        gauge.reset()
        const values = await read().catch(() => null)
        // An unlabelled gauge is set to 0 by `reset`, and 0 would say that nothing waits.
        if (values === null && label === undefined) gauge.set(Number.NaN)
        for (const one of values ?? []) gauge.set(label === undefined ? {} : { [label]: one.label ?? '' }, one.value)
      },
    })
  }
}

function addConnections(registry: Registry, usage: Database['usage']): void {
  const gauge: Gauge = new Gauge({
    name: 'lap_database_connections',
    help: 'Connections to the database that work and rest, and statements that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      for (const [state, count] of Object.entries(usage())) gauge.set({ state }, count)
    },
  })
}
