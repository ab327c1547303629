/** One thing looked at: fine, worth knowing, or wrong with what to do. */
export type Finding = { verdict: 'ok' | 'note' | 'wrong'; about: string; detail: string }

export const ok = (about: string, detail: string): Finding => ({ verdict: 'ok', about, detail })
export const note = (about: string, detail: string): Finding => ({ verdict: 'note', about, detail })
export const wrong = (about: string, detail: string): Finding => ({ verdict: 'wrong', about, detail })
