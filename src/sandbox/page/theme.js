// @ts-check
// Light and dark: the system decides until the person does.

const root = document.documentElement
const systemDark = matchMedia('(prefers-color-scheme: dark)')

function apply() {
  const stored = localStorage.getItem('theme')
  root.dataset.theme = stored === 'dark' || stored === 'light' ? stored : systemDark.matches ? 'dark' : 'light'
}

export function switchTheme() {
  const next = root.dataset.theme === 'dark' ? 'light' : 'dark'
  // Back at the system's own choice there is nothing to remember.
  if ((next === 'dark') === systemDark.matches) localStorage.removeItem('theme')
  else localStorage.setItem('theme', next)
  apply()
}

systemDark.addEventListener('change', apply)
apply()
