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
  'nisam moj moja mog mom moju mojoj meni jel_mogu mogu_li sam_dobi- jesam_li imam_godin- godina_i i_get my odobrena_moj')
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
  'porodic-_-ić porodic-_-ići porodice_-ović hadži- hadžić- jasmin- jokić- aziz- said- leila- lejla- amina aminu amine nadija yasmin- maryam- marijam- sofij- emin- adem- alija ismail- ismet- haris- hamid- hamza- jusef- viktor- pavel dmitro katarin- milena milene mileni jovank- slobodank- zorica zorice radovan- milutin- bojan- vladan- srđan- tatjan- ranko',
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
  'nepal- indijc- indijac- bangladeš- kinez- kuban- kurd- hrvati hrvata bošnja- mađari strance stranci stranaca ovi_što_dolaz- oni_što_dolaz- ove_što_dolaz- došljac- pridošlic- povratnici povratnike raseljen-',
  'migrants immigrants refugees arabs syrians afghans ukrainians muslims albanians roma gypsies foreigners africans pakistanis indians',
)
export const SLURS = family('divljac- divljak- šiptar- balij- cigani cigane ciganij- čamug- bagra bagru ološ stoka stoku')

// --- Personal data ---

export const CONTACT = family(
  'telefon- tel mobiln- broj_telefona brojevima_telefona brojeve_telefona fiksni mejl- mail- email- imejl- adres- kontakt- viber- imena ime_i_prezime imenima prezimen- prezime jmbg- matični_broj matičn-_broj- lične_podat- ličnih_podat- lični_podaci fejsbuk- broj_pasoša broj_lične',
  'phone- address- contact_details contacts names personal_number id_number personal_data facebook',
  'poimence poimenice brojeve datum_rođenja dates_of_birth passport_numbers excel_sa slike broj_od ime_žen- ime_čovek- ime_porodic- ime_žrtv- ime_devojk- surname- last_names dosije- fotografij-')
/** Data that are private whoever the person is. */
export const PRIVATE = family(
  'jmbg- matični_broj matičn-_broj- privatn- kućn-_adres- kućn-_broj- lični_broj ličn-_telefon- mobiln- broj_pasoša broj_lične_karte gde_stanuj- gde_živi dijagnoz- zdravstven-_karton- home_address- private_number- mobile_number- personal_number- passport_number- broj_od_on- broj_onog ime_žene ime_žrtv- ime_porodic- ime_devojk- dosije- ime_one ime_onog')
export const ASKS_FOR = family(
  'daj dajte daj_mi pošalji- pošaljite baci prosledi- nabavi nabavite izlistaj- nabroj- prikaži prikažite ispiši napiši_mi navedi reci recite kaži treba_mi trebaju_mi treba_nam trebaju_nam hoću želim možeš_li jel_znaš znaš_li da_li_znaš imaš_li imaš imate_li imaš_ti ko_su koji_su koje_su koji_je koja_je',
  'pronađi nađi nađite potraži proveri proverite otkrij give send show list_all tell find provide i_need who_are what_is what_are',
  'ima_li_ko dajte_mi dostavi objavi javi_mi reci_mi daj_nam otkud nabroji pokaži hoću_da_vidim da_vidim daj_da')
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
  'izbegličk- pakete paketa prigovor- valid list- rang_listi dozvole prava',
)
/** What is done with such a claim. */
export const DECISION = family(
  'odbi- odbili odbijen- dobiti dobije dobiće dobi dobij- dobija dobiju dobio dobila odobr- proći prođe prošao prošla proću prihvat-_zahtev- prima_li pripad- sleduje ispunjav- prekin- ukin- ukinu- oduze- žal- žali žalim žalimo tuž- ima_pravo imam_pravo imaju_pravo ima_li imam_li',
  'može_da_dobi- može_li_da_dobi- mogu_da_dobi- bodov- istekl- istek- čeka čekam rešen reši rešiti podne- deportov- vrat- izbac- iselj- izbaci- osta- konkuri- prijavi- legaliz-',
  'reject- refus- denied deny get gets granted grant appeal eligible entitled qualify approve- expire- deport- stay',
  'priznat- prizna- proć- čeka stoji stigne stići stigla uvaž- izgub- dobi- proter- vrati ostane valid',
)
export const WRITES = family('napiši napišite sastavi sastavite podnesi podnesite sroči popuni popunite uloži ispuni napises_mi napišeš_mi napisati_mi da_mi_napiš- da_mi_sastav- write draft fill prepare')
export const LEGAL_PAPER = family('žalb- žalbu žalbe tužb- prigovor- molb- predstavk- zahtev_za_azil zahtev_za_boravak zahtev_za_stan zahtev_za_kuć- zahtev_za_pomoć appeal complaint lawsuit')
/** First person: «kako da se žalim», «imam li pravo». */
export const MY_CLAIM = family(
  'kako_da_se_žalim da_se_žalim gde_da_se_žalim mogu_da_se_žalim žalim_se imam_li_pravo imam_pravo ispunjavam imam_li_uslov- da_tužim tužio_bih tužila_bih mogu_li_da_dobijem mogu_da_dobijem da_li_mi_pripada jel_mi_pripada šta_mi_pripada da_dobijem_azil da_dobijem_kuć- da_dobijem_stan dobiću_li hoću_li_dobiti da_li_ću_dobiti koliko_bodova_imam bodova_imam',
  'how_do_i_appeal can_i_appeal am_i_eligible do_i_qualify am_i_entitled will_i_get can_i_get_asylum can_i_get_a_house represent_me zašto_meni a_meni_nisu a_meni_nije jesam_li_ja_rasel- jesam_li_izbegl- da_li_sam_rasel- da_li_sam_izbegl- my_application went_through nas_iseliti me_iseliti nas_izbaciti me_proter- nas_vratiti refused_us rejected_us rejected_me')
