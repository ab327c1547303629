import { family } from './word-families.ts'

// The vocabularies that the rules of scope.ts share: the plan, people, the calendar. Spelling as in `family`: `word`, `stem-`, `in_a_row`.

// --- The plan, and how things stand in general: what makes a message a question about method ---

/** Words of the planning craft. «planira-» is left out on purpose: the police plan things too. */
export const METHOD = family(
  'lap lapa lapu lapom lapovi lapove lapova lpa plan plana planu planom planovi planove planova mera mere meru',
  'merom merama cilj cilja ciljevi- ciljeva indikator- pokazatelj- analiz- analitič- swot pestle tabel- budžet-',
  'projekat projekt- metodolog- strategij- izveštaj- nacrt- akter- prioritet- predvid- uvrst- formuliš- monitoring-',
  'evaluacij- priručnik- poglavlj- konsultacij- prevencij- program- laps plans measure measures indicator-',
  'objective- budget- table tables strategy strategies draft report- chapter- prevention',
)
/** The plan by its name: enough to keep us from refusing on politics. */
export const PLAN = family(
  'lap lapa lapu lapom lapovi lapove lpa akcioni_plan akcionog_plana akcionom_planu swot pestle nacrt- indikator-',
  'pokazatelj- tabel- analiz- laps',
)
/** Bodies that decide or advise in a municipality. */
export const BODIES = family(
  'savet saveta savetu savetom saveti skupštin- odbornic- odbornik- veće veća veću radna_grup- radne_grup-',
  'radnoj_grup- radnu_grup- council- assembly committee working_group',
)
/** Rules, definitions and kinds: the message asks how things stand in general. */
export const IN_GENERAL = family(
  'kriterijum- pravilnik- zakon zakona zakonu zakonom zakonsk- definicij- znači pojam pojma razlik- isto_kad oblik',
  'oblici oblika oblike kategorij- vrst- smemo sme_li anonim- zaštit-_podat- propis- statistik- law laws definition',
  'difference forms meaning mean means statistic-',
)
/** Asks for a number of people, not for the people. */
export const COUNTS = family(
  'kolko kolik- procen- najviše najčeš- ukupno prosečn- broj_lica broj_ljudi broj_rasel- broj_izbe- broj_žrt-',
  'broj_porodic- broj_migran- broj_tražil- broj_povrat- broj_stran- brojke how_many number_of how_much percent-',
  'popisu',
)
/** Neighbours' views as a matter the plan must deal with; the writer does not ask for ours. */
export const PUBLIC_VIEWS = family(
  'meštan- građan- predrasud- protiv_govora govor_mržnje govora_mržnje kampanj- stereotip- diskriminacij- ksenofob-',
  'stanovništ- prejudice- residents citizens discriminat-',
)
/** A call for funds or proposals, which one also signs up for. */
export const CALLS = family(
  'konkurs- poziv poziva pozivu sredstv- grant- zajam kredit- call calls funds funding posao posla',
)
/** Which office does it, by which procedure. */
export const PROCEDURE = family(
  'ustanov- nadležn- utvrđ- identifik- procedur- postupak postupku organ organa služb- institutio- responsible',
)
/** A rule or a right, not an event. */
export const MAY = family(
  'može mogu mogla moglo treba trebalo mora moraju ima_pravo imaju_pravo prednost uslov- odlučuj- bira biraju',
  'obično obavezn- sredstva sredstav- opštine opština grad gradovi lokaln- may can should eligib-',
)
/** Asks only for the right door. */
export const RIGHT_DOOR = family(
  'kome_da_se_obrat- kome_se_obrać- kome_se_obrat- whom_to_ask whom_do_i_ask where_to_turn',
)
/** Questions about this assistant, which the material answers. */
export const THE_ASSISTANT = family(
  'da_li_pomoćni- može_li_pomoćni- pomoćnik_mož- čime_se_pomoćni- does_the_assistant can_the_assistant',
  'will_the_assistant',
)

// --- People ---

