import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ModelOrder, ModelReport, Pace, Told } from './model-process.ts'
import { endWithUs, stopChild } from './processes.ts'

/** A model provider in a process of its own, so that it does not share a thread with the bot. */
export type ModelProcess = {
  url: string
  keepPace(pace: Pace): void
  /** The answers since the last time this was asked, in the order in which they ended. */
  told(): Promise<Told[]>
  /** How many answers are being written now. */
  running(): Promise<number>
  stop(): Promise<void>
}

export async function startModelProcess(): Promise<ModelProcess> {
  const child = fork(fileURLToPath(new URL('./model-process.ts', import.meta.url)))
  endWithUs(child)
  const order = (what: ModelOrder) => child.send(what)
  const report = async () => ((await once(child, 'message')) as [ModelReport])[0]
  const listening = await report()
  if (listening.kind !== 'listening') throw new Error('The process of the model did not say where it listens')
  const tell = async () => {
    const said = report()
    order({ kind: 'tell' })
    return (await said) as Extract<ModelReport, { kind: 'told' }>
  }
  return {
    url: listening.url,
    keepPace: (pace) => void order({ kind: 'pace', pace }),
    told: async () => (await tell()).told,
    running: async () => (await tell()).running,
    stop: () => stopChild(child),
  }
}
