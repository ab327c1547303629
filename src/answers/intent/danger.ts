import { family } from './word-families.ts'

// The vocabularies of the alarm in scope.ts: people who may be in danger now (F272). Spelling as in `family`.

// --- Who speaks, and of whom ---

/** The writer has it from somebody, or sees it now: a report, not a subject. */
export const WITNESS = family(
  'kaže kazao kazala rekao rekla rekli ispriča- šapnu- priča_mi priznal- došla_je došao_je došle_su pojavi- obrati-',
  'javila_se javio_se prijavila_nam prijavio_nam našli našao našla naišl- vidim video videla videli primeti- čujem',
  'čula čuo komšij- komšinic- sused- kod_nas kod_mene u_našoj u_našem juče jutros noćas večeras sada sad upravo',
  'trenutno već_danima pomozi- pomagaj- hitno zove_me znam poznajem šta_da_radim šta_da_uradim koga_da_zovem',
  'kome_da_javim mislim sumnja- posumnja- plašim bojim izgleda told_me told_us tells_me says said i_saw we_found',
  'i_found now tonight yesterday help please urgent- next_door neighbour- neighbor- i_think i_suspect i_know',
  'who_do_i_call what_do_i_do what_should_i_do someone somebody',
)
/** Somebody speaks of himself or herself to the writer. */
export const SAYS = family(
  'kaže kazala kazao rekla rekao priča ispriča- šapnu- priznal- priznao žali_se plače tvrdi traži_pomoć moli says',
  'said told messaged asks_for_help',
)
/** The writer suspects, not the textbook: «sumnjam», «izgleda da». */
export const I_SUSPECT = family(
  'sumnjam sumnjamo imamo_sumnju imam_sumnju posumnja- mislim mislimo čini_mi izgleda možda_je deluje i_think',
  'i_suspect we_suspect i_believe we_think may_be might_be maybe looks_like seems',
)
/** The writer asks whom to call now. */
export const WHOM_TO_CALL = family(
  'kome_da_prijavim kome_da_javim kome_da_se_javim gde_da_prijavim koga_da_zovem koga_da_pozovem koga_da_zovemo',
  'kome_da_prijavimo šta_da_radim šta_da_uradim hitno pomozite who_do_i_call who_should_i_call whom_do_i_call',
  'where_do_i_report what_should_i_do what_do_i_do help_me šta_ako_znam šta_ako_me prevara is_it_a_scam',
)
/** The victim spoken of is here. */
export const AT_HAND = family(
  'pred_sobom kod_mene kod_nas u_našem u_našoj u_mojoj u_mom u_komšiluk- imam_jedn- imamo_jedn- imam_žen-',
  'imamo_žen- imam_devoj- imamo_devoj- došla javila_se javio_se ispred_mene here_with in_my in_our next_door',
)
/** One who could be the victim: singled out, or named by a pronoun. Whole groups in general are `PEOPLE`. */
export const VICTIM = family(
  'me ga ju ih joj mu nju njega njih mi_prete mi_preti preti_mi prete_mi žena ženu ženi žene devojk- devojč- dečak-',
  'dečac- dete deteta detetu decu deca dece momak momka momku mladić- maloletn- radnik- radnic- nepalc- indijc-',
  'indus- bangladeš- turske_radni- kubanc- migrant- izbeglic- povratni- strankinj- stranac čoveka čovek čoveku',
  'drugaric- osobu osoba bebu studentkinj- neko neki ljude her him them woman women girl- boy- child children kid',
  'kids worker- man friend people someone refugee- ćerk- kćerk- sin sina trudn- tinejdž- naš_radni- my učenic-',
  'učenik- štićenic- kuvaric- kućn-_pomoćnic- cleaner maid nurse student us nas_u mojoj_porodic- moju_porodic-',
  'azilantkinj- beba cura curu curi cure klinka klinku klinca lik tip tipa baka baku drug druga drugu ortak-',
  'roditelje nekog nekoga porodic-_drž',
)
/** A person alone before the writer, more likely in need than a claimant. */
export const VULNERABLE = family(
  'žena ženi devojka devojci devojčic- dečak- dete momak momku migrantkinj- azilantkinj- strankinj- povratnic-',
  'ukrajink- ruskinj- trudnic- maloletn- štićenic- učenic- radnik radnica radnici starica starici starac girl boy',
  'woman child worker maid',
)
export const CHILD = family(
  'dete deteta detetu decu deca dece deci devojčic- devojčur- dečak- dečac- maloletn- beba bebu bebom klinac klinka',
  'klinc- tinejdž- boy boys girl girls kid kids child children minor- baby teen-',
)
/** The writer as somebody to whom things are done. Offices write «nam», so that is left out. */
export const ME = family('me mi meni mene myself mnom')

