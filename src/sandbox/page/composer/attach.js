// @ts-check
// Sending a file: chosen from the menu or dropped onto the chat, confirmed in a dialog that takes a caption.
import { api } from '../api.js'
import { byId, h, icon } from '../dom.js'
import { menuButton } from '../menu.js'
import { fileSize } from '../message/media.js'
import { announce, on, selectedPerson, state } from '../state.js'
import { label, t } from '../texts.js'
import { showFailure } from '../toast.js'

/** @import { FileKind } from '../api.js' */

/** @type {{kind: FileKind, text: string, icon: 'file' | 'photo' | 'voice', accept: string}[]} */
const kinds = [
  { kind: 'documents', text: 'document', icon: 'file', accept: '' },
  { kind: 'photos', text: 'photo', icon: 'photo', accept: 'image/jpeg,image/png,image/webp,image/gif' },
  { kind: 'voices', text: 'voice', icon: 'voice', accept: 'audio/*,.ogg,.oga,.opus' },
]

export function startAttaching() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('file-dialog'))
  const caption = /** @type {HTMLTextAreaElement} */ (byId('file-caption'))
  const send = /** @type {HTMLButtonElement} */ (byId('file-send'))
  /** @type {{person: number, kind: FileKind, file: File} | null} */
  let chosen = null

  /** @param {FileKind} kind @param {File} file */
  function ask(kind, file) {
    if (state.selected === null) return
    chosen = { person: state.selected, kind, file }
    label(byId('file-title'), { text: kinds.find((known) => known.kind === kind)?.text ?? 'document' })
    byId('file-facts').textContent = `${file.name} · ${fileSize(file.size)}`
    caption.value = ''
    send.disabled = false
    dialog.showModal()
    caption.focus()
  }

  byId('file-form').addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!chosen) return
    const { person, kind, file } = chosen
    send.disabled = true
    try {
      announce('written', person)
      await api.sendFile(person, kind, file, caption.value.trim())
      dialog.close()
    } catch (error) {
      showFailure(error)
    }
    send.disabled = false
  })

  const inputs = kinds.map((known) => {
    const input = h('input', {
      type: 'file',
      hidden: true,
      accept: known.accept || null,
      'data-testid': `file-${known.kind}`,
    })
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) ask(known.kind, file)
      // So that the same file can be chosen again.
      input.value = ''
    })
    return input
  })
  const button = byId('attach')
  button.after(...inputs)
  menuButton(button, () =>
    kinds.map((known, i) => ({ text: t(known.text), icon: icon(known.icon), run: () => inputs[i]?.click() })),
  )

  dropZone((file) => ask('documents', file))
  on('selected', () => dialog.close())
}

/** @param {(file: File) => void} take */
function dropZone(take) {
  const zone = byId('chat')
  // Moving between children fires leave and enter in turn; only the sum tells whether the file is still above us.
  let inside = 0
  /** @param {DragEvent} event */
  const isFile = (event) => event.dataTransfer?.types.includes('Files') === true
  const show = () => zone.classList.toggle('dropping', inside > 0 && selectedPerson()?.blocked === false)
  zone.addEventListener('dragenter', (event) => {
    if (!isFile(event)) return
    inside += 1
    show()
  })
  zone.addEventListener('dragleave', (event) => {
    if (!isFile(event)) return
    inside -= 1
    show()
  })
  // Anywhere on the page: the browser would otherwise leave it and open the file.
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    inside = 0
    show()
    const file = event.dataTransfer?.files[0]
    const onChat = event.target instanceof Node && zone.contains(event.target)
    if (file && onChat && selectedPerson()?.blocked === false) take(file)
  })
}
