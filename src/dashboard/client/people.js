// @ts-check
// The list of people of a session: who is chosen stays so while the list is brought up to date, and is counted.

/** @type {Set<string>} */
let chosen = new Set()

const boxes = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#roll input[name=person]')])

function countChosen() {
  const there = boxes()
  chosen = new Set(there.filter((box) => box.checked).map((box) => box.value))
  const said = document.getElementById('chosen')
  if (said) said.textContent = `${said.dataset.text}: ${chosen.size}`
}

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.name === 'person') countChosen()
})
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-all]') : null
  if (!button) return
  const group = /** @type {HTMLInputElement[]} */ ([
    ...(button.closest('.group')?.querySelectorAll('input[name=person]') ?? []),
  ])
  const all = group.every((box) => box.checked)
  for (const box of group) box.checked = !all
  countChosen()
})

// A list that was brought up to date or searched keeps who was chosen and is still in it.
onEvent('htmx:afterSwap', (_, { target }) => {
  if (!(target instanceof Element)) return
  if (target.id === 'roll') for (const box of boxes()) box.checked ||= chosen.has(box.value)
  countChosen()
})
launch.view.then(countChosen)

// Somebody in line is dragged to its front or end. That chooses them and the act; it is done once the reason is given, so that a
// line lost in the middle loses nothing. By keyboard and by touch one chooses and presses the same button.
document.addEventListener('dragstart', ({ target, dataTransfer }) => {
  const line = target instanceof Element ? target.closest('.person[draggable]') : null
  if (!line || !dataTransfer) return
  dataTransfer.setData('text/plain', '')
  dataTransfer.effectAllowed = 'move'
  // Once the picture under the pointer is taken: what is shown now would move the list.
  setTimeout(() => line.classList.add('dragged'))
})
document.addEventListener('dragover', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-drop]')) event.preventDefault()
})
document.addEventListener('drop', (event) => {
  const zone = event.target instanceof HTMLElement ? event.target.closest('[data-drop]') : null
  const box = document.querySelector('.dragged input[name=person]')
  if (!(zone instanceof HTMLElement) || !(box instanceof HTMLInputElement)) return
  event.preventDefault()
  for (const one of boxes()) one.checked = one === box
  countChosen()
  const said = document.getElementById('chosen')
  if (said) said.textContent = `${said.textContent}. ${zone.dataset.said}`
  const words = box.form?.elements.namedItem('words')
  if (words instanceof HTMLTextAreaElement) words.focus()
})
document.addEventListener('dragend', () => {
  document.querySelector('.dragged')?.classList.remove('dragged')
  refreshLate()
})