// --- One sign is enough ---

/** Cries for help, enough alone. */
export const CRY = family(
  'spasite spasi_me spasi_nas upomoć pomozite_mi_u_opas- u_opasnosti_sam bojim_se_za_život u_opasnosti_je save_me',
  'i_m_in_danger i_am_in_danger she_is_in_danger he_is_in_danger kill_me',
)
export const SELF_HARM = family(
  'neću_da_živim neću_više_da_živim ne_želim_da_živim ne_živi_mi_se da_se_ubijem da_se_ubije da_se_ubiju',
  'hoće_da_skoči dići_ruku_na_sebe kill_myself kill_herself kill_himself end_my_life want_to_die suicidal',
  'će_se_ubiti hoću_da_se_ubi- ubiću ubiti_se da_skočim oduze-_sebi_život presekao_vene presekla_vene',
)
/** One sign of grave danger is enough when a person is in sight. */
export const GRAVE = family(
  'nestala nestao nestalo nestali ne_javlja otkup- ucen- bubreg organe u_opasnosti životn-_opasn- protiv_volj-',
  'protiv_svoj- protiv_njen- odvod- odvel- odveo odvest- odvedu silom_odv- ne_sme_kući ne_smeju_da ne_sme_da',
  'ne_daju_joj ne_daju_mu ne_daju_im_da ne_puštaj- muster- slika_gol- gola snima_je objavi_slik- sebi_nešto naudi-',
  'ubije_se samoubist- ne_zna_gde_su kupil-_je kupio_je danger missing against_her_will ransom kidney blackmail-',
  'trapped raped slave kupljen- prodata prodat prodati prodate porađ- napastv- jure_ga jure_je juri_ga juri_je',
  'svedoči- nije_izašl- ne_izlazi da_ga_puste da_je_puste da_ih_puste not_free drogir- opija opijaj- pretnje',
  'zastraš- iznuđ- kontroliše_je otima otme otmu dovode_mu dovode_dev- dovode_mal- dovodi_dev- dovode_žen-',
  'dovodi_mal- kriju_dete kriju_dev- odvešće da_sklonim sklonim_žen- sklonim_dev- sakrijem_žen- beži_od bežim_od',
  'pobegla_od pobegao_od spasi- spasem- prisiljav-',
)
/** Violence and threats. */
export const HURTS = family(
  'tuče tuku tukli tukao bije biju pretuk- pretuč- prebi- udara krvar- siluj- silov- zlostavlja zlostavljaju',
  'maltretir- davi preti prete pretio pretili ubiti ubiju ubije ubiće nožem iživljava muče muči mučili beat beats',
  'beaten beating bleed- rape- hits hurt hurts threaten- kill stabbed abus- iseku isekli bija- šamara- vređa_i',
  'udario udarila pipka- zlostavljan- napastv- prisiljava',
)
/** Cannot leave. */
export const LOCKS_IN = family(
  'zaključan- zaključav- zaključal- zatočen- zarobljen- zarobil- ne_pušta- ne_da_mu_da ne_daju_joj ne_daju_im_da',
  'ne_sme_da_izađ- ne_smeju_da_izađ- ne_može_da_izađ- ne_mogu_da_izađ- ne_sme_napolje kidnap- otet- oteli oteo',
  'pod_ključ- zatvoril-_je zatvoril-_ih zatvoril-_me lanc- vezan- vezal- locked captive can_t_leave cannot_leave',
  'cant_leave won_t_let doesn_t_let don_t_let not_allowed_to_leave not_let trapped imprison- chained hostage-',
  'ne_smeju_da_izlaz- ne_sme_da_izlaz- ne_izlaze ne_izlazi zaključao keeping_women keeping_girls is_keeping',
  'drze_krijum- ne_da_da ne_daju_da ne_da_mi ne_da_joj ne_dozvolj- zabranj-_da_izađ- zabranj-_mi nije_slobodn-',
  'drži_jedn- drže_jedn- drže_ljud- drži_ljud- drže_žen- drži_žen- drže_devoj- drži_devoj- drže_dec- drži_dec-',
  'drže_radni- drži_radni- drže_migran- drže_strane- kao_roba ko_roba kao_rob kao_robove kept_in never_leaves',
  'like_a_slave locks_her locks_him locks_them locks_me not_free_to_leave passports_back passport_back zabranil-',
  'zabranio zabranjuj- zabranjeno_joj zabranjeno_mu zabranjeno_im forbids_her forbids_him',
)
/** Driven to it, in words that need no second sign. */
export const DRIVEN = family(
  'mora_da_pros- moraju_da_pros- mora_da_krad- moraju_da_krad- mora_da_se_proda- moram_da_se_proda- moram_da_pros-',
  'moram_da_krad- mora_da_spava_sa makro- podvod- has_to_beg have_to_beg has_to_steal must_beg sold_me sold_her',
  'sold_him pimp- svodni-',
)
/** The subject itself; needs a sign that it is about somebody here. */
export const TRAFFICKING = family(
  'trgovin-_ljud- trgovin-_žen- trgovin-_dec- trafik- žrtv- eksploat- iskorišć- izrablj- ropst- prostitu- makro-',
  'traffick- exploit- slave- victim-',
)

