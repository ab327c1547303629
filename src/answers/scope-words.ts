import { family } from './word-families.ts'

// The vocabularies that the rules of scope.ts speak of. Spelling as in `family`: `word`, `stem-`, `in_a_row`.

// --- Work on the plan: what makes a message a question about method ---

/** Words of the planning craft. «planira-» is left out on purpose: the police plan things too. */
export const METHOD = family(
  'lap lapa lapu lapom lapovi lapove lapova lpa plan plana planu planom planovi planove planova mera mere meru merom merama cilj cilja ciljevi- ciljeva',
  'indikator- pokazatelj- analiz- analitič- swot pestle tabel- budžet- projekat projekt- metodolog- strategij- izveštaj- nacrt-',
  'akter- prioritet- predvid- uvrst- uvrsti- formuliš- monitoring- evaluacij- priručnik- poglavlj- konsultacij- prevencij- program-',
  'laps plans measure measures indicator- objective- budget- table tables strategy strategies draft report- chapter- prevention programme-',
)
/** Bodies that decide or advise in a municipality. */
export const BODIES = family(
  'savet saveta savetu savetom saveti skupštin- odbornic- odbornik- veće veća veću radna_grup- radne_grup- radnoj_grup- radnu_grup-',
  'council- assembly councillor- committee working_group',
)
/** Rules, definitions and kinds: the message asks how things stand in general. */
export const IN_GENERAL = family(
  'kriterijum- pravilnik- zakon zakona zakonu zakonom zakonsk- definicij- znači pojam pojma razlik- razlikuj- isto_kad oblik oblici oblika oblike',
  'kategorij- vrst- smemo smeju sme_li anonim- zaštit-_podat- propis- statistik- law laws definition difference forms meaning mean means statistic-',
)
/** Asks for a number of people, not for the people. */
export const COUNTS = family(
  'koliko kolko kolik- procen- procent- najviše najčešć- najčeš- ukupno prosečn- broj_lica broj_ljudi broj_rasel- broj_izbe- broj_žrt- broj_porodic- broj_migran-',
  'broj_tražil- broj_povrat- broj_stran- brojke how_many number_of how_much percent- popisu',
)
/** Neighbours' views as a matter the plan must deal with; the writer does not ask for ours. */
export const PUBLIC_VIEWS = family(
  'meštan- građan- predrasud- protiv_govora govor_mržnje govora_mržnje kampanj- stereotip- diskriminacij- ksenofob- stanovništ- prejudice- residents citizens discriminat-',
)
/** A call for funds or proposals, which one also signs up for. */
export const CALLS = family('konkurs- poziv poziva pozivu javni_poziv sredstva sredstv- grant- zajam kredit- call calls funds funding posao posla')

// --- People ---