/** Relatives, neighbours, friends. */
export const KIN = family(
  'otac oca ocu ocem majka majke majci majku majkom mama mame mami mamu tata tate tati tatu brat brata bratu bratom',
  'braća sestra sestre sestri sestru tetka tetke tetki tetku tetak ujak ujaka ujaku ujna stric strica stricu strina',
  'baba babe babi babu deda dede dedi sin sina sinu ćerka ćerke ćerki ćerku kćerka kćerki suprug- muž muža mužu',
  'mužem rođak rođaka rođaku rođakinj- rođac- komšinic- komšink- komsij- sused suseda susedu prijatelj- drugar- kum',
  'kuma kumu snaja snaje snaji zet zeta zetu svekrv- unuk- verenic- verenik- dečko devojka_mi poznanik- poznanic-',
  'father mother dad mom mum brother sister uncle aunt cousin grandmother grandfather son daughter wife husband',
  'friend friends neighbour neighbor relative girlfriend boyfriend',
)
/** «Moja porodica», «moj radnik»: someone of the writer's own. */
export const OWN_PERSON = family(
  'moj_radni- moja_radni- mog_radni- mom_radni- moju_radni- naš_radni- moj_zaposle- moja_porodic- moje_porodic-',
  'mojoj_porodic- moju_porodic- naša_porodic- moja_žen- mojoj_žen- moju_žen- moja_devojk- moje_dete moje_dec-',
  'moja_dec- mojoj_dec- mom_detet- moj_drug moj_podstanar- moj_stanar- moj_klijent- moj_student- porodica_iz_moj-',
  'porodice_iz_moj- iz_moje_ulice iz_mog_sela iz_moje_zgrade iz_naše_ulice my_family my_child my_children',
  'my_worker- my_employee- my_client- my_tenant',
)
/** Common names of the country and of those who come. Words that mean something else too («Slobodan», «Ali») are left out. */
export const NAMES = family(
  '-ović- -ević- nikolić- stanković- ilić- simić- ristić- kostić- lazić- savić- tomić- krstić- milan milana milanu',
  'marko marka marku jovan jovana jovanu petar petra petru nikola nikole dragan- zoran- goran- dejan- nenad- saša',
  'miloš- stefan- nemanj- aleksand- vladimir- igor- ivan ivana ivanu ivane milica milice milici marija marije',
  'mariji jelena jelene jeleni mirjan- snežan- ljiljan- gordan- biljan- dušan- slavic- radmil- vesna vesne vesni',
  'branko branka branki đorđe đorđa stojan- rade radeta milorad- ljubic- svetlan- tanja maja sanja agim- bekim-',
  'besim- arben- fatmir- šaban- ramadan- ahmed- ahmad- mohamed- muhamed- muhammad- mohammad- hasan- hassan- husein-',
  'hussein- omar- omer- mustaf- ibrahim- jusuf- yusuf- fatim- amir- karim- samir- abdul- rahim- khan olena- oksan-',
  'olga olge olgi natalij- nataša andrij- sergej- dmitr- porodic-_-ić porodic-_-ići porodice_-ović hadži- jasmin-',
  'jokić- aziz- said- leila- lejla- amina aminu amine nadija yasmin- maryam- marijam- sofij- emin- adem- alija',
  'ismail- ismet- haris- hamid- hamza- jusef- viktor- pavel katarin- milena milene mileni jovank- slobodank- zorica',
  'zorice radovan- milutin- bojan- vladan- srđan- tatjan- ranko',
)
/** People the trainings are about, many at a time or one. */
export const PEOPLE = family(
  'porodic- ljudi ljude ljudima raselj- izbegl- povratni- migran- azilan- tražila- tražioc- korisni- stanar-',
  'stanuj- strana- stran-_radni- dijaspor- radnik- žen- čovek- žrtv- dec- dete deteta devojč- samohran- domaćinstv-',
  'osob- član- poverenic- poverenik- komšij- family families people refugee- returnee- asylum_seeker- beneficiar-',
  'displaced woman women man child children victim- trustee- neighbour- neighbor-',
)
/** Peoples and categories, as one speaks of «them». */
export const GROUPS = family(
  'migran- imigrant- izbegl- azilan- tražioc- arap- sirij- avgan- ukrajin- rusi rusa ruse albanc- albanaca šiptar-',
  'rom romi roma rome romima cigan- musliman- islam- afrikanc- crnc- crnaca pakistan- iranc- iračan- iračk- turci',
  'turaka nepal- indijc- indijac- bangladeš- kinez- kuban- kurd- hrvati hrvata bošnja- mađari strance stranci',
  'stranaca ovi_što_dolaz- oni_što_dolaz- ove_što_dolaz- došljac- pridošlic- povratnici povratnike raseljen-',
  'immigrants refugees arabs syrians afghans ukrainians muslims albanians gypsies foreigners africans indians',
)
/** What an office gives or refuses. */
export const BENEFIT = family(
  'azil- status statusa kuća kuću kuće kućic- kućom stan stana stanu stanove dozvol- boravak boravka boravišn- viza',
  'vizu vize papire papira papiri paket- pomoć pomoći prav-_na pravo prava legitimacij- državljanstv- lične_karte',
  'pasoš- prebivališ- ogrev- ugalj uglja materijal- zahtev- rešenj- žalb- zaštit- smeštaj- novac para pare naknad-',
  'socijaln- penzij- deport- vratiti vrate proter- readmis- bodov- uslov- asylum house housing flat apartment',
  'permit residence visa papers aid claim appeal citizenship benefit- support protection application izbegličk-',
  'prigovor- valid list-',
)
/** Asks what we think, or to nod. */
export const THINK = family(
  'mišljenj- slažete_se slažeš jel_tako je_l_tako reci_istinu iskreno priznaj podržavaš podržavate mrziš tvoj_stav',
  'vaš_stav what_do_you_think your_opinion do_you_agree do_you_like honestly admit right_or_wrong do_you_support',
  'kažeš kažete sta_kaz- smatraš smatrate žališ žalite voliš volite misliš mislite veruješ istina_da stvarno jel_da',
  'je_l_da zar treba_li_se tvoje_mišlj- sviđaj- is_it_true do_you_believe honest',
)

