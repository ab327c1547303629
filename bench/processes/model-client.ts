import type { ModelOrder, ModelReport, Pace, Told } from './model-process.ts'
import { forkProgram } from './processes.ts'

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
  const program = forkProgram<ModelReport>('./model-process.ts')
  const order = (what: ModelOrder) => program.send(what)
  const listening = await program.next()
  if (listening.kind !== 'listening') throw new Error('The process of the model did not say where it listens')
  const tell = async () => {
    const said = program.next()
    order({ kind: 'tell' })
    return (await said) as Extract<ModelReport, { kind: 'told' }>
  }
  return {
    url: listening.url,
    keepPace: (pace) => order({ kind: 'pace', pace }),
    told: async () => (await tell()).told,
    running: async () => (await tell()).running,
    stop: program.stop,
  }
}
