// @ts-check
// The page's own texts (not the bot's): Serbian in Cyrillic, English beside it; Latin is derived.
import { toLatin } from './latin.js'

/** @type {Record<string, [serbian: string, english: string]>} */
const texts = {
  title: ['ЛАП Саветник · проба', 'LAP Savetnik · sandbox'],
  people: ['Људи', 'People'],
  addPerson: ['Додај особу', 'Add a person'],
  addGroup: ['Направи групу са ботом', 'Make a group with the bot'],
  groupTitle: ['Назив групе', 'Group name'],
  groupMembers: ['Чланови', 'Members'],
  group: ['група', 'group'],
  writeAs: ['Пишете као', 'Writing as'],
  groupHint: [
    'У групи бот види само поруке које га помињу (@{bot}), одговоре на своје поруке и команде.',
    'In a group the bot sees only messages that mention it (@{bot}), replies to its own, and commands.',
  ],
  name: ['Име', 'Name'],
  username: ['Корисничко име (није обавезно)', 'Username (optional)'],
  language: ['Језик Телеграма', 'Telegram language'],
  role: ['Улога', 'Role'],
  member: ['учесник', 'member'],
  trainer: ['тренер', 'trainer'],
  coordinator: ['координатор', 'coordinator'],
  save: ['Сачувај', 'Save'],
  cancel: ['Одустани', 'Cancel'],
  close: ['Затвори', 'Close'],
  ok: ['У реду', 'OK'],
  blocked: ['бот је блокиран', 'bot is blocked'],
  noMessages: ['још нема порука', 'no messages yet'],
  newMessages: ['нових порука: {n}', 'new messages: {n}'],
  pageLanguage: ['Језик странице', 'Page language'],
  theme: ['Светла или тамна тема', 'Light or dark theme'],
  back: ['Назад на списак', 'Back to the list'],
  chooseTitle: ['Изаберите разговор', 'Choose a chat'],
  chooseText: ['Свака особа има свој разговор са ботом.', 'Each person has their own chat with the bot.'],
  emptyTitle: ['Добро дошли!', 'Welcome!'],
  emptyText: [
    'Овде разговарате са ботом као у Телеграму, а све остаје на овом рачунару. Ко ћете бити?',
    'Here you talk to the bot as in Telegram, and everything stays on this computer. Who will you be?',
  ],
  starterMember: ['Милица, чланица савета', 'Milica, council member'],
  starterTrainer: ['Јован, тренер', 'Jovan, trainer'],
  starterCoordinator: ['Ана, координаторка', 'Ana, coordinator'],
  starterMemberHint: ['пита и пријављује се на обуке', 'asks questions, signs up for training'],
  starterTrainerHint: ['води обуке и шаље подсетнике', 'runs sessions, sends reminders'],
  starterCoordinatorHint: ['прати рад и шаље обавештења', 'follows the work, sends notices'],
  starterOther: ['Неко други…', 'Someone else…'],
  nameMember: ['Милица', 'Milica'],
  nameTrainer: ['Јован', 'Jovan'],
  nameCoordinator: ['Ана', 'Ana'],
  start: ['Покрени', 'Start'],
  startHint: ['Овде још нема порука.', 'No messages here yet.'],
  as: ['бот · пишете као {name}', 'bot · writing as {name}'],
  chatMenu: ['Још', 'More'],
  panel: ['Сат и позиви', 'Clock and calls'],
  block: ['Блокирај бота', 'Block the bot'],
  withoutRich: ['Као старији програм', 'As an older client'],
  withRich: ['Као нов програм', 'As a new client'],
  unsupported: [
    'Ова порука није подржана у Вашој верзији Телеграма.',
    'This message is not supported by your version of Telegram.',
  ],
  unblock: ['Одблокирај бота', 'Unblock the bot'],
  blockedBar: ['Бот је блокиран и не може да Вам пише.', 'The bot is blocked and cannot write to you.'],
  input: ['Порука', 'Message'],
  send: ['Пошаљи', 'Send'],
  commands: ['Команде', 'Commands'],
  noCommands: ['Бот још није поставио команде.', 'The bot has not set any commands yet.'],
  attach: ['Приложи', 'Attach'],
  document: ['Документ', 'Document'],
  photo: ['Фотографија', 'Photo'],
  poll: ['Анкета', 'Poll'],
  quiz: ['Квиз', 'Quiz'],
  voice: ['Гласовна порука', 'Voice message'],
  caption: ['Опис (није обавезно)', 'Caption (optional)'],
  dropHere: ['Пустите документ овде', 'Drop the document here'],
  keyboard: ['Тастатура бота', 'Bot keyboard'],
  reply: ['Одговори', 'Reply'],
  replyTo: ['Одговор на', 'Reply to'],
  you: ['Ви', 'you'],
  edited: ['измењено', 'edited'],
  newMessage: ['нова порука', 'new message'],
  toBottom: ['На најновију поруку', 'To the newest message'],
  typing: ['пише…', 'typing…'],
  upload_photo: ['шаље фотографију…', 'sending a photo…'],
  upload_document: ['шаље документ…', 'sending a document…'],
  record_voice: ['снима гласовну поруку…', 'recording a voice message…'],
  upload_voice: ['шаље гласовну поруку…', 'sending a voice message…'],
  seenBy: ['Види само: {name}', 'Seen by {name} alone'],
  draft: ['Одговор настаје', 'The answer is being written'],
  thinking: ['размишља…', 'thinking…'],
  stop: ['Заустави', 'Stop'],
  footnote: ['Фуснота {n}', 'Footnote {n}'],
  backToText: ['назад на текст', 'back to the text'],
  more: ['прикажи све', 'show all'],
  less: ['прикажи мање', 'show less'],
  spoiler: ['Скривен текст, притисните да га видите', 'Hidden text, press to reveal'],
  table: ['Табела', 'Table'],
  copied: ['Копирано', 'Copied'],
  download: ['Преузми', 'Download'],
  unknownMessage: ['Порука врсте „{kind}“', 'Message of kind “{kind}”'],
  location: ['Локација', 'Location'],
  notAnswered: ['Бот није одговорио на притиснуто дугме.', 'The bot did not answer the button press.'],
  botSays: ['Бот каже', 'The bot says'],
  clock: ['Сат', 'Clock'],
  calls: ['Позиви', 'Calls'],
  clockZone: ['по времену у Београду', 'Belgrade time'],
  clockText: [
    'Померите сат бота унапред да бисте дочекали подсетнике.',
    'Move the bot’s clock forward so that reminders fall due.',
  ],
  plusHour: ['+1 сат', '+1 hour'],
  plusDay: ['+1 дан', '+1 day'],
  plusWeek: ['+7 дана', '+7 days'],
  ahead: ['испред правог времена: {gap}', 'ahead of real time: {gap}'],
  onTime: ['иде у корак са правим временом', 'in step with real time'],
  filter: ['Филтрирај по методи', 'Filter by method'],
  onlyThisChat: ['само овај разговор', 'this chat only'],
  noCalls: ['Нема позива који одговарају филтеру.', 'No matching calls.'],
  moreCalls: ['Прикажи старије', 'Show older'],
  payload: ['Садржај позива {method}', 'Payload of {method}'],
  lost: ['Веза је прекинута, покушавам поново…', 'Connection lost, trying again…'],
  connecting: ['Повезујем се…', 'Connecting…'],
  failed: ['Није успело: {reason}', 'That failed: {reason}'],
  noServer: ['сервер се не јавља', 'the server does not answer'],
  split: ['знакова: {n}, шаље се у више порука', '{n} characters: several messages'],
}

