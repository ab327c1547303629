// @ts-check
import { api } from '../api.js'
import { byId } from '../dom.js'
import { reloadPeople, select } from '../sync.js'
import { pageLanguage } from '../texts.js'
import { showFailure } from '../toast.js'

/** @import { Role } from '../api.js' */

const dialog = () => /** @type {HTMLDialogElement} */ (byId('person-dialog'))
const form = () => /** @type {HTMLFormElement} */ (byId('person-form'))

export function openAddPerson() {
  form().reset()
  const language = form().elements.namedItem('languageCode')
  if (language instanceof HTMLSelectElement) language.value = pageLanguage() === 'en' ? 'en' : 'sr'
  dialog().showModal()
}

export function startAddPerson() {
  form().addEventListener('submit', async (event) => {
    event.preventDefault()
    const values = new FormData(form())
    const read = (/** @type {string} */ field) => String(values.get(field) ?? '').trim()
    const username = read('username').replace(/^@/, '')
    const save = byId('person-save')
    save.toggleAttribute('disabled', true)
    try {
      await addAndOpen({
        name: read('name'),
        languageCode: read('languageCode'),
        role: /** @type {Role} */ (read('role')),
        ...(username ? { username } : {}),
      })
      dialog().close()
    } catch (error) {
      showFailure(error)
    }
    save.toggleAttribute('disabled', false)
  })
}

/** @param {Parameters<typeof api.addPerson>[0]} person */
export async function addAndOpen(person) {
  const { id } = await api.addPerson(person)
  await reloadPeople()
  select(id)
}
