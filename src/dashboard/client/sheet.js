// @ts-check
// Tables of a plan, edited like a sheet: a cell is saved by itself as soon as it is left, cells of a row one after another. What is
// not saved yet, since it was refused or the connection is lost, stays where it was written.

/** What each row's cells wait for. @type {WeakMap<Element, Promise<void>>} */
const rows = new WeakMap()

/** @param {EventTarget | null} target @returns {HTMLTextAreaElement | null} */
const cellAt = (target) =>
  target instanceof HTMLTextAreaElement && target.dataset.column !== undefined ? target : null

document.addEventListener('change', ({ target }) => {
  const cell = cellAt(target)
  const row = cell?.closest('[data-row]')
  if (cell && row)
    rows.set(
      row,
      (rows.get(row) ?? Promise.resolve()).then(() => saveCell(cell)),
    )
})

/** @param {HTMLTextAreaElement} cell */
async function saveCell(cell) {
  const row = /** @type {HTMLElement} */ (cell.closest('[data-row]'))
  const sheet = /** @type {HTMLElement} */ (cell.closest('[data-sheet]'))
  const { value, defaultValue: was } = cell
  if (value === was || !sheet) return
  const fields = {
    part: sheet.dataset.sheet ?? '',
    entry: row.dataset.row ?? '',
    column: cell.dataset.column ?? '',
    was,
    value,
  }
  try {
    const response = await fetch(sheet.dataset.to ?? '', {
      method: 'POST',
      headers: { authorization: launch.authorization },
      body: new URLSearchParams(fields),
    })
    const view = new DOMParser().parseFromString(await response.text(), 'text/html')
    const saved = view.querySelector('[data-saved]')
    if (saved instanceof HTMLElement) noteSaved(cell, row, saved)
    else noteRefused(cell, view.querySelector('.view')?.textContent?.trim() ?? '')
    sayOffline(false)
  } catch {
    sayOffline(true)
  }
  refreshLate()
}

/** @param {HTMLTextAreaElement} cell @param {HTMLElement} row @param {HTMLElement} saved */
function noteSaved(cell, row, saved) {
  const { entry = '', value = '' } = saved.dataset
  // What was written on meanwhile is saved when the cell is left again.
  if (cell.value.trim() === value) cell.value = value
  cell.defaultValue = value
  row.dataset.row = entry
  // As it will be called when the row comes from the server: so the keyboard stays where it is.
  for (const one of row.querySelectorAll('textarea')) if (entry !== '') one.id = `c${entry}-${one.dataset.column}`
  cell.removeAttribute('aria-invalid')
  cell.parentElement?.querySelector('.not-saved')?.remove()
  element('sheet-said').textContent = saved.textContent
}

/** @param {HTMLTextAreaElement} cell @param {string} why */
function noteRefused(cell, why) {
  cell.parentElement?.querySelector('.not-saved')?.remove()
  const said = document.createElement('p')
  said.className = 'fault small not-saved'
  said.role = 'alert'
  said.textContent = why
  cell.after(said)
  cell.ariaInvalid = 'true'
}

/** Enter goes down, as in a sheet, and with Shift makes a new line; Escape takes back what was written. */
document.addEventListener('keydown', (event) => {
  const cell = cellAt(event.target)
  if (!cell || event.isComposing) return
  if (event.key === 'Escape') {
    cell.value = cell.defaultValue
    cell.parentElement?.querySelector('.not-saved')?.remove()
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    const all = /** @type {HTMLTextAreaElement[]} */ ([
      ...(cell.closest('[data-sheet]')?.querySelectorAll(`textarea[data-column="${cell.dataset.column}"]`) ?? []),
    ])
    const below = all[all.indexOf(cell) + 1]
    if (below) below.focus()
    else cell.blur()
  }
})

// What a lost connection left unsaved is sent once there is one.
addEventListener('online', () => {
  for (const cell of document.querySelectorAll('[data-sheet] textarea[data-column]'))
    if (cell instanceof HTMLTextAreaElement && cell.value !== cell.defaultValue)
      cell.dispatchEvent(new Event('change', { bubbles: true }))
})
