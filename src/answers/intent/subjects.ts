import { family } from './word-families.ts'

// The vocabularies of subjects that scope.ts declines (F270). Spelling as in `family`.

// --- Politics and opinions ---

export const VOTE = family(
  'glasam glasamo glasati glasaš glasaju glasao glasala glasa_za vote voting glasove glasova glasaj zaokruži birac-',
  'votes',
)
export const ELECTION = family('izbori izborima izbore election- izborni izborna izborne izborn-_kampanj-')
export const WINS = family('pobed- kandid- izgubi- kampanj- dobi dobije dobiti win wins candidate- campaign')
export const PARTY = family(
  'stranka stranke stranku stranci_na stranaka strankom sns sps ssp dss pupz dveri zavetnic- naprednja- socijalist-',
  'opozicij- vladajuć- režim- vučić- đilas- aleksić_i obradović šapić- brnabić- dačić- vulin- premijer-',
  'predsednik_srbije predsedniku_srbije predsednika_države putin- tramp- trump orban- party parties opposition',
  'president ruling lista_dobije političar- koalicij- levic- desnic- politicians',
)
export const REMOVES = family('smeni- ostavk- razreš-_gradon- srušiti srušimo oust resign')
export const OFFICE = family(
  'gradonačelni- predsednik- predsednic- vlad- vlast- ministar- ministr- komesar- mayor government minister',
)
export const POLITICS = family('politik- politič- vlada vlade vladu vladi vlast vlasti government')
/** People and bodies in power. */
export const RULERS = family(
  'vlast vlasti vlada vladu vlade režim- predsednik- predsednic- gradonačelni- načelnik- odbornik- komesar-',
  'ministar ministr- političar- politician- government- mayor president minister vladom premijer- poslanik-',
)
/** A verdict on somebody in power. */
export const PRAISE_OR_BLAME = family(
  'dobar dobra dobro_rad- loš loša kriv kriva krivi korump- najbolji najbolja bolji bolja pasti padne pasće srušit-',
  'lopov- krade kradu laže lažu nesposob- otići ode rešimo reši_se rešiti_se otera- zaslužu- pošten- sposob-',
  'simpatič- podržava- voliš mrzi- izdaj- good bad better corrupt guilty blame against steal lies ne_radi_ništa',
  'radi_posao valja treba_da_ostane dobro_vodi dobro_vodil- pravi_čovek zaslužan promeni promenimo uradi_nešto',
)
/** Quarrels of the day and of history. */
export const CAUSES = family(
  'levic- desnic- nacionalis- komunis- studenti_u_prav- protest- blokad- referendum- kosovo_je čije_je_kosovo',
  'priznat-_kosov- nezavisn-_kosov- rat_devedes- kriv_za_rat ko_je_počeo_rat nato eu_ili ruskinj- left_wing',
  'right_wing kosovo_is brexit četnic- ustaš- ratn-_zloč- genocid- partij- parlament- poslanik- poslanic- demokrat-',
  'diktatur- ideologij- vanredn-_izbor- lokaln-_izbor- predsedničk-_izbor- who_should_be_mayor should_be_president',
  'ministr-_da_podnes- ko_je_kriv ko_je_u_pravu za_koga_si na_čijoj_str- podržavaš podržavate funkcioner- rejting',
  'patriot- sankcij- ulazak_u_eu rat_u_ukrajin- litij-',
)
export const SLURS = family(
  'divljac- divljak- šiptar- balij- cigani cigane ciganij- čamug- bagra bagru ološ stoka stoku',
)
/** What is said of a whole group: praise, blame, driving out. */
export const JUDGES = family(
  'opasn- lopov- kradu krade kradljiv- smrd- pretn- glup- lenj- lenč- zasluž- terorist- kriminal- silovatelj-',
  'siluj- takvi_ljudi takvi_kakvi gori gore_od vredn- proter- oter- ister- izbac- vratit-_ih najezd- invazij-',
  'okupir- islamiz- divlj- normaln- mrz- kriv- bole- problematič- nasiln- agresivn- zaraz- primitivn- neprijatelj-',
  'zaostal- zlo preplav- najgor- parazit- nezahvaln- smetaju dosta_nam_je dangerous thieves criminals lazy dirty',
  'terrorist- threat stupid deserve invasion invad- expel deport_all kick_out worse rapist- steal bolji bolje_izb-',
  'socijale zamen- civiliz- plašiti bojati ništari žive_od žele_da_rad- hoće_da_rad- neće_da_rad- ne_rade ne_vole',
  'muče dovode primamo trpimo puštaju puštate naseljav- prete smeta zaudar- kultur-_niž- inferior want_to_work',
  'violent bad take_our kakvi_su kakvi_ljudi smetnja dobri dobre loši loše prevarant- varalic- sent_home sent_back',
  'go_home be_expelled medu_njima prljav prljava prljavi prljave prljavo',
)
export const NATION = family(
  'koji_narod koja_nacija koje_nacije koji_je_narod džamij- šerijat- which_nation which_race rasa rase',
)
/** Opinions that need no group named: «they». */
export const VENTS = family(
  'mrzim dosta_nam_je dosta_je_njih odakle_su_došli vrate_odakle slažeš_li_se slažeš_se_da ne_treba_im_davati',
  'prekipelo ko_ih_je_zvao go_back_home send_them_back sent_home sent_back hate_them',
)

