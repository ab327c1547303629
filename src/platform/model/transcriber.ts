import { QUIET } from './client.ts'
import type { ModelSettings } from './model.ts'
import { failureOf } from './writing-failure.ts'

/** Turns speech into text. */
export type Transcriber = {
  name: string
  /** What is said in `audio`; empty when nothing is. One request, tried once. Throws `WritingFailed`. */
  hear(audio: { bytes: Uint8Array; fileName: string }, signal: AbortSignal): Promise<string>
}

const TIMEOUT_MS = 60_000
/** Words of the field, so that their abbreviations are not heard as others. */
const VOCABULARY =
  'Локални акциони план (ЛАП), Савет за миграције, Комесаријат за избеглице и миграције (КИРС), интерно расељена лица, реадмисија.'

/** The provider's transcription through its own client, loaded with the first call. */
export function createTranscriber(
  settings: Pick<ModelSettings, 'baseUrl' | 'apiKey'> & { transcription: string },
  timeoutMs: number = TIMEOUT_MS,
): Transcriber {
  return {
    name: settings.transcription,
    hear: async ({ bytes, fileName }, signal) => {
      const { default: OpenAI, APIConnectionTimeoutError, toFile } = await import('openai')
      const client = new OpenAI({
        apiKey: settings.apiKey?.reveal() ?? 'none',
        baseURL: settings.baseUrl,
        maxRetries: 0,
        timeout: timeoutMs,
        ...QUIET,
      })
      try {
        const file = await toFile(bytes, fileName)
        const heard = await client.audio.transcriptions.create(
          { file, model: settings.transcription, prompt: VOCABULARY, response_format: 'json' },
          { signal },
        )
        return typeof heard.text === 'string' ? heard.text.trim() : ''
      } catch (error) {
        throw failureOf(error, error instanceof APIConnectionTimeoutError)
      }
    },
  }
}