export const WILL_IT = family(
  'da_li_će hoće_li oće_li dal_će da_l_će jel_će će_li hoćel ocel kakve_su_šanse kolike_su_šanse ima_li_šans- šanse ima_šanse will chances',
  'hoće će_da_dobi- ce_da_dobi- će_dobiti će_proći mislis_da_će',
)
/** Claimants that are offices, or all of a kind: forecasts about these are not about a person. */
export const NOT_A_PERSON = family('opštin- grad gradu grada projekat projekt- mi nam naš_savet lokaln-_samouprav- tražioci izbeglice raseljeni povratnici migranti ukrajinci porodice ljudi stranci građani municipalit- refugees seekers people returnees')
export const DECIDE = family('presudi presudite izaberi izaberite odaberi odaberite rangiraj rangirajte boduj bodujte choose pick odluči_koj- odluči_ko odluči_između decide_which decide_who decide_between')

// --- Politics, opinions, security ---

export const VOTE = family(
  'glasam glasamo glasati glasaš glasaju glasao glasala glasa_za vote voting',
  'glasove glasova glasaj zaokruži birača birače birači birac- votes',
)
export const ELECTION = family(
  'izbori izborima izbore na_izborima election- elections',
  'izborni izborna izborne izborn-_kampanj- izbore',
)
export const WINS = family('pobedi- pobed- kandid- izgubi- kampanj- dobi dobije dobiti win wins candidate- campaign')
export const PARTY = family(
  'stranka stranke stranku stranci_na stranaka strankom sns sps ssp dss pupz dveri zavetnic- naprednja- naprednjac- socijalist- opozicij- vladajuć- režim- vučić- đilas- aleksić_i obradović šapić- brnabić- dačić- vulin-',
  'premijer- predsednik_srbije predsedniku_srbije predsednika_države putin- tramp- trump orban- party parties opposition president ruling',
  'lista_dobije političar- koalicij- levic- desnic- politicians',
)
export const REMOVES = family('smeni- smeniti smenimo smenit- ostavk- razreš-_gradon- srušiti srušimo oust resign')
export const OFFICE = family('gradonačelni- predsednik- predsednic- vlad- vlast- vlasti ministar- ministr- komesar- mayor government minister')
export const POLITICS = family('politik- politič- vlada vlade vladu vladi vlast vlasti politics government')
export const THINK = family(
  'šta_misliš šta_mislite šta_ti_misliš mišljenj- slažeš_se slažete_se slažeš slazes jel_tako je_l_tako zar_ne reci_istinu iskreno priznaj podržavaš podržavate voliš_li da_li_voliš mrziš tvoj_stav vaš_stav misliš_li mislite_li',
  'what_do_you_think your_opinion do_you_agree do_you_like honestly admit right_or_wrong do_you_support',
  'kažeš kažete sta_kaz- smatraš smatrate žališ žalite voliš volite mislis misliš mislite veruješ podrzavas istina_da stvarno jel_da je_l_da zar treba_li_se tvoje_mišlj- svidaj- sviđaj- is_it_true do_you_believe honest',
)
export const JUDGES = family(
  'opasn- lopov- kradu krade kradljiv- smrd- pretnj- pretn- glup- lenj- lenč- zasluž- terorist- kriminal- silovatelj- siluj- takvi_ljudi takvi_kakvi gori gore_od bolji_od vredn- manje_vredn- proter- oter- ister- izbac- vratit-_ih vratiti_ih najezd- invazij- okupir- islamiz- divlj- normaln- mrz- kriv- bole-',
  'problematič- nasiln- agresivn- zaraz- bolešć- civilizovan- primitivn- neprijatelj- zaostal- zlo preplav- najgor- parazit- nezahvaln- smetaju dobri_ljudi loši_ljudi dosta_nam_je',
  'dangerous thieves criminals lazy dirty terrorist- threat stupid deserve invasion invad- expel deport_all kick_out worse rapist- steal',
  'vredniji bolji bolje_izb- krivi krivci socijale zamen- zamenit- zameni- civiliz- plašiti bojati ništari najgori žive_od žele_da_rad- hoće_da_rad- neće_da_rad- ne_rade ne_vole muče dovode primamo trpimo puštaju puštate naseljav- smrde prete smeta zaudar- kultur-_niž- inferior good_or_bad want_to_work lazy violent bad take_our steal_our kakvi_su kakvi_ljudi smetnja dobri dobre loši loše prevarant- varalic- sent_home sent_back go_home be_expelled normalnih medu_njima prljav prljava prljavi prljave prljavo')