export const KIN = family(
  'otac oca ocu ocem majka majke majci majku majkom mama mame mami mamu tata tate tati tatu brat brata bratu bratom braća sestra sestre sestri sestru',
  'tetka tetke tetki tetku tetak ujak ujaka ujaku ujna stric strica stricu strina baba babe babi babu deda dede dedi sin sina sinu ćerka ćerke ćerki ćerku',
  'kćerka kćerki suprug- muž muža mužu mužem rođak rođaka rođaku rođaci rođaka rođakinj- rođac- komšija komšije komšiji komšiju komšinic- komšink- komsij- sused suseda susedu',
  'prijatelj- drugar- kum kuma kumu snaja snaje snaji zet zeta zetu svekrv- unuk- verenic- verenik- dečko devojka_mi poznanik- poznanic- kolegin-_muž',
  'father mother dad mom mum brother sister uncle aunt cousin grandmother grandfather son daughter wife husband friend friends neighbour neighbor relative girlfriend boyfriend',
)
/** «Moja porodica», «moj radnik»: someone of the writer's own. */
export const OWN_PERSON = family(
  'moj_radni- moja_radni- mog_radni- mom_radni- moju_radni- naš_radni- moj_zaposle- moja_porodic- moje_porodic- mojoj_porodic- moju_porodic- naša_porodic- moja_žen- mojoj_žen- moju_žen-',
  'moja_devojk- moje_dete moje_dec- moja_dec- mojoj_dec- mom_detet- moj_drug moj_podstanar- moj_stanar- moj_klijent- moj_student- porodica_iz_moj- porodice_iz_moj- iz_moje_ulice iz_mog_sela iz_moje_zgrade iz_naše_ulice',
  'my_family my_child my_children my_worker- my_employee- my_client- my_tenant',
)
/** The writer about himself or herself. Serbian offices write «mi», «nam» for themselves, so these are left out. */
export const MYSELF = family(
  'ja_sam sam_ja ja_imam imam_li_ja ja_nemam meni mene me mi_je mi_se mi_prip- mi_sled- mi_prekin- mi_ukin- mi_odbi- mi_odobr- su_mi su_me ću_ja hoću_li mogu_li_ja moj_zahtev moje_rešenj- moju_žalb- moja_žalb- moj_status moj_predmet',
  'moj_azil moj_boravak moja_dozvol- moju_dozvol- mom_zahtev- mojoj_žalb- moja_prijav-_za_azil odbijen_sam odbijena_sam dobila_sam dobio_sam da_li_ću',
  'i_am i_m i_was am_i can_i do_i will_i should_i my_claim my_case my_asylum my_application my_status my_permit my_residence my_house my_appeal i_get',
)
/** One person or family, picked out by a word or a name. */
export const ONE_PERSON = family(
  'ova_porodic- ovu_porodic- ovoj_porodic- ta_porodic- tu_porodic- toj_porodic- jedna_porodic- jednu_porodic- jednoj_porodic- dve_porodic- ovaj_čovek taj_čovek jedan_čovek tog_čoveka ovog_čoveka',
  'ova_žena ta_žena jedna_žena jednoj_ženi toj_ženi ovoj_ženi jedan_migrant jednom_migrant- jednog_migrant- ovaj_migrant tražilac_iz jedan_tražilac jedan_izbeglica jedan_povratnik taj_povratnik taj_momak jedan_momak dotičn- gospodin- gospođ-',
  'this_family that_family this_man that_man this_woman that_woman this_person a_certain',
)
/** Common names of the country and of those who come. Words that mean something else too («Slobodan», «Ali») are left out. */
export const NAMES = family(
  '-ović- -ević- nikolić- stanković- ilić- simić- ristić- kostić- lazić- savić- tomić- krstić-',
  'milan milana milanu marko marka marku jovan jovana jovanu petar petra petru nikola nikole dragan- zoran- goran- dejan- nenad- saša miloš- stefan- nemanj- aleksand- vladimir- igor- ivan ivana ivanu ivane milica milice milici marija marije mariji jelena jelene jeleni',
  'mirjan- snežan- ljiljan- gordan- biljan- dušan- slavic- radmil- vesna vesne vesni branko branka branki đorđe đorđa stojan- rade radeta milorad- ljubic- svetlan- tanja maja sanja agim- bekim- besim- arben- fatmir- šaban- ramadan-',
  'ahmed- ahmad- mohamed- muhamed- muhammad- mohammad- hasan- hassan- husein- hussein- omar- omer- mustaf- ibrahim- jusuf- yusuf- fatim- amir- karim- samir- abdul- abdulah- rahim- khan olena- oksan- olga olge olgi natalij- nataša andrij- sergej- dmitr-',
)

