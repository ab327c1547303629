import { afterAll } from 'vitest'
import { endFile } from './afterwards.ts'

afterAll(endFile)
