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