/** People the trainings are about, many at a time or one. */
export const PEOPLE = family(
  'porodic- ljudi ljude ljudima raselj- izbegl- povratni- povratnic- migran- azilan- tražila- tražioc- tražilac- korisni- stanar- stanuj- strana- stran-_radni- dijaspor- radnik- žen- čovek- žrtv- dec- dete deteta devojč- samohran- domaćinstv- osob- član- poverenic- poverenik- komšij-',
  'family families people refugee- returnee- migrant- asylum_seeker- beneficiar- displaced woman women man child children victim- trustee- neighbour- neighbor-',
)
/** People of whom a private number, home or identity is private though their office is public. */
export const OFFICIALS = family('poverenic- poverenik- koordinator- predsednik- predsednic- načelnik- načelnic- komesar- član- službeni- gradonačelni- trustee- coordinator- mayor commissioner')
export const GROUPS = family(
  'migran- imigrant- izbegl- azilan- tražioc- arap- sirij- avganist- avgan- ukrajin- rusi rusa ruse albanc- albanaca šiptar- rom romi roma rome romima cigan- musliman- islam- afrikanc- crnc- crnaca pakistan- iranc- iračan- iračk- turci turaka',
  'nepal- indijc- indijac- bangladeš- kinez- kuban- kurd- hrvati hrvata bošnja- mađari strance stranci stranaca stranci- ovi_što_dolaz- oni_što_dolaz- ove_što_dolaz- došljac- pridošlic- povratnici povratnike raseljen-',
  'migrants immigrants refugees arabs syrians afghans ukrainians muslims albanians roma gypsies foreigners africans pakistanis indians',
)
export const SLURS = family('divljac- divljak- šiptar- balij- cigani cigane ciganij- čamug- bagra bagru ološ stoka stoku')

// --- Personal data ---

export const CONTACT = family(
  'telefon- tel mobiln- broj_telefona brojevima_telefona brojeve_telefona fiksni mejl- mail- email- imejl- adres- kontakt- viber- imena ime_i_prezime imenima prezimen- prezime jmbg- matični_broj matičn-_broj- lične_podat- ličnih_podat- lični_podaci fejsbuk- broj_pasoša broj_lične',
  'phone- address- contact_details contacts names personal_number id_number personal_data facebook',
)
/** Data that are private whoever the person is. */
export const PRIVATE = family(
  'jmbg- matični_broj matičn-_broj- privatn- kućn-_adres- kućn-_broj- lični_broj ličn-_telefon- mobiln- broj_pasoša broj_lične_karte gde_stanuj- gde_živi dijagnoz- zdravstven-_karton- home_address- private_number- mobile_number- personal_number- passport_number-',
)
export const ASKS_FOR = family(
  'daj dajte daj_mi pošalji- pošaljite baci prosledi- nabavi nabavite izlistaj- nabroj- prikaži prikažite ispiši napiši_mi navedi reci recite kaži treba_mi trebaju_mi treba_nam trebaju_nam hoću želim možeš_li jel_znaš znaš_li da_li_znaš imaš_li imaš imate_li imaš_ti ko_su koji_su koje_su koji_je koja_je',
  'pronađi nađi nađite potraži proveri proverite otkrij give send show list_all tell find provide i_need who_are what_is what_are',
)
export const LISTS = family('spisak spiska spiskov- spisko- lista liste listu baza baze bazu evidencij- registar- popis_porodic- popis_ljudi list list_of database registry')
export const LIST_OF_THINGS = family('opštin- grad gradova potreb- aktivnost- korak- dokumen- institucij- organizacij- naselj- prilog- čekanja za_proveru checklist municipalit- documents obuka obuke obuku')
export const LIVES = family('živi žive stanuj- stanuje odselil- preselil- nastanjen- lives living_in live_in')
export const STREET = family('ulici ulice ulicu ulica zgradi broju_kuće street building')
export const WHAT_NAME = family('kako_se_zove kako_se_preziva kako_se_zvala kako_se_zvao kako_se_zovu_ti ko_je_ta ko_je_taj ko_je_žen- ko_je_čovek ko_je_prijavi- koja_je_to_žena koja_je_to_porodic- čija_je ko_je_žrtva what_is_the_name_of_the_woman name_of_the_family name_of_the_victim who_is_the_victim who_is_the_woman')
export const SOMEONE = family('žena žene ženu porodica porodice čovek čoveka devojka devojke devojčic- dečak- momak momka dete deteta žrtva žrtve korisnik korisnica migrant migrantkinj- woman man family victim girl boy child')
export const LOOKS_UP = family('proveri proverite pogledaj pogledajte nađi pronađi check look_up find_out')
export const RECORDS = family('bazi baza bazu evidencij- status statusa kartotek- dosije- predmet- spis- record- database file')