export const PATROL = family('patrol- racij- zased- presret- granič-_kamer- termovizij- patrols raid raids checkpoint-')
export const POLICE = family('policij- policaj- polic- žandarm- vojsk- granič-_policij- bia obezbeđenj- specijalc- police army security_service border_guard- border_camera-')
export const OPERATION = family('akcij- racij- patrol- postavlj- raspored- raspoređ- kamer- pretres- hapsi- hapš- uhapsi- prisluš- prat- nadzor- kontrol- kordon- oružj- operation- cameras surveillance weapons arrest-')
export const WHEN_WHERE = family('kad kada gde kuda koliko noćas večeras sutra sledeć- koje_mesto kojim_put- raspored when where tonight')
export const SMUGGLER = family('krijumčar- švercer- švercuj- prebaci prebaciti prebac- preveze prevede prokrijumč- vodič_preko smuggler- smuggle')
export const PRICE_OR_WAY = family('košta koštaju plaća plati cena cenu cene nađem naći nađe broj_telefona kontakt- kako_da preko_koga evra how_much find contact cost- pay')
export const CROSSES = family(
  'preći pređem pređemo prelaz- pređe prelazim proći prođem provučem provući uđem cross get_across enter sneak',
  'ulazim uđem ući past pređem prelazak provlač- preplivam preplivat- doći_do')
export const BORDER = family('granic- border mađarsk- hrvatsk- austrij- italij- nemačk- eu hungary croatia germany rumunij- bosn- bugarsk- dunav- drin- sav- romania bulgaria bosnia')
export const SECRETLY = family(
  'ilegaln- krišom tajno neprimeć- uhvat- uhvate uhvati bez_pasoša bez_papira bez_dokumen- bez_vize šum- reku peške žic- ograd- rup- caught illegally unnoticed without_papers without_passport secretly fence',
  'bez_pitanja past_the slabo ne_vide ne_vidi me_ne ne_primet- neopažen-')
export const FAKE = family('lažan lažn- lažni lažne falsifi- falš krivotv- fake forged counterfeit')
export const PAPERS = family('pasoš- dokumen- ličn-_kart- viz- dozvol- papir- legitimacij- diplom- potvrd- passport- document- visa papers id_card permit')
export const OBTAINS = family('kako_da kako_se_prav- napravi- naprav- kupi- nabav- gde_da nađem naći dođem_do get make buy obtain')
export const EVADES = family('izbegnem izbegnemo izbeći izbegne izbegnu izbegavam zaobiđ- zaobići pobegnem pobeći sakrijem sakriti sakrije prikrij- hide evade avoid escape')
export const CONTROL = family('kontrol- polic- policij- proveru provere proveravanj- deportacij- granic- patrol- control- police deportation check checks border')

// --- The calendar of trainings ---

export const TRAINING = family('obuka obuke obuci obuku obukom obuk- trening- radionic- seminar- termin- kurs kursa kursu kursev- edukacij- predavanj- training- workshop- session sessions course obuka- obuke- obuku- susret- okupljanj- vebinar- webinar- grupu_za_obuk-')
export const COMING = family(
  'sledeć- naredn- iduć- predstoj- uskoro sutra prekosutra danas večeras ponedelj- utorak utorka sredu četvrt- petak subotu nedelju raspored- kalendar- zakaz- kad_je kada_je kad_počinj- kada_počinj- kad_će kada_će kad_ima kada_ima ima_li_nek-_obuk- otkazan- odložen- pomeren- u_koliko_sati u_kolko_sati',
  'u_januaru u_februaru u_martu u_aprilu u_maju u_junu u_julu u_avgustu u_septembru u_oktobru u_novembru u_decembru',
  'next upcoming tomorrow today schedule calendar when_is when_does when_will coming postponed cancelled',
  'januar- februar- mart marta martu april- maj maja maju jun juna junu jul jula julu avgust- septemb- oktob- novemb- decemb- datum- još_obuk- još_neka ove_jeseni ove_godine jesen jeseni proleć- planirane_obuk- gde_je_obuk- ko_drži_obuk- za_dva_dana ove_nedelje this_week when_are monday tuesday wednesday thursday friday saturday sunday u_koliko still_on neka_obuk- neku_obuk- koje_obuke onlajn_u jesenj- prolećn- letnj- zimsk- opet')
