import type { Language } from '../../../language/detect.ts'
import { Prefixes } from './prefixes.ts'

/**
 * Words on which the sense of a sentence turns, by what they say, Serbian and English; folded, «=» at the end of a whole word, «_»
 * between the words of a phrase. A closed set: the grammar of two languages.
 */
const WRITTEN = {
  not: {
    sr:
      'ne= nije= nisu= nismo= niste= nisam= nisi= nece= necemo= necete= necu= nemoj= nemojte= ni= niti= bez= nema= nemaju= nemamo= nemate= nemati= izostaje= ' +
      'nijedan= nijedna= nijedno= nijednu= nijednog= nijedne= nijednom= niko= nista= nikakv nikad= nikada=',
    en: 'not= no= never= neither= nor= without= cannot= nobody= nothing= lack= lacks= lacking= fails= don= doesn= isn= aren= wasn= weren= didn= none= far_from',
  },
  must: {
    sr: 'mora= moraju= moramo= morate= morati= morao= morala= morali= moralo= duzan= duzna= duzno= duzni= duzne= obavez obvez neophod nuzn po_zakonu',
    en: 'must= oblig mandator requir compulsor shall= have_to has_to had_to need_to needs_to by_law',
  },
  should: {
    sr: 'treba= trebalo= trebaju= trebali= trebala= valja= preporuc dobra_praksa dobro_je',
    en: 'should= ought= recommended= recommend recommends= advis advised= good_practice',
  },
  may: {
    sr: 'moze= mogu= mogao= mogla= mogli= moglo= mogle= mozete= mozemo= smeju= sme= smete= dozvoljeno= dozvoljava= dobrovolj slobodno= po_zelji po_izboru moguc mozda=',
    en: 'may= can= could= might= allowed= permitted= optional optionally= possible= possibly= perhaps= able= free_to voluntar',
  },
  usual: {
    sr: 'po_pravilu obicno= uobicajen najcesc cesto= cest= cesta= ceste= cesti= uglavnom= pretezno= vecinom= po_obicaju u_nacelu tipicn mahom= u_praksi ponekad= ume= umeju= redovno= pre_svega',
    en: 'usual as_a_rule often= generally= typical mostly= normally= commonly= common= customar in_principle in_practice sometimes= tends= frequent frequently= primarily= regularly=',
  },
  always: {
    sr: 'uvek= svagda= stalno= bez_izuzetka u_svakom_slucaju svaki_put sve_vreme',
    en: 'always= without_exception invariably= in_every_case in_all_cases at_all_times every_time',
  },
  sure: {
    sr: 'sigurno= zasigurno= svakako= nesumnjivo= automatsk garant odmah= izricito=',
    en: 'certainly= definitely= automatic guarant surely= undoubtedly= immediately= expressly= explicitly=',
  },
  only: {
    sr: 'samo= iskljuciv jedino= jedini= jedina= jedinog= jedinu= jedine= tek= niko_osim nista_osim puki=',
    en: 'only= solely= exclusive merely= nothing_but nobody_but purely= none_but sole= just=',
  },
  all: {
    sr: 'sve= svi= sva= svih= svim= svima= svega= svu= svaki= svaka= svako= svake= svakog= svakoj= svakom= svaku= svakim= celokup celo= cela= ceo= celu= cele= celog= celoj= oba= obe= bilo_koj bilo_koji bilo_koja bilo_koje',
    en: 'all= every= each= any= everyone= everybody= whole= entire= both= full=',
  },
  everyTime: {
    sr: 'svake_godin svakog_mesec svake_nedelj svake_sedmic svakog_dan svaka_dva svaka_tri svaka_cetiri svakih',
    en: 'every_year each_year every_month each_month every_week each_week every_day each_day every_two every_three every_six',
  },
  some: {
    sr: 'neki= neke= neka= nekih= nekim= neku= nekog= nekoj= nekom= neko= pojedin nekoliko= odreden= odredene= odredeni= deo= malobroj',
    en: 'some= several= certain= few= part= particular=',
  },
  most: {
    sr: 'vecin najveci= najvecim= najveca= najvecu= najvece=',
    en: 'most= majority= largest= biggest= greatest=',
  },
  many: { sr: 'mnog mnostv', en: 'many= numerous= much=' },
  atLeast: {
    sr: 'najmanje= bar= barem= minimum= minimal minimaln ne_manje najmanji= najmanju= najmanja= najkrac najranije=',
    en: 'at_least minimum= no_less not_less no_fewer least= smallest= shortest= earliest=',
  },
  atMost: {
    sr: 'najvise= maksimum= maksimal najduz najkasnije= ne_vise',
    en: 'at_most maximum= up_to no_more not_more no_longer_than at_latest latest= highest= longest=',
  },
  more: {
    sr: 'vise= preko= iznad= veci= veca= vecu= vecim= vecih= premas prelaz visi= visa= duze= duzi= sire= bolje= jaci=',
    en: 'more= over= above= exceed= exceeds= exceeding= greater= higher= larger= longer= bigger= wider= better=',
  },
  less: {
    sr: 'manje= ispod= manji= manja= manju= nizi= niza= nize= krace= kraci= uze= uzi= losije= slabij',
    en: 'less= fewer= below= under= smaller= lower= shorter= narrower= worse=',
  },
  before: {
    sr: 'pre= ranij prethod unapred= uoci= nekada= prvo= najpre=',
    en: 'before= prior= earlier= previous previously= beforehand= ahead= preced formerly= first=',
  },
  after: {
    sr: 'posle= nakon= kasnij potom= zatim= naknadn posto= po_zavrsetku po_isteku po_usvajanju onda= iza=',
    en: 'after= afterwards= following= later= subsequent= subsequently= once= then= next=',
  },
  until: { sr: 'do=', en: 'until= till= by= to=' },
  since: { sr: 'od=', en: 'since= from=' },
  during: { sr: 'tokom= za_vreme u_toku', en: 'during= throughout= in_the_course' },
  about: { sr: 'oko= otprilike= priblizno= okvirno=', en: 'about= approximately= roughly= around= some_way' },
  exactly: { sr: 'tacno= upravo= bas= ravno=', en: 'exactly= precisely=' },
  if: {
    sr: 'ako= ukoliko= kad= kada= pod_uslovom u_slucaju uslovljen',
    en: 'if= when= provided= in_case whenever= on_condition conditional subject_to',
  },
  whether: { sr: 'da_li li=', en: 'whether= is_it' },
  planned: {
    sr: 'najavlj najav ocekiv= ocekuj ocekival namerav predviden predvida planira=',
    en: 'announc expect= expects= expected= intend= intends= planned= foreseen=',
  },
  unless: {
    sr: 'osim= sem= izuzev= izuzet bez_obzira',
    en: 'except= unless= apart= other_than regardless= irrespective=',
  },
  because: {
    sr: 'jer= zato_sto zbog= buduci= usled= posto= s_obzirom',
    en: 'because= due_to owing= as_a_result_of for_the_reason since=',
  },
  so: {
    sr: 'zato= stoga= pa= dakle= prema_tome tako_da te= zbog_toga time=',
    en: 'therefore= so= hence= thus= consequently= as_a_result thereby=',
  },
  though: {
    sr: 'iako= mada= uprkos= premda= dok= ali= ipak= medutim=',
    en: 'although= though= despite= while= whereas= however= but= yet= nevertheless=',
  },
  instead: {
    sr: 'umesto= a_ne a_nikako kamoli=',
    en: 'instead= rather_than but_not and_not',
  },
  rather: { sr: 'vec nego=', en: 'rather= but_rather' },
  also: {
    sr: 'takode= kao_i cak= pored= ne_samo',
    en: 'also= too= as_well even= well_as besides= not_only not_just',
  },
  or: { sr: 'ili= odnosno=', en: 'or= either=' },
  still: { sr: 'jos= dalje= jos_uvek i_dalje', en: 'still= already= continues_to' },
  longer: { sr: 'vise_ne vise_nije vise_nema', en: 'no_longer not_anymore' },
  would: { sr: 'bi= bismo= biste= navodno=', en: 'would= allegedly= supposed=' },
  alone: { sr: 'sam= sama= sami= samostaln', en: 'alone= itself= themselves= independently=' },
  together: { sr: 'zajedno=', en: 'together= jointly=' },
  passive: { sr: 'se= od_strane putem=', en: 'by_the been= being=' },
  foremost: { sr: 'narocito= posebno=', en: 'especially= particularly= above_all' },
} as const