// --- One person's case ---

/** What an office gives or refuses. */
export const BENEFIT = family(
  'azil- status statusa kuća kuću kuće kućice kućic- kućom stan stana stanu stanove dozvol- boravak boravka boravišn- viza vizu vize papire papira papiri paket- pomoć pomoći prav-_na pravo prava legitimacij- državljanstv- lične_karte pasoš- prebivališ- ogrev- ugalj uglja materijal-',
  'zahtev- rešenj- žalb- žalbu zaštit- smeštaj- novac para pare naknad- socijaln- penzij- deport- vratiti vrate proter- readmis- bodov- bodova uslov-',
  'asylum status house housing flat apartment permit residence visa papers aid claim appeal citizenship deport- benefit- support protection application',
)
/** What is done with such a claim. */
export const DECISION = family(
  'odbi- odbili odbijen- dobiti dobije dobiće dobi dobij- dobija dobiju dobio dobila odobr- proći prođe prošao prošla proću prihvat-_zahtev- prima_li pripad- sleduje ispunjav- prekin- ukin- ukinu- oduze- žal- žali žalim žalimo tuž- ima_pravo imam_pravo imaju_pravo ima_li imam_li',
  'može_da_dobi- može_li_da_dobi- mogu_da_dobi- bodov- istekl- istek- čeka čekam rešen reši rešiti podne- deportov- vrat- izbac- iselj- izbaci- osta- konkuri- prijavi- legaliz-',
  'reject- refus- denied deny get gets granted grant appeal eligible entitled qualify approve- expire- deport- stay',
)
export const WRITES = family('napiši napišite sastavi sastavite podnesi podnesite sroči popuni popunite uloži ispuni napises_mi napišeš_mi napisati_mi da_mi_napiš- da_mi_sastav- write draft fill prepare')
export const LEGAL_PAPER = family('žalb- žalbu žalbe tužb- prigovor- molb- predstavk- zahtev_za_azil zahtev_za_boravak zahtev_za_stan zahtev_za_kuć- zahtev_za_pomoć appeal complaint lawsuit')
/** First person: «kako da se žalim», «imam li pravo». */
export const MY_CLAIM = family(
  'kako_da_se_žalim da_se_žalim gde_da_se_žalim mogu_da_se_žalim žalim_se imam_li_pravo imam_pravo ispunjavam imam_li_uslov- da_tužim tužio_bih tužila_bih mogu_li_da_dobijem mogu_da_dobijem da_li_mi_pripada jel_mi_pripada šta_mi_pripada da_dobijem_azil da_dobijem_kuć- da_dobijem_stan dobiću_li hoću_li_dobiti da_li_ću_dobiti koliko_bodova_imam bodova_imam',
  'how_do_i_appeal can_i_appeal am_i_eligible do_i_qualify am_i_entitled will_i_get can_i_get_asylum can_i_get_a_house represent_me',
)
export const WILL_IT = family('da_li_će hoće_li oće_li dal_će da_l_će jel_će će_li hoćel ocel kakve_su_šanse kolike_su_šanse ima_li_šans- šanse ima_šanse will chances')
/** Claimants that are offices, or all of a kind: forecasts about these are not about a person. */
export const NOT_A_PERSON = family('opštin- grad gradu grada projekat projekt- mi nam naš_savet lokaln-_samouprav- tražioci izbeglice raseljeni povratnici migranti ukrajinci porodice ljudi stranci građani municipalit- refugees seekers people returnees')
export const DECIDE = family('odluči odlučite presudi presudite izaberi izaberite odaberi odaberite rangiraj rangirajte boduj bodujte decide choose pick')