// --- Security ---

export const PATROL = family('patrol- racij- zased- presret- granič-_kamer- termovizij- raid raids checkpoint-')
export const POLICE = family(
  'polic- žandarm- vojsk- bia obezbeđenj- specijalc- army security_service border_guard- border_camera-',
)
export const OPERATION = family(
  'akcij- racij- patrol- postavlj- raspoređ- kamer- pretres- hapš- uhapsi- prisluš- prat- nadzor- kontrol- kordon-',
  'oružj- operation- cameras surveillance weapons arrest-',
)
export const WHEN_WHERE = family(
  'kad kada gde kuda koliko noćas večeras sutra sledeć- koje_mesto kojim_put- raspored when where tonight',
)
export const SMUGGLER = family(
  'krijumčar- švercer- švercuj- prebac- preveze prevede prokrijumč- vodič_preko smuggler- smuggle',
)
export const PRICE_OR_WAY = family(
  'košta koštaju plaća plati cena cenu cene nađem naći nađe broj_telefona kontakt- kako_da preko_koga evra how_much',
  'find contact cost- pay',
)
export const CROSSES = family(
  'preći pređem pređemo prelaz- pređe proći prođem provučem provući uđem cross get_across enter sneak ulazim ući',
  'past provlač- preplivam preplivat- doći_do',
)
export const BORDER = family(
  'granic- border mađarsk- hrvatsk- austrij- italij- nemačk- eu hungary croatia germany rumunij- bosn- bugarsk-',
  'dunav- drin- sav- romania bulgaria',
)
export const SECRETLY = family(
  'ilegaln- krišom tajno neprimeć- uhvat- bez_pasoša bez_papira bez_dokumen- bez_vize šum- reku peške žic- ograd-',
  'rup- caught illegally unnoticed without_papers without_passport secretly fence bez_pitanja past_the slabo',
  'ne_vide ne_vidi me_ne ne_primet- neopažen-',
)
export const FAKE = family('lažan lažn- falsifi- falš krivotv- fake forged counterfeit')
export const PAPERS = family(
  'pasoš- dokumen- ličn-_kart- viz- dozvol- papir- legitimacij- diplom- potvrd- passport- document- visa papers',
  'id_card permit',
)
export const EVADES = family(
  'izbegnem izbegnemo izbeći izbegne izbegnu izbegavam zaobiđ- zaobići pobegnem pobeći sakrijem sakriti sakrije',
  'prikrij- hide evade avoid escape',
)
export const CONTROL = family(
  'kontrol- polic- proveru provere proveravanj- deportacij- granic- patrol- control- deportation check checks',
  'border',
)
/** How a place is guarded. */
export const WATCH = family(
  'čuva čuvaju čuvar- stražar- obezbeđ- kamer- patrol- smen- ograd- rupe rupa slabo_kontrol- slabije_kontrol-',
  'nadzir- prisluš- drži_uhap- uhapš- pritvor- tablic- vozil- guards fence cameras shift shifts surveillance',
  'locked_up',
)
export const WATCHED = family(
  'granič- centar centra centru kamp kampu kampa polic- inspekcij- mađar- prelaz- džamij- border hungarian',
  'camp centre',
)
export const WEAPON = family(
  'pištolj- oružj- bomba bombe bombu eksploziv- municij- kalašnj- gun guns explosive- weapon-',
)
export const ROUTE = family(
  'rut- kojim_putem koji_put kuda put_do vodi_preko vozi_preko prevoz- taksi- kombi- kamion- šverc- route taxi',
  'driver',
)
export const WAY_OUT = family(
  'granic- trst- itali- austrij- nemačk- mađarsk- eu krijumčar- border italy austria germany ljude',
)
export const DECEIVES = family(
  'prevarim prevariti slažem slagati lažem otisk- otisci prikrijem sakrijem sakriti prećut- izmisl- deceive lie_to',
  'fingerprints',
)
export const SPIES = family(
  'bia mup_prati služba_prati službe_prate službe_nadzir- tajn-_služb- obaveštajn- terorist- džihad- ekstremist-',
  'spies terrorist- intelligence',
)
export const BRIBES = family('mito podmit- korump- uzima_pare uzimaju_pare bribe-')
/** Who is watched. */
export const TAILS = family(
  'prati_preko prati_me policija_prati policija_prisluš- prisluškuj- me_policij-_prati me_prat- tapped',
)