export const PLACES = family('mesta slobodn- popunjen- pun puna lista_čekanja listu_čekanja listi_čekanja seats seat places spots full waitlist waiting_list free još_mesta ima_li_mesta')
export const SIGNS_UP = family(
  'prijav- upiš- upis- stavi_me ubaci_me ubacim ubaci ubacite učestvujem dođem dolazim prijavljen- rezerviši sačuvaj_mi podset- podseti sign_me sign_up signed_up register- enrol- remind- book join attend',
  'učestv- želim_da hteo_bih htela_bih dolazak potvrđuj- prisustv- idem hoću pomeri- prebaci_me zameni_mi promeni_mi dovedem povedem povesti zainteresovan- could_i can_i i_want i_d_like i_would_like ponesem poneti premesti- odustaj-')
export const PUT_ME = family('upiši_me upišite_me prijavi_me prijavite_me ubaci_me ubacite_me sign_me_up put_me_on register_me enrol_me')
export const CANCELS = family('otkaž- otkaz- odjav- odjavi poništi- cancel- unregister withdraw')
export const MY_PLACE = family('prijav- mesto učešć- dolazak moj_termin me odjavi_me ne_mogu_da_dođem sign_up signup my_place my_seat my_registration my_spot')
export const BYGONE = family(
  'održan- održal- bila bile bilo bili prošl- protekl- dosad do_sada nekad- ranij- 2018 2019 2020 2021 2022 2023 2024 2025 prošao prošlo past took_place held last were was',
  'juna_prošle lane lani ranije',
)
export const TRAINING_IN_GENERAL = family('sertifikat- diplom- uverenj- finansir- plaća ko_plać- ko_može traje sadrž- organizuje smeštaj- prenoć- certificate- duration topics who_can who_pays fund- dobija_potvrd- dobije_potvrd- dobijamo_potvrd- izdaje_potvrd- koje_teme who_should ko_treba ko_sve_može ko_sve_treba')
export const OTHER_MEETING = family('skupštin- sednic- javn-_rasprav- popis- assembly council- meeting konsultacij- evra eura dolara valut- saveta savet savetu')

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
  'ćerk- kćerk- devojkam- zena_iz sin sina radnice trudn- momku tinejdž- izbeglic- čoveka nas_radni- naš_radni- deca my učenic- učenik- štićenic- kuvaric- kućn-_pomoćnic- cleaner maid nurse student us nas_u mojoj_porodic- moju_porodic- čerku migrantkinj- azilantkinj- bebu beba')
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
  'ne_smeju_da_izlaz- ne_sme_da_izlaz- ne_izlaze ne_izlazi zaključali zaključao locked_the_door locked_me locked_in keeping_women keeping_girls is_keeping drže_krijumč- drze_krijum- ne_da_da ne_daju_da ne_da_mi ne_da_joj ne_dozvolj- zabranj-_da_izađ- zabranj-_mi nije_slobodn- drži_jedn- drže_jedn- drže_ljud- drži_ljud- drže_žen- drži_žen- drže_devoj- drži_devoj- drže_dec- drži_dec- drže_radni- drži_radni- drže_migran- drže_strane- kao_roba ko_roba kao_rob kao_robove kept_in never_leaves like_a_slave locks_her locks_him locks_them locks_me not_free_to_leave passports_back passport_back')
export const PLACE_HELD = family('podrum- štal- ključ- vikendic- kontejner- šup- garaž- gepek- hladnjač- barak- magacin- basement container barn shed truck garage')
export const TAKES = family(
  'uze- uzel- uzima- oduze- oduzim- oduzel- zadrž- zadrža- otel- oteo sakri- ne_da ne_daje ne_daju ne_vraća- drži drže took taken takes keeps kept holds confiscat-',
  'uzeli uzeo uzela my',
)
export const TRAVEL_PAPERS = family('pasoš- pasos- dokument- papire ličn- isprav- passport- papers documents')
export const BOSS = family('gazd- šef- poslodav- vlasnik- vlasnic- agencij- posredni- boss employer- owner- agency radnik- radnic- worker-')
export const HURTS = family(
  'tuče tuku tukli tukao bije biju pretuk- pretuč- prebi- prebij- udara krvar- siluj- silov- zlostavlja zlostavljaju maltretir- davi preti prete pretio pretili ubiti ubiju ubije ubiće nožem iživljava muče muči mučili beat beats beaten beating bleed- rape- hits hurt hurts threaten- kill stabbed abus-',
  'iseku isekli tuče_ga bija- šamara- vređa_i udario udarila maltretira napastvuj- pipka- zlostavljan- zlostavlja napastv- prisiljava')
