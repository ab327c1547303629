/** What may be asked of people in a session besides a trainer's own questions. */
export const KINDS = ['bed', 'diet', 'arrival', 'transport', 'phone'] as const
export type Kind = (typeof KINDS)[number]

/** A question of a session: `key` names it among its answers, and stays. Fits JSON. */
export type Question = { kind: Kind; key: string } | { kind: 'own'; key: string; text: string; choices: string[] }
