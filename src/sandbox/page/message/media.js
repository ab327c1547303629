// @ts-check
// Files in messages. Their bytes come from the sandbox itself; nothing is loaded from elsewhere.
import { api } from '../api.js'
import { h, icon } from '../dom.js'
import { label, t } from '../texts.js'

/** @import { Location, PhotoSize } from 'grammy/types' */
/** @typedef {{file_id: string, file_name?: string, file_size?: number, mime_type?: string, duration?: number}} FileLike */

/** @param {number | undefined} bytes e.g. «1,4 MB» */
export function fileSize(bytes) {
  if (bytes === undefined) return ''
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** @param {number} seconds 75 → «1:15» */
const duration = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`

/** @param {PhotoSize[]} sizes @param {number} chatId @param {boolean} [covered] */
export function photoBlock(sizes, chatId, covered = false) {
  const largest = [...sizes].sort((a, b) => a.width * a.height - b.width * b.height).at(-1)
  if (!largest) return h('span')
  const url = api.fileUrl(chatId, largest.file_id)
  // Width and height keep the place free, so that the chat does not jump when the picture comes.
  const size = { width: largest.width || null, height: largest.height || null }
  const image = h('img', { src: url, ...size, alt: t('photo'), loading: 'lazy' })
  const frame = h(
    'a',
    { class: covered ? 'photo covered' : 'photo', href: url, target: '_blank', rel: 'noopener' },
    image,
  )
  frame.addEventListener('click', (event) => {
    if (!frame.classList.contains('covered')) return
    event.preventDefault()
    frame.classList.remove('covered')
  })
  return frame
}

/** @param {FileLike} file @param {number} chatId */
export function fileBlock(file, chatId) {
  const name = file.file_name ?? t('document')
  const ending = /\.([\p{L}\d]{1,4})$/u.exec(name)?.[1] ?? ''
  return h(
    'a',
    { class: 'file', href: api.fileUrl(chatId, file.file_id), download: name, title: `${t('download')}: ${name}` },
    h('span', { class: 'file-icon' }, ending ? ending.toUpperCase() : icon('file')),
    h('span', { class: 'file-name' }, name),
    h('span', { class: 'file-size' }, fileSize(file.file_size), ' · ', label(h('span'), { text: 'download' })),
  )
}

/** @param {FileLike} file @param {number} chatId */
export function audioBlock(file, chatId) {
  const player = h('audio', { controls: true, preload: 'none', src: api.fileUrl(chatId, file.file_id) })
  const length = file.duration ? duration(file.duration) : ''
  const facts = [file.file_name, length, fileSize(file.file_size)].filter(Boolean).join(' · ')
  return h('div', { class: 'audio' }, player, h('span', { class: 'file-size' }, facts))
}

/** @param {FileLike} file @param {number} chatId */
export function videoBlock(file, chatId) {
  return h('video', { controls: true, preload: 'none', src: api.fileUrl(chatId, file.file_id) })
}

/** @param {Location} place */
export function mapBlock(place) {
  const where = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`
  return h('p', { class: 'place' }, '📍 ', label(h('span'), { text: 'location' }), `: ${where}`)
}
