import { fold } from '../../../language/fold.ts'
import { mask } from '../../../language/mask.ts'
import { type Check, type Found, fault } from '../finding.ts'
import type { Place, Plan } from '../plan.ts'

/** No personal numbers, telephones, e-mails or addresses of people. */
export const E8: Check = {
  code: 'E8',
  level: 'error',
  fact: 'F68',
  repair: 'repair-e8',
  find: (plan: Plan) => [...plan.prose, ...plan.lines].flatMap(({ value, place }) => personal(value, place)),
}

const THIRTEEN_DIGITS = /(?<![\d.,])\d{13}(?![\d.,]?\d)/
/** Addresses that anybody may open for himself, and numbers of mobiles: a person's, whoever they stand beside. */
const OWN_MAIL = /@(?:gmail|yahoo|hotmail|outlook|live|icloud|proton)\w*\./i
const OWN_PHONE = /(?:^|[^\d])(?:\+?381[\s/()-]{0,3}\(?0?\)?|0)[\s/()-]{0,2}6\d[\s/()-]{0,3}\d/
/** What makes a telephone or address that of an office: it is there for everybody to write to. */
const OFFICE =
  /\b(?:opstin|grad(?:sk|a|u|e|ovi)?\b|uprav|kancelarij|povereni|kabinet|savet|sediste|centar|centr|dom(?:a|u)? (?:kultur|zdravl)|skol|sal[aeiu]\b|biblioteka|komesarijat|primedb|predlog|javn|informacij|kontakt|pisarnic|veb|sajt|www|zgrad)/
/** Words of a household: what stands beside them is its own. */
const HOUSEHOLD =
  /\b(?:porodic[aeiu]\w*|domacinstv\w+|korisni[ck]\w*|stanuj\w+|zivi|zive|zena|muz|samohran\w+|rod(?:en|jen)\w*|jmbg|maticn\w+)\b/

/** «016-12/2025», numbers that acts have, which are like those of telephones. */
const ACT = /(?<![\d/])\d{1,4}(?:-\d{1,5}){0,4}\/(?:19|20)\d\d(?:-(?:\d{1,4}|[IVX]{1,4}))?(?![\d/-])/g

/** What none of the kinds is without: most rows of amounts have nothing of it, and masking one costs half a millisecond. */
const SUSPECT =
  /@|(?:\p{Nd}[\s.,/–-]{0,2}){13}|(?<![\p{Nd}.,])(?:\+|\(?0{1,2}[1-9])|(?<!\p{L})(?:ул\.|улиц|бул\.|булевар|трг[ау]?\s|адрес|станује|живи\s|тел\.|телефон|моб|ul\.|ulic|bul\.|bulevar|trg[au]?\s|adres|stanuje|[žz]ivi\s|tel\.|telefon|mob|phone)/iu

/** What a text holds of somebody's own: kinds of it, none for most texts. */
export function personalKinds(text: string): Kind[] {
  return /[\p{Nd}@]/u.test(text) && SUSPECT.test(text) ? kindsIn(text.replace(ACT, ' ')) : []
}

function personal(text: string, place: Place): Found[] {
  return personalKinds(text).map((kind) => fault({ ...place, quote: text }, 'why-e8', { kind }))
}

type Kind = 'jmbg' | 'phone' | 'email' | 'address'

function kindsIn(text: string): Kind[] {
  const { counts } = mask(text)
  const folded = fold(text)
  const isOffice = OFFICE.test(folded) && !HOUSEHOLD.test(folded)
  const kinds: Kind[] = []
  if (counts.jmbg > 0 || THIRTEEN_DIGITS.test(text)) kinds.push('jmbg')
  if (counts.phone > 0 && (!isOffice || OWN_PHONE.test(text))) kinds.push('phone')
  if (counts.email > 0 && (!isOffice || OWN_MAIL.test(text))) kinds.push('email')
  if (counts.address > 0 && !isOffice) kinds.push('address')
  return kinds
}