// --- Politics, opinions, security ---

export const VOTE = family('glasam glasamo glasati glasaš glasaju glasao glasala glasa_za vote voting')
export const ELECTION = family('izbori izborima izbore na_izborima election- elections')
export const WINS = family('pobedi- pobed- kandid- izgubi- kampanj- dobi dobije dobiti win wins candidate- campaign')
export const PARTY = family(
  'stranka stranke stranku stranci_na stranaka strankom sns sps ssp dss pupz dveri zavetnic- naprednja- naprednjac- socijalist- opozicij- vladajuć- režim- vučić- đilas- aleksić_i obradović šapić- brnabić- dačić- vulin-',
  'premijer- predsednik_srbije predsedniku_srbije predsednika_države putin- tramp- trump orban- party parties opposition president ruling',
)
export const REMOVES = family('smeni- smeniti smenimo smenit- ostavk- razreš-_gradon- srušiti srušimo oust resign')
export const OFFICE = family('gradonačelni- predsednik- predsednic- vlad- vlast- vlasti ministar- ministr- komesar- mayor government minister')
export const POLITICS = family('politik- politič- vlada vlade vladu vladi vlast vlasti politics government')
export const THINK = family(
  'šta_misliš šta_mislite šta_ti_misliš mišljenj- slažeš_se slažete_se slažeš slazes jel_tako je_l_tako zar_ne reci_istinu iskreno priznaj podržavaš podržavate voliš_li da_li_voliš mrziš tvoj_stav vaš_stav misliš_li mislite_li',
  'what_do_you_think your_opinion do_you_agree do_you_like honestly admit right_or_wrong do_you_support',
)
export const JUDGES = family(
  'opasn- lopov- kradu krade kradljiv- prljav- smrd- pretnj- pretn- glup- lenj- lenč- zasluž- terorist- kriminal- silovatelj- siluj- takvi_ljudi takvi_kakvi gori gore_od bolji_od vredn- manje_vredn- proter- oter- ister- izbac- vratit-_ih vratiti_ih najezd- invazij- okupir- islamiz- divlj- normaln- mrz- kriv- bole-',
  'problematič- nasiln- agresivn- zaraz- bolešć- civilizovan- primitivn- neprijatelj- zaostal- zlo preplav- najgor- parazit- nezahvaln- smetaju dobri_ljudi loši_ljudi dosta_nam_je',
  'dangerous thieves criminals lazy dirty terrorist- threat stupid deserve invasion invad- expel deport_all kick_out worse rapist- steal',
)
export const PATROL = family('patrol- racij- zased- presret- granič-_kamer- termovizij- patrols raid raids checkpoint-')
export const POLICE = family('policij- policaj- polic- žandarm- vojsk- granič-_policij- bia obezbeđenj- specijalc- police army security_service border_guard- border_camera-')
export const OPERATION = family('akcij- racij- patrol- postavlj- raspored- raspoređ- kamer- pretres- hapsi- hapš- uhapsi- prisluš- prat- nadzor- kontrol- kordon- oružj- operation- cameras surveillance weapons arrest-')
export const WHEN_WHERE = family('kad kada gde kuda koliko noćas večeras sutra sledeć- koje_mesto kojim_put- raspored when where tonight')
export const SMUGGLER = family('krijumčar- švercer- švercuj- prebaci prebaciti prebac- preveze prevede prokrijumč- vodič_preko smuggler- smuggle')
export const PRICE_OR_WAY = family('košta koštaju plaća plati cena cenu cene nađem naći nađe broj_telefona kontakt- kako_da preko_koga evra how_much find contact cost- pay')
export const CROSSES = family('preći pređem pređemo prelaz- pređe prelazim proći prođem provučem provući uđem cross get_across enter sneak')
export const BORDER = family('granic- border mađarsk- hrvatsk- austrij- italij- nemačk- eu hungary croatia germany')
export const SECRETLY = family('ilegaln- krišom tajno neprimeć- uhvat- uhvate uhvati bez_pasoša bez_papira bez_dokumen- bez_vize šum- reku peške žic- ograd- rup- caught illegally unnoticed without_papers without_passport secretly fence')
export const FAKE = family('lažan lažn- lažni lažne falsifi- falš krivotv- fake forged counterfeit')
export const PAPERS = family('pasoš- dokumen- ličn-_kart- viz- dozvol- papir- legitimacij- diplom- potvrd- passport- document- visa papers id_card permit')
export const OBTAINS = family('kako_da kako_se_prav- napravi- naprav- kupi- nabav- gde_da nađem naći dođem_do get make buy obtain')
export const EVADES = family('izbegnem izbegnemo izbeći izbegne izbegnu izbegavam zaobiđ- zaobići pobegnem pobeći sakrijem sakriti sakrije prikrij- hide evade avoid escape')
export const CONTROL = family('kontrol- polic- policij- proveru provere proveravanj- deportacij- granic- patrol- control- police deportation check checks border')

