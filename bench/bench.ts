/** What every part is told. */
export type Bench = {
  /** `null`: only the embedded database is measured. */
  databaseUrl: string | null
  /** The shipped material. */
  material: string
  /** A collection and questions in place of the shipped ones. */
  knowledge: string | undefined
  questions: string | undefined
  quick: boolean
  /** What takes minutes too. */
  full: boolean
  /** `count`, or a tenth of it in a quick run. */
  tenth(count: number): number
}
