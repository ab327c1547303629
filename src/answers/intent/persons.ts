import { family } from './word-families.ts'

// The vocabularies of what scope.ts declines about persons (F270). Spelling as in `family`.

// --- Personal data ---

/** People of whom a private number, home or identity is private though their office is public. */
export const OFFICIALS = family(
  'poverenic- poverenik- koordinator- predsednik- predsednic- načelnik- načelnic- komesar- član- službeni-',
  'gradonačelni- trustee- coordinator- mayor commissioner',
)
/** How to reach a person, and their papers' numbers. */
export const CONTACT = family(
  'telefon- tel mobiln- fiksni mejl- mail- email- imejl- adres- kontakt- viber- imena imenima prezimen- prezime',
  'jmbg- matičn-_broj- lične_podat- ličnih_podat- lični_podaci fejsbuk- broj_pasoša broj_lične phone- address-',
  'contact_details contacts names personal_number id_number personal_data facebook poimence poimenice brojeve',
  'datum_rođenja dates_of_birth passport_numbers excel_sa slike broj_od ime_žen- ime_čovek- ime_porodic- ime_žrtv-',
  'ime_devojk- surname- dosije- fotografij-',
)
/** Data that are private whoever the person is. */
export const PRIVATE = family(
  'jmbg- matičn-_broj- privatn- kućn-_adres- kućn-_broj- lični_broj ličn-_telefon- mobiln- broj_pasoša',
  'broj_lične_karte gde_stanuj- gde_živi dijagnoz- zdravstven-_karton- home_address- private_number- mobile_number-',
  'personal_number- passport_number- broj_od_on- broj_onog ime_žene ime_žrtv- ime_porodic- ime_devojk- dosije-',
  'ime_one ime_onog',
)
/** Private matters of one person or household. */
export const PRIVATE_FACT = family(
  'datum_rođenja datum_i_mesto godište slik- fotografij- u_kojoj_sobi broj_sobe zdravstven- boluj- boles- zarađuj-',
  'koliko_para_ima primanja gde_rad- gde_se_krije gde_se_skriva gde_spava gde_je_smešten- gde_je_sad-',
  'ko_su_roditelj- ko_im_je ko_mu_je ko_joj_je vere je_li_musliman oženjen- udata razveden- račun- lokacij-',
  'where_does where_is_she where_is_he date_of_birth photo medical earns lives',
)
/** Hand it over, look it up, tell me. */
export const ASKS_FOR = family(
  'daj dajte pošalji- baci prosledi- nabavi nabavite izlistaj- nabroj- prikaži prikažite ispiši napiši_mi navedi',
  'reci recite kaži treba_mi trebaju_mi treba_nam trebaju_nam hoću želim možeš_li jel_znaš znaš_li da_li_znaš imaš',
  'imate_li ko_su koji_su koje_su koji_je koja_je pronađi nađi nađite potraži proveri proverite otkrij give send',
  'show list_all tell find provide i_need who_are what_is what_are ima_li_ko dostavi objavi javi_mi otkud pokaži',
  'da_vidim',
)
export const LISTS = family(
  'spisak spiska spisko- lista liste listu baza baze bazu evidencij- registar- popis_porodic- popis_ljudi list',
  'database registry',
)
/** Lists that hold no people. */
export const LIST_OF_THINGS = family(
  'opštin- grad gradova potreb- aktivnost- korak- dokumen- institucij- organizacij- naselj- prilog- čekanja',
  'za_proveru checklist municipalit- documents obuka obuke obuku',
)
export const LIVES = family('živi žive stanuj- odselil- preselil- nastanjen- lives living_in live_in')
/** Near enough to point at a door. */
export const STREET = family('ulici ulice ulicu ulica zgradi broju_kuće street building')
/** Who is it? */
export const WHAT_NAME = family(
  'kako_se_zove kako_se_preziva kako_se_zvala kako_se_zvao kako_se_zovu_ti ko_je_ta ko_je_taj ko_je_žen-',
  'ko_je_čovek ko_je_prijavi- koja_je_to_žena koja_je_to_porodic- čija_je ko_je_žrtva what_is_the_name_of_the_woman',
  'name_of_the_family name_of_the_victim who_is_the_victim who_is_the_woman',
)
export const SOMEONE = family(
  'žena žene ženu porodica porodice čovek čoveka devojka devojke devojčic- dečak- momak momka dete deteta žrtva',
  'žrtve korisnik korisnica migrant migrantkinj- woman man family victim girl boy child',
)
export const LOOKS_UP = family('proveri proverite pogledaj pogledajte nađi pronađi check look_up find_out')
export const RECORDS = family(
  'bazi baza bazu evidencij- status statusa kartotek- dosije- predmet- spis- record- database file',
)
/** Who got it, in the past or now: that is, which persons. */
export const WHO = family(
  'ko_je ko_su ko_sve ko_živi koji_su koje_su koja_je koje_porodic- koja_porodic- kojoj_porodic- kojim_porodic-',
  'koji_ljudi koje_ljude koji_rasel- koje_izbegl- koji_migran- koji_korisni- kojim_ljud- kome_je kome_su kome_ste',
  'onih_koji oni_koji onih_što ljudi_koji porodica_koje porodice_koje poimenc- who_got who_received which_famil-',
  'whose_family who_is_getting who_are_the ko_prima_pomoć ko_prima_paket- ko_se_sve ko_se_prijavi- kom_je kom_su',
  'kojem_je',
)
export const RECEIVED = family(
  'dobio dobila dobili dobile dobilo dao dala dali dodelil- dodelj- primaju prima prijavljen- smešten- useli-',
  'odbijen- prošao_na vratio_se doselio doselil- nastanil- izbeglica_u got received given rejected_famil- prijavio',
  'prijavila prijavili konkurisal-',
)
/** One family that got something; «porodica» beside «dobilo» would be many. */
export const FAMILY_GOT = family('dobila_porodic- porodica_dobila dobila_je_porodic- dali_porodic- dao_porodic-')