// --- The calendar of trainings ---

export const TRAINING = family('obuka obuke obuci obuku obukom obuk- trening- radionic- seminar- termin- kurs kursa kursu kursev- edukacij- predavanj- training- workshop- session sessions course')
export const COMING = family(
  'sledeć- naredn- iduć- predstoj- uskoro sutra prekosutra danas večeras ponedelj- utorak utorka sredu četvrt- petak subotu nedelju raspored- kalendar- zakaz- kad_je kada_je kad_počinj- kada_počinj- kad_će kada_će kad_ima kada_ima ima_li_obuk- ima_li_nek-_obuk- otkazan- odložen- pomeren- u_koliko_sati u_kolko_sati',
  'u_januaru u_februaru u_martu u_aprilu u_maju u_junu u_julu u_avgustu u_septembru u_oktobru u_novembru u_decembru',
  'next upcoming tomorrow today schedule calendar when_is when_does when_will coming postponed cancelled',
)
export const PLACES = family('mesta mesto slobodn- popunjen- pun puna lista_čekanja listu_čekanja listi_čekanja seats seat places spots full waitlist waiting_list free')
export const SIGNS_UP = family(
  'prijav- upiš- upis- stavi_me ubaci_me ubacim ubaci ubacite učestvujem dođem dolazim prijavljen- rezerviši sačuvaj_mi podset- podseti sign_me sign_up signed_up register- enrol- remind- book join attend',
)
export const PUT_ME = family('upiši_me upišite_me prijavi_me prijavite_me ubaci_me ubacite_me sign_me_up put_me_on register_me enrol_me')
export const CANCELS = family('otkaž- otkaz- odjav- odjavi poništi- cancel- unregister withdraw')
export const MY_PLACE = family('prijav- mesto učešć- dolazak moj_termin me odjavi_me ne_mogu_da_dođem sign_up signup my_place my_seat my_registration my_spot')
export const BYGONE = family('održan- održal- bila bile bilo bili prošl- protekl- dosad do_sada nekad- ranij- 2018 2019 2020 2021 2022 2023 2024 2025 prošao prošlo past took_place held last were was')
export const TRAINING_IN_GENERAL = family('sertifikat- diplom- potvrd- uverenj- finansir- plaća ko_plać- ko_može traje sadrž- tem- organizuje smeštaj- prenoć- certificate- duration topics who_can who_pays fund-')
export const OTHER_MEETING = family('skupštin- sednic- javn-_rasprav- popis- assembly council- meeting konsultacij-')

// --- People in danger ---

