// Which file may import which, for `npm run check`. Values are imported down a list only; `import type` may point anywhere, but
// no files need each other in a circle, types included. Parsed by swc, which tells the two apart.

import { readdirSync } from 'node:fs'

/** The rooms of `src/`, from the top down. */
const ROOMS = [
  'dashboard',
  'reports',
  'gaps',
  'plans',
  'certificates',
  'broadcasts',
  'reminders',
  'quiz',
  'answers',
  'sessions',
  'knowledge',
  'people',
  'mail',
  'bot',
  'language',
  'platform',
]

/** What is in no list: the tables, and what stands in for the outside, which has a rule of its own. */
const APART = ['migrations', 'sandbox']
const unlisted = readdirSync(new URL('src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...ROOMS, ...APART].includes(entry.name))
  .map((entry) => entry.name)
if (unlisted.length > 0)
  throw new Error(`Add to ROOMS in .dependency-cruiser.mjs, where it belongs: ${unlisted.join(', ')}`)

/**
 * Inside a room, from the top down: folders, and files by their names. Folders in one place of a list know nothing of each
 * other. What a list leaves out, such as the files beside a room's folders, is free.
 */
const INSIDE = {
  answers: [
    ['groups/', 'evaluation/'],
    ['handlers.ts', 'asking.ts', 'respond.ts', 'texts.ts', 'answer-buttons.ts', 'answer-text.ts'],
    ['feedback/'],
    ['writing/'],
    ['quoting/'],
    ['reading/'],
    ['check/', 'intent/', 'spending/'],
    ['keeping/'],
    ['answer.ts', 'say.ts'],
  ],
  'answers/quoting': [
    ['answer.ts', 'about.ts', 'follow.ts', 'gather.ts', 'several.ts', 'compare.ts', 'extract.ts', 'compose-passage.ts'],
    ['pieces/'],
    ['evidence.ts', 'question-kind.ts', 'said.ts', 'sides.ts'],
  ],
  'answers/keeping': [['store.ts', 'report-store.ts'], ['trace.ts']],
  sessions: [
    ['evaluation/'],
    ['staff/', 'participants/'],
    ['questions/', 'attendance/', 'joining/'],
    ['line/'],
    ['mail/'],
    ['desk/'],
    ['session/'],
    ['say.ts'],
  ],
  knowledge: [['evaluation/', 'material/', 'templates/'], ['ingest/'], ['search/', 'personal/'], ['readers/']],
  'knowledge/readers': [
    ['read-any.ts'],
    ['worker.ts'],
    ['read-file.ts'],
    ['docx/', 'odf/', 'pptx/', 'xlsx/', 'pdf/', 'plain-text.ts'],
    ['markdown/'],
    ['html/'],
    ['drawing/'],
    ['package/'],
    ['source.ts', 'result.ts', 'encoding.ts', 'clean.ts'],
  ],
  people: [['my-data/'], ['registration/'], ['roles/'], ['municipalities/']],
  bot: [['receive/', 'registry/'], ['send/'], ['message/']],
  platform: [['backup/', 'model/'], ['database/'], ['errors.ts', 'log.ts', 'clock.ts', 'secret.ts']],
}

const VALUES = { dependencyTypesNot: ['type-only'] }
const at = (folder, names) => `^src/${folder}(${names.map((name) => name.replace('.', '[.]')).join('|')})`

/** No value from what stands above. */
const upward = ROOMS.slice(1).map((room, i) => ({
  name: `${room}-knows-nothing-above`,
  from: { path: `^src/${room}/` },
  to: {
    path: at(
      '',
      ROOMS.slice(0, i + 1).map((above) => `${above}/`),
    ),
    ...VALUES,
  },
}))

/** Nor inside a room, from what stands above or, unless both are files, beside it. */
const upwardInside = Object.entries(INSIDE).flatMap(([room, levels]) =>
  levels.flatMap((level, i) =>
    level.map((part) => {
      const beside = level.filter((one) => one !== part && (isFolder(one) || isFolder(part)))
      return { room, part, hidden: [...levels.slice(0, i).flat(), ...beside] }
    }),
  ),
)

function isFolder(part) {
  return part.endsWith('/')
}

const rules = [
  { name: 'no-circle', from: {}, to: { circular: true } },
  ...upward,
  ...upwardInside
    .filter(({ hidden }) => hidden.length > 0)
    .map(({ room, part, hidden }) => ({
      name: `${room}/${part}-knows-nothing-above`,
      from: { path: at(`${room}/`, [part]) },
      to: { path: at(`${room}/`, hidden), ...VALUES },
    })),
  { name: 'rooms-know-nothing-of-the-whole', from: { path: '^src/[^/]+/' }, to: { path: '^src/[^/]+[.]ts$' } },
  { name: 'language-is-pure', from: { path: '^src/language/' }, to: { pathNot: ['^src/language/', 'node_modules'] } },
  {
    name: 'production-without-sandbox',
    comment: 'Only program.ts starts the sandbox, and only where no token is set: it is loaded then, not before.',
    from: { path: '^src/', pathNot: ['^src/sandbox/', '^src/program[.]ts$'] },
    to: { path: '^src/sandbox/' },
  },
  {
    name: 'the-program-loads-the-sandbox-when-it-is-wanted',
    from: { path: '^src/program[.]ts$' },
    to: { path: '^src/sandbox/', dynamic: false },
  },
  {
    name: 'sandbox-stands-outside',
    from: { path: '^src/sandbox/' },
    to: { path: '^src/', pathNot: '^src/(sandbox|platform)/' },
  },
  {
    name: 'page-runs-in-a-browser',
    from: { path: '^src/sandbox/page/' },
    to: { pathNot: '^src/sandbox/page/' },
  },
  {
    name: 'dashboard-runs-in-a-browser',
    from: { path: '^src/dashboard/client/' },
    to: { pathNot: '^src/dashboard/client/' },
  },
  { name: 'source-alone', from: { path: '^src/' }, to: { path: '^(test|bench|training|scripts)/' } },
  {
    name: 'runs-without-development-tools',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...VALUES },
  },
]

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
}