// --- One person's case ---

/** The writer about himself or herself. Serbian offices write «mi», «nam» for themselves, so these are left out. */
export const MYSELF = family(
  'ja_sam sam_ja ja_imam imam_li_ja ja_nemam meni mene me mi_je mi_se mi_prip- mi_sled- mi_prekin- mi_ukin-',
  'mi_odbi- mi_odobr- su_mi ću_ja hoću_li moje_rešenj- odbijen_sam odbijena_sam dobila_sam dobio_sam da_li_ću i_am',
  'i_m i_was am_i can_i do_i will_i should_i i_get nisam moj moja mog mom moju mojoj jel_mogu mogu_li sam_dobi-',
  'jesam_li imam_godin- godina_i my',
)
/** The writer as the one concerned. */
export const MINE = family(
  'moj moja moje moji mog moga mom mome moju mojoj mojim meni mene mi me sa_mnom ja nisam bih_li hoću_li da_li_ću',
  'dal_ću my mine i_am i_was i_have can_i do_i will_i am_i nas_iseli- naše_rešenj- nama_ukin-',
)
/** His or her own. */
export const ANOTHERS = family('njen njena njenu njenom njegov njegova njegovu njegovom svekr- her his')
/** One person or family, picked out by a word or a name. */
export const ONE_PERSON = family(
  'ova_porodic- ovu_porodic- ovoj_porodic- ta_porodic- tu_porodic- toj_porodic- jedna_porodic- jednu_porodic-',
  'jednoj_porodic- dve_porodic- ovaj_čovek taj_čovek jedan_čovek tog_čoveka ovog_čoveka ova_žena ta_žena jedna_žena',
  'jednoj_ženi toj_ženi ovoj_ženi jedan_migrant jednom_migrant- jednog_migrant- ovaj_migrant tražilac_iz',
  'jedan_tražilac jedan_izbeglica jedan_povratnik taj_povratnik taj_momak jedan_momak dotičn- gospođ- this_family',
  'that_family this_man that_man this_woman that_woman this_person a_certain',
)
/** «Porodica sa troje dece»: one, though unnamed. */
export const ONE_HOUSEHOLD = family(
  'porodica_sa porodica_iz porodica_koja porodica_od porodica_s porodicu_sa porodicu_iz porodici_sa',
  'samohrana_majka_iz žena_sa žena_iz čovek_iz čovek_sa povratnik_iz izbeglica_iz korisnik_iz korisnica_iz',
  'a_family_from a_man_from a_woman_from the_family',
)
/** What is done with a claim. */
export const DECISION = family(
  'odbi- odobr- prođe prošao prošla prihvat-_zahtev- prima_li pripad- sleduje ispunjav- prekin- ukin- oduze- žal-',
  'tuž- ima_pravo imam_pravo imaju_pravo ima_li imam_li bodov- istek- čeka čekam rešen reši rešiti podne- vrat-',
  'izbac- iselj- osta- konkuri- prijavi- legaliz- reject- refus- denied deny get gets granted grant appeal eligible',
  'entitled qualify approve- expire- deport- stay prizna- proć- stoji stigne stići stigla uvaž- izgub- dobi-',
  'proter- valid',
)
export const REFUSED = family(
  'odbijen- odbil- odbio izbačen- skinut- preskoč- nije_dobi- nisu_dobi- nije_prošl- nije_prošao rejected denied',
  'refused excluded',
)
/** Papers and measures of one person's case. */
export const CASE_PAPER = family(
  'legitimacij- izbegličk- azil azila azilu asylum boravak boravka dozvol- rešenj- žalb- prigovor- rang_list-',
  'na_listi negativn- readmis- deport- proter- privremenu_zaštit- privremene_zaštit- moj_zahtev moj_predmet',
  'zahtev_za moju_kuć- permit visa appeal claim prava raseljeno_lice izbeglica_ako iseli- kuću_a_meni stan_a_meni',
)
export const WRITES = family(
  'napiši napišite sastavi sastavite podnesi podnesite sroči popuni popunite uloži ispuni napišeš_mi napisati_mi',
  'da_mi_napiš- da_mi_sastav- write draft fill prepare',
)
export const LEGAL_PAPER = family(
  'žalb- tužb- prigovor- molb- predstavk- zahtev_za_azil zahtev_za_boravak zahtev_za_stan zahtev_za_kuć-',
  'zahtev_za_pomoć appeal complaint lawsuit',
)
/** Be my lawyer. */
export const REPRESENTS = family(
  'zastupaj- zastupat- advokat- pomozi_mi_da_tuž- tuži tužim tužiti represent lawyer sue',
)
/** The writer's own right or appeal, in words that need no second sign. */
export const MY_CLAIM = family(
  'da_se_žalim žalim_se imam_li_pravo imam_pravo ispunjavam imam_li_uslov- da_tužim tužio_bih tužila_bih',
  'mogu_li_da_dobijem mogu_da_dobijem da_li_mi_pripada jel_mi_pripada šta_mi_pripada da_dobijem_azil',
  'da_dobijem_kuć- da_dobijem_stan dobiću_li hoću_li_dobiti da_li_ću_dobiti bodova_imam how_do_i_appeal',
  'can_i_appeal am_i_eligible do_i_qualify am_i_entitled will_i_get can_i_get_asylum can_i_get_a_house represent_me',
  'zašto_meni a_meni_nisu a_meni_nije jesam_li_ja_rasel- jesam_li_izbegl- da_li_sam_rasel- da_li_sam_izbegl-',
  'my_application went_through nas_iseliti me_iseliti nas_izbaciti me_proter- nas_vratiti refused_us rejected_us',
  'rejected_me',
)
/** Should I? */
export const DILEMMA = family('da_li_da dal_da da_l_da jel_da ili_da je_l_bolje_da šta_mi_se_više should_i')
/** Asks how it will end. */
export const WILL_IT = family(
  'da_li_će oće_li dal_će da_l_će jel_će će_li hoćel ocel ima_li_šans- šanse will chances hoće će_da_dobi-',
  'će_dobiti će_proći mislis_da_će',
)
/** Claimants that are offices, or all of a kind: forecasts about these are not about a person. */
export const NOT_A_PERSON = family(
  'opštin- grad gradu grada projekat projekt- mi nam naš_savet lokaln-_samouprav- tražioci izbeglice raseljeni',
  'povratnici migranti ukrajinci porodice ljudi stranci građani municipalit- refugees seekers people returnees',
)
/** Asks us to choose. */
export const DECIDE = family(
  'presudi presudite izaberi izaberite odaberi odaberite rangiraj rangirajte boduj bodujte choose pick odluči_koj-',
  'odluči_ko odluči_između decide_which decide_who decide_between',
)