// --- Signs that need another ---

export const COERCES = family(
  'tera- natera- prisil- prinuđ- primor- ucen- vrbuj- silom na_silu pod_pretnj- forced forcing forces made_to',
  'makes_him makes_her coerc- makes_them',
)
/** What people are driven to. */
export const SERVICE = family(
  'prosi prose prositi prosja- krade kradu krast- radi rade radim raditi rad prostitu- prodaje prodaju seks- udam',
  'uda udaju udaje brak snima- krijumčar- beg begging steal- work working sex marry marriage sell',
)
export const HOLDS = family('drži drže držao držala držali keeps hold holds holding kept')
export const PLACE_HELD = family(
  'podrum- štal- ključ- vikendic- kontejner- šup- garaž- gepek- hladnjač- barak- magacin- basement container barn',
  'shed truck garage',
)
export const TAKES = family(
  'uze- uzima- oduze- oduzim- zadrž- otel- oteo sakri- ne_da ne_daje ne_daju ne_vraća- drži drže took taken takes',
  'keeps kept holds confiscat- my',
)
export const TRAVEL_PAPERS = family('pasoš- dokument- papire ličn- isprav- passport- papers documents telefon')
export const BOSS = family(
  'gazd- šef- poslodav- vlasnik- vlasnic- agencij- posredni- boss employer- owner- agency radnik- radnic- worker-',
)
export const AFRAID = family(
  'plaši plaše plašim boji boje bojim prestravljen- uplašen- skriva krije sakril- pobeg- beži afraid scared hiding',
  'hides ran_away run_away runaway fled terrified escaped',
)
export const ALONE = family(
  'samo sam sama sami bez_roditelja bez_pratnje bez_ikog bez_igde nema_nikog izgubljen- izgubil- napušten- luta',
  'lutaju ostavljen- alone lost unaccompanied abandoned',
)
/** A place or time one would name when finding somebody. */
export const FOUND_NOW = family(
  'stanic- ulici parku šumi šuma noćas večeras sada upravo trenutno hitno našli našla našao naišl- pojavi- plače',
  'ispred pred_vratima čeka_ga station street park woods forest now tonight found outside crying kod_kuće danima',
  'dva_dana tri_dana satima železničk- voz vozu kamion- autobus- vagon- u_centru_grad- nađen- pronađen- train bus',
)
/** Cold, hunger, wounds. */
export const EXPOSED = family(
  'napolju smrzav- smrzn- gladn- gladuj- bez_hrane na_minusu vedrim_neb- nesvest- onesvest- umire umiru povređ-',
  'ranjen- krvar- davi_se utopi- freezing starving unconscious dying injured wounded drowning promrz- u_snegu',
  'u_vodi iscrplj- bez_vode bez_lekova izgladn-',
)
export const MARRIES = family('udaju udaje udati udaš uda udaji marry married_off wed')
export const BARGAIN = family(
  'za_novac za_pare na_silu silom roditelj- otac protiv_volj- starij- for_money against_her_will parents',
)
export const SELLS = family('proda- sell sells sold selling udaju')
export const SOLD_PERSON = family(
  'ju_je je_proda- prodaje_je se_proda- ih_proda- devojk- žen- devojč- dete decu momk- her him me girl- woman women',
  'child ćerk- kćerk- sina',
)
export const GOODS = family('kuću kuće kuća stan stana stanu zemlj- imanj- placa rob- house flat land goods')
export const DEBT = family('duguje dugujem duguju dug duga dugov- otplat- owe owes debt')
export const MUST = family('mora moram moraju must has_to have_to traže')
/** On the street or at hard work. */
export const STREET_WORK = family(
  'prosi prose prositi prosja- krade kradu pere_stakl- peru_stakl- brise_stakl- na_raskrsnic- na_semafor- za_hranu',
  'ceo_dan cele_noći po_ceo begs begging steal all_day at_the_traffic sa_bebom',
)
/** Others keep the pay, or there is a debt. */
export const TAKES_MONEY = family(
  'uzima_pare uzimaju_pare uzima_im uzimaju_im uzima_joj uzima_novac da_donese_pare donosi_pare donose_pare',
  'bez_plate ne_plaća ne_plaćaj- plate_nem- nema_platu nemaju_platu ni_platu ne_dobija_nov- ne_dobijaju',
  'ne_dobija_plat- nisu_plaćen- nije_plaćen- duguje duguju dug otplat- pare_od without_pay unpaid doesn_t_pay',
  'don_t_pay not_paid takes_their_money takes_the_money owes debt never_gets_paid ne_daju_platu ne_da_platu',
  'ne_isplać- traže_pare traži_pare traže_novac traži_novac traže_otkup traže_mi_pare traže_od traži_od evra_da',
  'da_plati da_platim pay_back pays_back has_to_pay otplaćuj-',
)
export const PAPERS_GONE = family(
  'uzel-_joj uzel-_mu uzel-_im uzel-_mi oduzel- oduzeo oduzet- zadrža- pasoš- bez_dokumen- took_my took_her',
  'took_his took_their keeps_my keeps_her keeps_his keeps_their passport- uzeo uzela uzeli oduzim- telefon-_uze-',
)
/** An unknown person leads, promises, waits. */
export const STRANGER = family(
  'nepoznat- stranac_vodi neki_čovek nekim_čovek- neki_ljudi neki_lik neki_momak starij-_muškar- starij-_čovek-',
  'nudi_posao nude_posao nudi_devoj- obeća- preko_oglasa preko_neta preko_interneta dovode dovodi odvodi odvode',
  'čeka_ga čeka_je gazd- šef- rođaci roditelji_je strange_man older_man a_man unknown some_men vozač- kombija',
  'iz_kombi- za_nekog kod_nekog otišla_sa otišao_sa krijumčar- vodič vodiču švercer- smuggler- posmatra prati',
  'promised nisu_njegov- nije_njegov- nije_njihov- tuđ-',
)
export const FLED = family('pobeg- beži beže krije_se skriva sakril- ran_away escaped hiding fled')
export const UPSET = family(
  'plače plaču uplašen- prestravljen- plaši plaše boji boje bojim plašim drhti ćuti modric- masnic- povređ- krvar-',
  'gladn- iscrplj- crying afraid scared bruises injured hungry terrified rasplak- plakal- prate_je je_prate',
  'ga_prate me_prate prati_me prati_je drhtal- dere vika viku viče',
)
/** Nowhere to sleep, by night, in woods. */
export const OUT_IN_THE_COLD = family(
  'pod_mostom napolju šumi pored_pruge minus smrz- zim- noćas noću noć ne_može_da_hoda ne_mogu_da_hodaju bez_vode',
  'bez_hrane u_ruševin- forest outside under_the_bridge in_the_street freezing night spava_na spavaju_na železničk-',
  'stanic- nema_gde_da_spava nema_gde_da_prenoć- izbačen-_na_ulic- izbacio_na_ulic-',
)
/** Whom cold and night endanger most. */
export const NEEDY = family(
  'trudn- beba bebom bebu dete deteta decu deca decom dece maloletn- devojčic- dečak- ranjen- bolesn- jedan_ne_može',
  'grupa_ljudi pregnant baby child children kid kids sick',
)
export const CHILD_WORKS = family(
  'radi rade radila beru bere kopa kopaju dovozi dovoze odvozi odvoze peru prodaju njiv- kamenolom- gradilišt-',
  'fabric- po_ceo_dan noću works working',
)
export const LEFT = family('ostavio ostavila ostavili nađen- pronađen- ostavljen- napušten- left_at left_in abandoned')
/** A job abroad that asks for a passport first is how people are lured. */
export const JOB_OFFER = family(
  'nude_mi nudi_mi nude_posao nudi_posao ponudili ponudio hostes- posao_u posao_preko oglas- agencij- job_offer',
)
