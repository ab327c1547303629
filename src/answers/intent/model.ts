import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { FEATURES, type Features } from './features.ts'

/**
 * Weights of a multinomial logistic regression, of which most are nothing: `starts[f]` to `starts[f + 1]` are the places of
 * feature `f` in `labels` (numbers) and `weights`.
 */
export type Model = {
  names: readonly string[]
  biases: readonly number[]
  starts: Int32Array
  labels: Uint8Array
  weights: Float32Array
}

/** The probability of each label of `model.names`, in their order; they sum to 1. */
export function probabilities(model: Model, { ids, values }: Features): Float64Array {
  const sums = Float64Array.from(model.biases)
  for (let i = 0; i < ids.length; i++) {
    const end = model.starts[ids[i]! + 1]!
    for (let at = model.starts[ids[i]!]!; at < end; at++) sums[model.labels[at]!]! += model.weights[at]! * values[i]!
  }
  return softmax(sums)
}

/** In place. */
export function softmax(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b))
  let all = 0
  for (let i = 0; i < sums.length; i++) all += sums[i] = Math.exp(sums[i]! - most)
  for (let i = 0; i < sums.length; i++) sums[i]! /= all
  return sums
}

/**
 * A model as bytes: a line of JSON (`names`, `biases`, `step`), then for each weight in the order of features and labels the
 * distance from the one before as a varint of `feature × labels + label`, and the weight in units of `step` as a signed byte.
 */
export function modelBytes(model: Model): Uint8Array {
  const most = model.weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
  const step = most / 127
  const head = new TextEncoder().encode(`${JSON.stringify({ names: model.names, biases: model.biases, step })}\n`)
  const body: number[] = []
  let before = 0
  for (let feature = 0; feature < FEATURES; feature++)
    for (let at = model.starts[feature]!; at < model.starts[feature + 1]!; at++) {
      const units = Math.round(model.weights[at]! / step)
      if (units === 0) continue
      const place = feature * model.names.length + model.labels[at]!
      for (let left = place - before; ; left = Math.floor(left / 128)) {
        body.push(left < 128 ? left : (left % 128) + 128)
        if (left < 128) break
      }
      body.push(units & 0xff)
      before = place
    }
  return Uint8Array.from([...head, ...body])
}

/** Reads what `modelBytes` wrote. */
export function readModel(bytes: Uint8Array): Model {
  const headEnd = bytes.indexOf(10)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, headEnd)))
  const names: string[] = head.names
  const starts = new Int32Array(FEATURES + 1)
  const labels: number[] = []
  const weights: number[] = []
  let place = 0
  let at = headEnd + 1
  while (at < bytes.length) {
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++]!
      place += (byte % 128) * shift
      if (byte < 128) break
    }
    starts[Math.floor(place / names.length) + 1]!++
    labels.push(place % names.length)
    weights.push(((bytes[at++]! << 24) >> 24) * head.step)
  }
  for (let feature = 0; feature < FEATURES; feature++) starts[feature + 1]! += starts[feature]!
  return { names, biases: head.biases, starts, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) }
}

/** The model of a file of weights, read when it is asked for the first time. */
export function modelOf(file: URL): () => Model {
  let model: Model | undefined
  return () => {
    model ??= readModel(brotliDecompressSync(readFileSync(file)))
    return model
  }
}