/** The writer has it from somebody, or sees it now: a report, not a subject. */
export const WITNESS = family(
  'kaže kazao kazala rekao rekla rekli ispriča- šapnu- priča_mi priznal- došla_je došao_je došle_su pojavi- obrati- javila_se javio_se prijavila_nam prijavio_nam našli našao našla naišl- vidim video videla videli primeti- čujem čula čuo',
  'komšij- komšinic- sused- kod_nas kod_mene u_našoj u_našem juče jutros noćas večeras sada sad upravo trenutno već_danima pomozi- pomozite pomagaj- hitno zove_me znam poznajem šta_da_radim šta_da_uradim koga_da_zovem kome_da_javim mislim sumnja- posumnja- plašim bojim izgleda',
  'told_me told_us tells_me says said i_saw we_found i_found now tonight yesterday help please urgent- next_door neighbour- neighbor- i_think i_suspect i_know who_do_i_call what_do_i_do what_should_i_do someone somebody',
)
/** One who could be the victim: singled out, or named by a pronoun. Whole groups in general are `PEOPLE`. */
export const VICTIM = family(
  'me ga ju ih joj mu nju njega njih mi_prete mi_preti preti_mi prete_mi žena ženu ženi žene devojk- devojc- devojč- dečak- dečac- dete deteta detetu decu deca dece momak momka momku mladić- maloletn- radnik- radnic- radnik nepalc- indijc- indus- bangladeš- turske_radni- kubanc- migrant- izbeglic- povratni- strankinj- stranac',
  'čoveka čovek čoveku drugaric- drugaricu osobu osoba bebu trudnic- studentkinj- neko neki ljude her him them me woman women girl- boy- child children kid kids worker- man friend people someone migrant- refugee-',
)
export const CHILD = family('dete deteta detetu decu deca dece deci devojčic- devojčur- dečak- dečac- maloletn- beba bebu bebom klinac klinka klinc- tinejdž- boy boys girl girls kid kids child children minor- baby teen-')
export const COERCES = family('tera- natera- prisilj- prisil- prinuđ- primor- ucenj- ucen- vrbuj- silom na_silu pod_pretnj- nateral- forced forcing forces made_to makes_him makes_her coerc- makes_them')
/** What people are driven to. */
export const SERVICE = family(
  'prosi prose prositi prosja- krade kradu krast- radi rade radim raditi rad prostitu- prodaje prodaju seks- udam uda udaju udaje brak snima- krijumčar- beg begging steal- work working prostitut- sex marry marriage sell',
)
/** Driven to it, in words that need no second sign. */
export const DRIVEN = family(
  'mora_da_pros- moraju_da_pros- mora_da_krad- moraju_da_krad- mora_da_se_proda- moram_da_se_proda- moram_da_pros- moram_da_krad- mora_da_spava_sa makro- podvod- has_to_beg have_to_beg has_to_steal must_beg sold_me sold_her sold_him pimp-',
)
export const HOLDS = family('drži drže držao držala držali drži_me drze keeps hold holds holding kept')
export const LOCKS_IN = family(
  'zaključan- zaključav- zaključal- zatočen- zarobljen- zarobil- ne_pušta- ne_da_joj_da ne_da_mu_da ne_daju_joj ne_daju_im_da ne_sme_da_izađ- ne_smeju_da_izađ- ne_može_da_izađ- ne_mogu_da_izađ- ne_sme_napolje kidnap- otet- oteli oteo pod_ključ- zatvoril-_je zatvoril-_ih zatvoril-_me lanc- vezan- vezal-',
  'locked captive kidnap- can_t_leave cannot_leave cant_leave won_t_let doesn_t_let don_t_let not_allowed_to_leave not_let trapped imprison- chained hostage-',
)
export const PLACE_HELD = family('podrum- štal- ključ- vikendic- kontejner- šup- garaž- gepek- hladnjač- barak- magacin- basement container barn shed truck garage')
export const TAKES = family('uze- uzel- uzima- oduze- oduzim- oduzel- zadrž- zadrža- otel- oteo sakri- ne_da ne_daje ne_daju ne_vraća- drži drže took taken takes keeps kept holds confiscat-')
export const TRAVEL_PAPERS = family('pasoš- pasos- dokument- papire ličn- isprav- passport- papers documents')
export const BOSS = family('gazd- šef- poslodav- vlasnik- vlasnic- agencij- posredni- boss employer- owner- agency radnik- radnic- worker-')
export const HURTS = family(
  'tuče tuku tukli tukao bije biju pretuk- pretuč- prebi- prebij- udara krvar- siluj- silov- zlostavlja zlostavljaju maltretir- davi preti prete pretio pretili ubiti ubiju ubije ubiće nožem iživljava muče muči mučili beat beats beaten beating bleed- rape- hits hurt hurts threaten- kill stabbed abus-',
)
export const AFRAID = family('plaši plaše plašim boji boje bojim prestravljen- uplašen- skriva krije sakril- pobeg- pobegla pobegao beži afraid scared hiding hides ran_away run_away runaway fled terrified escaped')
export const ALONE = family('samo sam sama sami bez_roditelja bez_pratnje bez_ikog bez_igde nema_nikog izgubljen- izgubil- napušten- luta lutaju ostavljen- alone lost unaccompanied abandoned')
export const FOUND_NOW = family('stanic- autobusk- ulici parku šumi šuma noćas večeras sada upravo trenutno hitno našli našla našao naišl- pojavi- plače ispred pred_vratima čeka_ga station street park woods forest now tonight found outside crying')
export const EXPOSED = family('napolju smrzav- smrzn- gladn- gladuj- bez_hrane na_minusu vedrim_neb- nesvest- onesvest- umire umiru povređ- ranjen- krvar- davi_se utopi- freezing starving unconscious dying injured wounded drowning')
export const MARRIES = family('udaju udaje udati udaš uda udaji marry married_off wed')
export const BARGAIN = family('za_novac za_pare na_silu silom roditelj- otac protiv_volj- starij- for_money against_her_will parents')
export const SELLS = family('proda- prodal- prodaj- sell sells sold selling')
export const SOLD_PERSON = family('ju_je je_proda- prodaje_je se_proda- ih_proda- me_proda- prodali_me devojk- žen- devojč- dete decu momk- her him me girl- woman women child')
export const GOODS = family('kuću kuće kuća stan stana stanu zemlj- imanj- placa rob- house flat land goods')
export const DEBT = family('duguje dugujem duguju dug duga dugove dugov- otplat- vratim_dug owe owes debt')
export const MUST = family('mora moram moraju must has_to have_to traže')
/** The writer suspects, not the textbook: «sumnjam», «izgleda da». */
export const I_SUSPECT = family('sumnjam sumnjamo imamo_sumnju imam_sumnju posumnja- mislim mislimo čini_mi izgleda možda_je deluje i_think i_suspect we_suspect i_believe we_think may_be might_be maybe looks_like seems')
/** The writer asks whom to call now. */
export const WHOM_TO_CALL = family('kome_da_prijavim kome_da_javim kome_da_se_javim gde_da_prijavim koga_da_zovem koga_da_pozovem koga_da_zovemo kome_da_prijavimo šta_da_radim šta_da_uradim hitno pomozite who_do_i_call who_should_i_call whom_do_i_call where_do_i_report what_should_i_do what_do_i_do help_me')
export const TRAFFICKING = family('trgovin-_ljud- trgovin-_žen- trgovin-_dec- trafik- žrtv- eksploat- iskorišć- izrablj- iskorišćav- ropst- prostitu- makro- traffick- exploit- slave- victim-')
export const SELF_HARM = family('neću_da_živim neću_više_da_živim ne_želim_da_živim ne_živi_mi_se ubiću_se da_se_ubijem da_se_ubije da_se_ubiju hoće_da_skoči dići_ruku_na_sebe kill_myself kill_herself kill_himself end_my_life want_to_die suicidal')