/** @typedef {'cyr' | 'lat' | 'en'} PageLanguage */

/** @returns {PageLanguage} */
function storedLanguage() {
  const stored = localStorage.getItem('page-language')
  return stored === 'lat' || stored === 'en' ? stored : 'cyr'
}

let language = storedLanguage()
export const pageLanguage = () => language

/** Intl's name of the page's language. Latin is made from the Cyrillic, so that both say the same. */
export const locale = () => (language === 'en' ? 'en-GB' : 'sr-Cyrl-RS')

/** @param {string} serbian what Intl or this file wrote in Cyrillic (or English, left alone) */
export const inPageScript = (serbian) => (language === 'lat' ? toLatin(serbian) : serbian)

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] put in as they are: names are not transliterated
 */
export function t(key, values = {}) {
  const pair = texts[key]
  if (!pair) throw new Error(`texts.js has no text "${key}"`)
  const text = language === 'en' ? pair[1] : inPageScript(pair[0])
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/** @param {string} key */
export const hasText = (key) => Object.hasOwn(texts, key)

const slots = /** @type {const} */ (['text', 'title', 'aria-label', 'placeholder'])

/**
 * Gives a node texts that follow the page's language.
 * @template {HTMLElement} T
 * @param {T} node
 * @param {Partial<Record<typeof slots[number], string>>} keys
 */
export function label(node, keys) {
  for (const slot of slots) if (keys[slot]) node.setAttribute(`data-t-${slot}`, keys[slot])
  write(node)
  return node
}

/** @param {HTMLElement} node */
function write(node) {
  for (const slot of slots) {
    const key = node.getAttribute(`data-t-${slot}`)
    if (!key) continue
    if (slot === 'text') node.textContent = t(key)
    else node.setAttribute(slot, t(key))
  }
}

/** Writes every labelled node again; called at the start and when the language changes. */
export function relabel() {
  document.documentElement.lang = { cyr: 'sr-Cyrl', lat: 'sr-Latn', en: 'en' }[language]
  document.title = t('title')
  const selector = slots.map((slot) => `[data-t-${slot}]`).join()
  for (const node of document.querySelectorAll(selector)) write(/** @type {HTMLElement} */ (node))
}

/** @param {PageLanguage} chosen */
export function setPageLanguage(chosen) {
  language = chosen
  localStorage.setItem('page-language', chosen)
  relabel()
}
