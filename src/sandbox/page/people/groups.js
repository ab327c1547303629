// @ts-check
// Groups with the bot in them: making one, and who writes there.
import { api, writeAs, writerIn } from '../api.js'
import { byId, h } from '../dom.js'
import { on, selectedPerson, state } from '../state.js'
import { reloadPeople, select } from '../sync.js'
import { showFailure } from '../toast.js'

export function startAddGroup() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('group-dialog'))
  const form = /** @type {HTMLFormElement} */ (byId('group-form'))
  byId('add-group').addEventListener('click', () => {
    form.reset()
    const people = (state.people ?? []).filter((person) => !person.members)
    byId('group-members').replaceChildren(
      ...people.map(({ id, name }) =>
        h('label', {}, h('input', { type: 'checkbox', name: 'member', value: id, checked: true }), ` ${name}`),
      ),
    )
    dialog.showModal()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const values = new FormData(form)
    const save = byId('group-save')
    save.toggleAttribute('disabled', true)
    try {
      const { id } = await api.addGroup(String(values.get('title') ?? '').trim(), values.getAll('member').map(Number))
      await reloadPeople()
      select(id)
      dialog.close()
    } catch (error) {
      showFailure(error)
    }
    save.toggleAttribute('disabled', false)
  })
}

/** In a group one chooses as whom to write; elsewhere there is nothing to choose. */
export function startWriteAs() {
  const choice = /** @type {HTMLSelectElement} */ (byId('write-as-choice'))
  const draw = () => {
    const group = selectedPerson()
    byId('write-as').hidden = !group?.members
    if (!group?.members) return
    choice.replaceChildren(...group.members.map(({ id, name }) => h('option', { value: id }, name)))
    choice.value = String(writerIn(group.id))
  }
  choice.addEventListener('change', () => {
    if (state.selected !== null) writeAs(state.selected, Number(choice.value))
  })
  for (const change of /** @type {const} */ (['people', 'selected'])) on(change, draw)
}