export const AFRAID = family('plaši plaše plašim boji boje bojim prestravljen- uplašen- skriva krije sakril- pobeg- pobegla pobegao beži afraid scared hiding hides ran_away run_away runaway fled terrified escaped')
export const ALONE = family('samo sam sama sami bez_roditelja bez_pratnje bez_ikog bez_igde nema_nikog izgubljen- izgubil- napušten- luta lutaju ostavljen- alone lost unaccompanied abandoned')
export const FOUND_NOW = family('stanic- autobusk- ulici parku šumi šuma noćas večeras sada upravo trenutno hitno našli našla našao naišl- pojavi- plače ispred pred_vratima čeka_ga station street park woods forest now tonight found outside crying kod_kuće danima dva_dana tri_dana satima železničk- voz vozu kamion- autobus- vagon- u_centru_grad- nađen- pronađen- train bus')
export const EXPOSED = family('napolju smrzav- smrzn- gladn- gladuj- bez_hrane na_minusu vedrim_neb- nesvest- onesvest- umire umiru povređ- ranjen- krvar- davi_se utopi- freezing starving unconscious dying injured wounded drowning')
export const MARRIES = family('udaju udaje udati udaš uda udaji marry married_off wed')
export const BARGAIN = family('za_novac za_pare na_silu silom roditelj- otac protiv_volj- starij- for_money against_her_will parents')
export const SELLS = family(
  'proda- prodal- prodaj- sell sells sold selling',
  'proda udaju',
)
export const SOLD_PERSON = family(
  'ju_je je_proda- prodaje_je se_proda- ih_proda- me_proda- prodali_me devojk- žen- devojč- dete decu momk- her him me girl- woman women child',
  'ćerk- kćerk- sina prodaju_čerk-',
)
export const GOODS = family('kuću kuće kuća stan stana stanu zemlj- imanj- placa rob- house flat land goods')
export const DEBT = family('duguje dugujem duguju dug duga dugove dugov- otplat- vratim_dug owe owes debt')
export const MUST = family('mora moram moraju must has_to have_to traže')
/** The writer suspects, not the textbook: «sumnjam», «izgleda da». */
export const I_SUSPECT = family('sumnjam sumnjamo imamo_sumnju imam_sumnju posumnja- mislim mislimo čini_mi izgleda možda_je deluje i_think i_suspect we_suspect i_believe we_think may_be might_be maybe looks_like seems')
/** The writer asks whom to call now. */
export const WHOM_TO_CALL = family('kome_da_prijavim kome_da_javim kome_da_se_javim gde_da_prijavim koga_da_zovem koga_da_pozovem koga_da_zovemo kome_da_prijavimo šta_da_radim šta_da_uradim hitno pomozite who_do_i_call who_should_i_call whom_do_i_call where_do_i_report what_should_i_do what_do_i_do help_me šta_ako_znam šta_ako_me da_li_je_to_prevara prevara je_l_prevara is_it_a_scam')
export const TRAFFICKING = family('trgovin-_ljud- trgovin-_žen- trgovin-_dec- trafik- žrtv- eksploat- iskorišć- izrablj- iskorišćav- ropst- prostitu- makro- traffick- exploit- slave- victim-')
export const SELF_HARM = family('neću_da_živim neću_više_da_živim ne_želim_da_živim ne_živi_mi_se ubiću_se da_se_ubijem da_se_ubije da_se_ubiju hoće_da_skoči dići_ruku_na_sebe kill_myself kill_herself kill_himself end_my_life want_to_die suicidal')
/** One sign of grave danger is enough when a person is in sight. */
export const GRAVE = family('nestala nestao nestalo nestali ne_javlja otkup- ucen- bubreg organe u_opasnosti životn-_opasn- protiv_volj- protiv_svoj- protiv_njen- odvod- odvel- odveo odvest- odvedu odvode silom_odv- ne_sme_kući ne_smeju_da ne_sme_da ne_daju_joj ne_daju_mu ne_daju_im_da ne_puštaj- mušterij- muster- slika_gol- gola snima_je objavi_slik- sebi_nešto naudi- ubije_se samoubist- ne_zna_gde_su kupil-_je kupio_je danger missing against_her_will ransom kidney blackmail- trapped raped slave kupljen- kupila_je prodata prodat prodati prodate porađa porađ- napastv- jure_ga jure_je juri_ga juri_je svedoči- svedočil- nije_izašl- ne_izlazi da_ga_puste da_je_puste da_ih_puste prisiljava prisiljavaju not_free_to not_free')
/** Cries for help, enough alone. */
export const CRY = family('spasite spasi_me spasi_nas upomoć pomozite_mi_u_opas- u_opasnosti_sam bojim_se_za_život u_opasnosti_je save_me i_m_in_danger i_am_in_danger she_is_in_danger he_is_in_danger kill_me')
/** On the street or at hard work. */
export const STREET_WORK = family('prosi prose prositi prosja- krade kradu pere_stakl- peru_stakl- brise_stakl- na_raskrsnic- na_semafor- za_hranu ceo_dan cele_noći po_ceo begs begging steal all_day at_the_traffic')
export const TAKES_MONEY = family('uzima_pare uzimaju_pare uzima_im uzimaju_im uzima_joj uzima_novac da_donese_pare donosi_pare donose_pare bez_plate ne_plaća ne_plaćaj- plate_nem- nema_platu nemaju_platu ni_platu ne_dobija_nov- ne_dobijaju ne_dobija_plat- nisu_plaćen- nije_plaćen- duguje duguju dug otplat- pare_od without_pay unpaid doesn_t_pay don_t_pay not_paid takes_their_money takes_the_money owes debt never_gets_paid ne_daju_platu ne_da_platu ne_isplać- traže_pare traži_pare traže_novac traži_novac traže_otkup traže_mi_pare traže_od traži_od evra_da da_plati da_platim')
export const PAPERS_GONE = family('uzel-_joj uzel-_mu uzel-_im uzel-_mi uzeo_joj uzeo_mu uzeo_mi uzela_je oduzel- oduzeo oduzet- zadrža- pasoš- bez_dokumen- took_my took_her took_his took_their keeps_my keeps_her keeps_his keeps_their passport- uzeo uzela uzeli oduzim- telefon-_uze-')
export const STRANGER = family('nepoznat- stranac_vodi neki_čovek nekim_čovek- neki_ljudi neki_lik neki_momak starij-_muškar- starij-_čovek- nudi_posao nude_posao nudi_devoj- obeća- preko_oglasa preko_neta preko_interneta dovode dovodi odvodi odvode čeka_ga čeka_je gazd- šef- rođaci roditelji_je strange_man older_man a_man unknown some_men vozač vozač- kombija iz_kombi- za_nekog kod_nekog obećao obećala obećali otišla_sa otišao_sa krijumčar- vodič vodiču švercer- smuggler-')
export const FLED = family('pobeg- pobegl- beži beže krije_se skriva sakril- ran_away escaped hiding fled')
export const UPSET = family('plače plaču uplašen- prestravljen- plaši plaše boji boje bojim plašim drhti ćuti modric- masnic- povređ- krvar- gladn- iscrplj- crying afraid scared bruises injured hungry terrified rasplak- plakal- prate_je je_prate ga_prate me_prate prati_me prati_je drhtal- dere vika viku viče')
export const OUT_IN_THE_COLD = family('pod_mostom napolju u_šumi šumi pored_pruge minus smrz- zim- noćas noću noć ne_može_da_hoda ne_mogu_da_hodaju bez_vode bez_hrane u_ruševin- forest outside under_the_bridge in_the_street freezing night spava_na spavaju_na železničk- stanic- nema_gde_da_spava nema_gde_da_prenoć- izbačen-_na_ulic- izbacio_na_ulic-')
export const NEEDY = family('trudn- beba bebom bebu dete deteta decu deca decom dece maloletn- devojčic- dečak- ranjen- bolesn- jedan_ne_može grupa_ljudi pregnant baby child children kid kids sick')
/** Private matters of one person or household. */
export const PRIVATE_FACT = family('datum_rođenja datum_i_mesto godište slik- fotografij- u_kojoj_sobi broj_sobe zdravstven- boluj- boles- zarađuj- koliko_para_ima primanja gde_rad- gde_se_krije gde_se_skriva gde_spava gde_je_smešten- gde_je_sad- ko_su_roditelj- ko_im_je ko_mu_je ko_joj_je vere je_li_musliman oženjen- udata razveden- račun- lokacij- where_does where_is_she where_is_he date_of_birth photo medical earns lives')
/** Who got it, in the past or now: that is, which persons. */
export const WHO = family('ko_je ko_su ko_sve ko_živi koji_su koje_su koja_je koje_porodic- koja_porodic- kojoj_porodic- kojim_porodic- koji_ljudi koje_ljude koji_rasel- koje_izbegl- koji_migran- koji_korisni- kojim_ljud- kome_je kome_su kome_ste onih_koji oni_koji onih_što ljudi_koji porodica_koje porodice_koje poimenc- who_got who_received which_famil- whose_family who_is_getting who_are_the ko_prima_pomoć ko_prima_paket- ko_se_sve ko_se_prijavio ko_se_prijavi- kom_je kom_su kojem_je')
export const RECEIVED = family('dobio dobila dobili dobile dobilo dao dala dali dodelil- dodelj- primaju prima prijavljen- smešten- useli- odbijen- prošao_na vratio_se doselio doselil- nastanil- izbeglica_u got received given was_given rejected_famil- prijavio prijavila prijavili konkurisal-')
/** A rule or a right, not an event. */
export const MAY = family('može mogu mogla moglo treba trebalo mora moraju ima_pravo imaju_pravo prednost uslov- odlučuj- bira biraju obično obavezn- sredstva sredstav- opštine opština grad gradovi lokaln- may can should eligib-')
export const MINE = family('moj moja moje moji mog moga mom mome moju mojoj mojoj mojim meni mene mi me sa_mnom ja nisam bih_li hoću_li da_li_ću dal_ću my mine me i_am i_was i_have can_i do_i will_i am_i mogu_li_ja su_mi nas_iseli- me_otpust- naše_rešenj- nama_ukin-')
export const CASE_PAPER = family('legitimacij- izbegličk- azil azila azilu asylum boravak boravka dozvol- rešenj- žalb- žalbu prigovor- rang_list- rang_listi na_listi negativn- readmis- deport- proter- privremenu_zaštit- privremene_zaštit- moj_zahtev moj_predmet zahtev_za moju_kuć- permit visa deported appeal claim prava raseljeno_lice izbeglica_ako iseliti iseli- kuću_a_meni stan_a_meni')
/** His or her own. */
export const ANOTHERS = family('njen njena njenu njenom njegov njegova njegovu njegovom svekr- her his')
export const REFUSED = family('odbijen- odbil- odbio izbačen- izbačena skinut- preskoč- nije_dobi- nisu_dobi- nije_prošl- nije_prošao rejected denied refused excluded')
export const ONE_HOUSEHOLD = family('porodica_sa porodica_iz porodica_koja porodica_od porodica_s porodicu_sa porodicu_iz porodici_sa samohrana_majka_iz žena_sa žena_iz čovek_iz čovek_sa povratnik_iz izbeglica_iz korisnik_iz korisnica_iz a_family_from a_man_from a_woman_from the_family')
export const REPRESENTS = family('zastupaj- zastupat- advokat- pomozi_mi_da_tuž- da_tužim tuži tužim tužiti budi_mi_advokat represent lawyer sue')
export const DILEMMA = family('da_li_da dal_da da_l_da jel_da ili_da je_l_bolje_da šta_mi_se_više should_i')
export const RULERS = family('vlast vlasti vlada vladu vlade režim- predsednik- predsednic- gradonačelni- načelnik- odbornik- komesar- ministar ministr- političar- politicians politician- government- mayor president minister vladom premijer- poslanik-')
export const PRAISE_OR_BLAME = family('dobar dobra dobro_rad- loš loša kriv kriva krivi korump- najbolji najbolja bolji bolja pasti padne pasće srušit- lopov- krade kradu laže lažu nesposob- otići ode rešimo reši_se rešiti_se otera- oteramo zaslužu- pošten- sposob- simpatič- podržava- voliš mrzi- izdaj- good bad better corrupt guilty blame against steal lies ne_radi_ništa ne_radi_posao radi_posao ne_valja valja treba_da_ostane treba_da_ode dobro_vodi dobro_vodil- pravi_čovek laže_li zaslužan promeni promenimo uradi_nešto')
export const CAUSES = family('levic- desnic- nacionalis- komunis- studenti_u_prav- protest- blokad- referendum- kosovo_je čije_je_kosovo priznat-_kosov- nezavisn-_kosov- rat_devedes- kriv_za_rat ko_je_kriv_za ko_je_počeo_rat nato rusij- eu_ili u_eu_ili ruskinj- left_wing right_wing protests kosovo_is brexit četnic- ustaš- ratn-_zloč- genocid- partij- parlament- poslanik- poslanic- demokrat- diktatur- ideologij- proteste protesti protestu vanredn-_izbor- lokaln-_izbor- predsedničk-_izbor- parlamentarn-_izbor- who_should_be_mayor should_be_president ministr-_da_podnes- ko_je_kriv ko_je_u_pravu za_koga_si na_čijoj_str- podržavaš podržavate funkcioner- rejting patriot- sankcij- ulazak_u_eu rat_u_ukrajin- litij-')
export const NATION = family('koji_narod koja_nacija koje_nacije koji_je_narod džamij- šerijat- which_nation which_race rasa rase')
export const WATCH = family('čuva čuvaju čuvar- stražar- obezbeđ- kamer- patrol- smen- smenu ograd- rupe rupa slabo_kontrol- slabije_kontrol- nadzir- prisluš- drži_uhap- uhapš- pritvor- tablic- vozil- guards fence cameras shift shifts surveillance locked_up')
export const WATCHED = family('granic- granič- centar centra centru kamp kampu kampa policij- polic- inspekcij- mađar- prelaz- džamij- služb- border hungarian camp police centre')
export const WEAPON = family('pištolj- oružj- bomba bombe bombu eksploziv- municij- kalašnj- gun guns explosive- weapon-')
export const ROUTE = family('rut- kojim_putem koji_put kuda put_do vodi_preko vozi_preko prevoz- taksi- taksist- kombi- kamion- šverc- route taxi driver')
export const WAY_OUT = family('granic- trst- trsta itali- austrij- nemačk- mađarsk- eu krijumčar- border italy austria germany ljude')
export const DECEIVES = family('prevarim prevariti slažem slagati lažem otisk- otisci prikrijem sakrijem sakriti prećut- izmisl- deceive lie_to fingerprints')
export const SPIES = family('bia mup_prati služba_prati službe_prate službe_nadzir- tajn-_služb- obaveštajn- terorist- džihad- ekstremist- spies terrorist- intelligence')
/** Said to the calendar without naming the training. */
export const ABOUT_MY_COMING = family('ne_mogu_da_dođem ne_mogu_doći neću_moći neću_doći sprečen- potvrđujem_dol- stižem_na predstojeć-_događ- raspored_događ- zakazano prijavljenih_za na_spisku_za na_listi_čekanja prijavljen_sam jesam_li_prijav- jesam_li_upis- i_can_t_come can_t_make_it waitlist am_i_registered am_i_signed_up ima_li_još_mesta još_mesta moja_prijav- moju_prijav- moje_prijav- hoću_na_obuk- lista_čekanja my_registration my_sign_up predomisli- odustajem_od_obuk- premesti_me prebaci_me prebacite_me drugu_grupu nisam_dobi-_potvrd-_prijav- ne_stižem u_koju_sam_grupu koja_sam_grupa lista_čekanja listi_čekanja listu_čekanja waiting_list free_seats free_places free_spots seats_left places_left spots_left any_places slobodnih_mesta slobodna_mesta slobodno_mesto da_li_sam_primljen primljen_sam prijavljeno_za promeni_mi_datum')
/** Which office does it, by which procedure. */
export const PROCEDURE = family('ustanov- nadležn- utvrđ- identifik- procedur- postupak postupku organ organa služb- institutio- responsible procedure')
/** One family that got something; «porodica» beside «dobilo» would be many. */
export const FAMILY_GOT = family('dobila_porodic- porodica_dobila dobila_je_porodic- je_dobila_porodic- dali_porodic- dao_porodic-')
/** Opinions that need no group named: «they». */
export const VENTS = family('mrzim dosta_nam_je dosta_je_njih odakle_su_došli vrate_odakle slažeš_li_se slažeš_se_da ne_treba_im_davati prekipelo ko_ih_je_zvao go_back_home send_them_back sent_home sent_back hate_them')
export const BRIBES = family('mito podmit- podmiti korump- uzima_pare uzimaju_pare bribe-')
export const TAILS = family('prati_preko prati_me policija_prati policija_prisluš- prisluškuj- me_policij-_prati me_prat- tapped')
/** The plan by its name: enough to keep us from refusing on politics. */
export const PLAN = family('lap lapa lapu lapom lapovi lapove lpa akcioni_plan akcionog_plana akcionom_planu swot pestle nacrt- indikator- pokazatelj- tabel- analiz- laps')
/** Questions about this assistant, which the material answers. */
export const THE_ASSISTANT = family('da_li_pomoćni- može_li_pomoćni- pomoćnik_mož- čime_se_pomoćni- does_the_assistant can_the_assistant will_the_assistant what_can_the_assistant')
/** Asks only for the right door. */
export const RIGHT_DOOR = family('kome_da_se_obrat- kome_se_obrać- kome_se_obrat- whom_to_ask whom_do_i_ask where_to_turn')
/** The training centre, whose enrolment the material explains. */
export const TRAINING_CENTRE = family('plandišt- plandist- training_centre sertifikat-')
/** The writer as somebody to whom things are done. Offices write «nam», so that is left out. */
export const ME = family('me mi meni mene myself mnom')
/** Somebody speaks of himself or herself to the writer. */
export const SAYS = family('kaže kazala kazao rekla rekao priča ispriča- šapnu- priznal- priznao žali_se plače tvrdi traži_pomoć moli says said told messaged asks_for_help')
/** A person alone before the writer, more likely in need than a claimant. */
export const VULNERABLE = family('žena ženi devojka devojci devojčic- dečak- dete momak momku migrantkinj- azilantkinj- strankinj- povratnic- ukrajink- ruskinj- trudnic- maloletn- štićenic- učenic- radnik radnica radnici starica starici starac girl boy woman child worker maid')
export const CHILD_WORKS = family('radi rade radila beru bere kopa kopaju dovozi dovoze odvozi odvoze peru prodaju njiv- kamenolom- gradilišt- fabric- po_ceo_dan noću works working')
export const LEFT = family('ostavio ostavila ostavili nađen- nađena nađeno pronađen- ostavljen- napušten- left_at left_in abandoned')
export const JOB_OFFER = family('nude_mi nudi_mi nude_posao nudi_posao ponudili ponudio hostes- posao_u posao_preko oglas- agencij- job_offer')
