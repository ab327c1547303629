/** What a file may cost at most. Beyond any of these it is refused while it is being read, never after. */
export type Limits = {
  fileBytes: number
  /** All entries of a zipped file together. */
  unpackedBytes: number
  /** How many times larger than its packed form a zipped file may become, once it is larger than `ratioFromBytes`. */
  unpackedRatio: number
  ratioFromBytes: number
  zipEntries: number
  /** Pages, slides or sheets. */
  pages: number
  timeMs: number
  /** Heap and buffers of the reading thread; `readFile` without a worker cannot keep it. */
  memoryMb: number
}

/** The file size is Telegram's limit for bots; XML of office files packs up to about 1 to 100, a bomb 1 to 1,000. */
export const LIMITS: Limits = {
  fileBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  unpackedRatio: 200,
  ratioFromBytes: 10_000_000,
  zipEntries: 10_000,
  pages: 1_000,
  timeMs: 60_000,
  memoryMb: 512,
}