export type Marker = keyof typeof WRITTEN
export const MARKERS = Object.keys(WRITTEN) as Marker[]

/** A phrase after its first word. */
export type Phrase = { rest: readonly string[]; marker: Marker }
type Markers = { words: Prefixes<Marker>; phrases: ReadonlyMap<string, readonly Phrase[]> }

const OF: Record<Language, Markers> = { sr: readMarkers('sr'), en: readMarkers('en') }

function readMarkers(language: Language): Markers {
  const words = new Prefixes<Marker>('longest')
  const phrases = new Map<string, Phrase[]>()
  for (const marker of MARKERS)
    for (const written of WRITTEN[marker][language].split(' ')) {
      const [first, ...rest] = written.split('_')
      if (rest.length === 0) words.add(written, marker)
      else phrases.set(first!, [...(phrases.get(first!) ?? []), { rest, marker }])
    }
  return { words, phrases }
}

/** What a folded word says of the sense of its sentence. */
export function markersOf(word: string, language: Language): readonly Marker[] {
  return OF[language].words.of(word)
}

/** Phrases that begin with this folded word. */
export function phrasesFrom(word: string, language: Language): readonly Phrase[] {
  return OF[language].phrases.get(word) ?? NONE
}
const NONE: readonly Phrase[] = []
