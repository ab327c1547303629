/** What a long work is at, for whoever waits in front of it. */
export type Progress = {
  /** The step that runs now, and how far it is. */
  at(step: string, counted?: Counted): void
  /** Nothing more is said; to be called before anything else is printed. */
  end(): void
}

type Counted = { done: number; all: number; what: string }

/** Standard output or error. */
type Out = { isTTY?: boolean; write(text: string): unknown }

/** On a terminal a line a step, written anew as it goes on; elsewhere plain lines, a few. */
export function createProgress(out: Out, now: () => number = () => performance.now()): Progress {
  return out.isTTY === true ? onTerminal(out, now) : inLines(out, now)
}

const shown = (step: string, counted?: Counted) =>
  counted ? `${step}: ${counted.done} of ${counted.all} ${counted.what}` : step

const SECOND_MS = 1_000
/** From so long on a step is said to take its time. */
const WORTH_SAYING_MS = 2_000

/** `\r` and «erase the line» are understood by every terminal that calls itself one. */
const ANEW = '\r\x1b[K'

function onTerminal(out: Out, now: () => number): Progress {
  let step: { name: string; since: number; ticking: NodeJS.Timeout } | null = null
  let last = ''
  const draw = () => {
    const ms = step ? now() - step.since : 0
    out.write(ANEW + last + (ms < WORTH_SAYING_MS ? '' : `, ${Math.round(ms / SECOND_MS)} s`))
  }
  const end = () => {
    if (!step) return
    clearInterval(step.ticking)
    draw()
    out.write('\n')
    step = null
  }
  return {
    at(name, counted) {
      if (name !== step?.name) {
        end()
        step = { name, since: now(), ticking: setInterval(draw, SECOND_MS).unref() }
      }
      last = shown(name, counted)
      draw()
    },
    end,
  }
}

/** How often a step that counts says so in a log. */
const EVERY_MS = 5_000

function inLines(out: Out, now: () => number): Progress {
  let step: string | null = null
  let saidAt = 0
  const say = (line: string) => {
    saidAt = now()
    out.write(`${line}.\n`)
  }
  return {
    at(name, counted) {
      const isNew = name !== step
      step = name
      const isDue = counted !== undefined && (counted.done === counted.all || now() - saidAt >= EVERY_MS)
      if (isNew || isDue) say(shown(name, counted))
    },
    end() {
      step = null
    },
  }
}