// --- The calendar of trainings ---

export const TRAINING = family(
  'obuka- obuke- obuku- obuci obukom trening- radionic- seminar- termin- kurs kursa kursu kursev- edukacij-',
  'predavanj- training- workshop- session sessions course susret- okupljanj- vebinar- webinar- grupu_za_obuk-',
)
/** When it will be; months and weekdays too. */
export const COMING = family(
  'sledeć- naredn- iduć- predstoj- uskoro sutra prekosutra danas večeras ponedelj- utorak utorka sredu četvrt-',
  'petak subotu nedelju raspored- kalendar- zakaz- kad_je kada_je kad_počinj- kada_počinj- kad_će kada_će kad_ima',
  'kada_ima ima_li_nek-_obuk- otkazan- odložen- pomeren- u_kolko_sati next upcoming tomorrow today schedule',
  'calendar when_is when_does when_will coming postponed cancelled januar- februar- mart marta martu april- maj',
  'maja maju jun juna junu jul jula julu avgust- septemb- oktob- novemb- decemb- datum- još_obuk- još_neka',
  'ove_godine jesen jeseni proleć- planirane_obuk- gde_je_obuk- ko_drži_obuk- za_dva_dana ove_nedelje this_week',
  'when_are monday tuesday wednesday thursday friday saturday sunday u_koliko still_on neka_obuk- neku_obuk-',
  'koje_obuke onlajn_u jesenj- letnj- zimsk- opet',
)
export const PLACES = family(
  'mesta slobodn- popunjen- pun puna lista_čekanja listu_čekanja listi_čekanja seats seat places spots full',
  'waitlist waiting_list free',
)
/** The writer wants to come, or asks whether the list has them. */
export const SIGNS_UP = family(
  'prijav- upiš- stavi_me ubacim ubaci ubacite dođem dolazim rezerviši sačuvaj_mi podset- sign_me sign_up signed_up',
  'register- enrol- remind- book join attend učestv- želim_da hteo_bih htela_bih dolazak potvrđuj- prisustv- idem',
  'hoću pomeri- prebaci_me zameni_mi promeni_mi dovedem povedem povesti zainteresovan- could_i can_i i_want',
  'i_d_like i_would_like ponesem poneti premesti- odustaj-',
)
/** Unmistakable without the word training. */
export const PUT_ME = family(
  'upiši_me upišite_me prijavi_me prijavite_me ubaci_me ubacite_me sign_me_up put_me_on register_me enrol_me',
)
/** Said to the calendar without naming the training. */
export const ABOUT_MY_COMING = family(
  'ne_mogu_da_dođem ne_mogu_doći neću_moći neću_doći sprečen- potvrđujem_dol- stižem_na predstojeć-_događ-',
  'raspored_događ- zakazano prijavljenih_za na_spisku_za prijavljen_sam jesam_li_prijav- jesam_li_upis-',
  'i_can_t_come can_t_make_it waitlist am_i_registered am_i_signed_up još_mesta moja_prijav- moju_prijav-',
  'moje_prijav- hoću_na_obuk- lista_čekanja my_registration my_sign_up predomisli- odustajem_od_obuk- premesti_me',
  'prebaci_me prebacite_me drugu_grupu nisam_dobi-_potvrd-_prijav- ne_stižem u_koju_sam_grupu koja_sam_grupa',
  'listi_čekanja listu_čekanja waiting_list free_seats free_places free_spots seats_left places_left spots_left',
  'any_places slobodnih_mesta slobodna_mesta slobodno_mesto da_li_sam_primljen primljen_sam prijavljeno_za',
  'promeni_mi_datum',
)
export const CANCELS = family('otkaž- odjav- poništi- cancel- unregister withdraw')
export const MY_PLACE = family(
  'prijav- mesto učešć- dolazak moj_termin me ne_mogu_da_dođem sign_up signup my_place my_seat my_registration',
  'my_spot',
)
/** Trainings of the past are a question for the material. */
export const BYGONE = family(
  'održan- održal- bila bile bilo bili prošl- protekl- dosad do_sada nekad- ranij- 2018 2019 2020 2021 2022 2023',
  '2024 2025 prošao past took_place held last were was lane lani',
)
/** Certificates, funding, content, length: likewise. */
export const TRAINING_IN_GENERAL = family(
  'sertifikat- diplom- uverenj- finansir- plaća ko_plać- ko_može traje sadrž- organizuje smeštaj- prenoć-',
  'certificate- duration topics who_can who_pays fund- dobija_potvrd- dobije_potvrd- dobijamo_potvrd-',
  'izdaje_potvrd- koje_teme who_should ko_treba ko_sve_može ko_sve_treba',
)
/** The training centre, whose enrolment the material explains. */
export const TRAINING_CENTRE = family('plandišt- training_centre sertifikat-')
export const OTHER_MEETING = family(
  'skupštin- sednic- javn-_rasprav- popis- assembly council- meeting konsultacij- evra eura dolara valut- saveta',
  'savet savetu',
)
