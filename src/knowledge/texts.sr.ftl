sources-title = Шта сам прочитао
sources-none = Још нисам прочитао ниједан документ. Материјал уносе тренери и координатори; погледајте поново касније.
source-line = { $origin } Проверено: { $date }.
source-line-undated = { $origin }
sources-count = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } докумената
  }
command-izvori = Шта сам прочитао
command-obrasci = Обрасци које можете да попуните
templates-title = Обрасци за попуњавање
templates-how = Додирните број и послаћу Вам образац као документ за Word или LibreOffice. Сваки је предлог: пре доношења треба да га провери правна служба.
templates-none = Још нема образаца. Погледајте поново касније.
template-caption = { $title }. Жуто је оно што треба допунити. Ово је предлог: пре доношења треба да га провери правна служба.
template-note = Предлог обрасца: пре употребе треба да га провери правна служба општине или града.
template-gone = Тај образац више није доступан. Погледајте /obrasci.
template-already = Тај образац сам Вам већ послао.
button-send-template = Пошаљи као документ
command-materijal = Материјал: верзије, повлачење и враћање
command-resenja = Решења вежби за обуку
solutions-title = Решења вежби
solutions-how = Вежбе добија свако ко их тражи, на пример: „дај вежбу за писање циљева“. Решења видите само Ви, тренери и координатори. Изаберите вежбу:
solutions-for-staff = Само за тренере и координаторе
material-title = Материјал
material-title-page = Материјал ({ $page }/{ $pages })
button-previous = ‹ Претходни
button-next = Следећи ›
confirm-withdraw = Да повучем документ „{ $title }“ из употребе? Више нећу одговарати на основу њега. Касније можете да га вратите.
button-withdraw-yes = Да, повуци
button-withdraw-no = Не, нека остане
material-none = База знања је празна. Пошаљите документ (docx, pptx, pdf, odt, odp, xlsx, ods, html, mht, md, txt или csv) и прегледаћу га.
material-how = Нов материјал додајете тако што пошаљете документ у овај разговор. Додирните документ да видите његове верзије.
material-from-folder = из фасцикле
material-version = верзија { $number }
material-by = { $name }, { $date }
material-withdrawn = повучен из употребе
material-cited = { $count ->
    [0] није навођен
    [one] наведен { $count } пут
   *[other] наведен { $count } пута
  }
material-state-published = у употреби
material-state-replaced = замењена
material-state-withdrawn = повучена
button-withdraw = Повуци из употребе
button-bring-back = Врати верзију { $number }
withdrawn = Документ „{ $title }“ је повучен из употребе и више не одговарам на основу њега. Раније наведени пасуси и даље могу да се отворе.
brought-back = Документ „{ $title }“ је поново у употреби (верзија { $number }).
material-nothing = Стање те верзије се у међувремену променило. Погледајте поново /materijal.
reading = Читам „{ $name }“…
reading-waits = Документ „{ $name }“ чека на ред: управо читам други документ. Не морате поново да га шаљете.
reading-pages = Читам „{ $name }“: { $page }/{ $pages } страна…
upload-title = Прочитано: { $title }
upload-format = { $format }, { $language ->
    [sr] на српском
   *[en] на енглеском
  }
upload-pages-page = { $count ->
    [one] { $count } страна
    [few] { $count } стране
   *[other] { $count } страна
  }
upload-pages-slide = { $count ->
    [one] { $count } слајд
    [few] { $count } слајда
   *[other] { $count } слајдова
  }
upload-pages-sheet = { $count ->
    [one] { $count } лист
    [few] { $count } листа
   *[other] { $count } листова
  }
upload-headings = { $count ->
    [one] { $count } наслов
    [few] { $count } наслова
   *[other] { $count } наслова
  }
upload-passages = { $count ->
    [one] { $count } пасус
    [few] { $count } пасуса
   *[other] { $count } пасуса
  }
upload-unread = Није прочитано:
unread-images = { $count ->
    [1] слика
   *[other] слике ({ $count })
  }
unread-charts = { $count ->
    [1] графикон
   *[other] графикони ({ $count })
  }
unread-diagrams = { $count ->
    [1] дијаграм
   *[other] дијаграми ({ $count })
  }
unread-objects = { $count ->
    [1] уметнути објекат
   *[other] уметнути објекти ({ $count })
  }
unread-formulas = { $count ->
    [1] формула
   *[other] формуле ({ $count })
  }
unread-comments = { $count ->
    [1] коментар
   *[other] коментари ({ $count })
  }
unread-pages-without-text = { $count ->
    [1] страна без текста
   *[other] стране без текста ({ $count })
  }
unread-damaged-pages = { $count ->
    [1] оштећена страна
   *[other] оштећене стране ({ $count })
  }
unread-hidden-slides = { $count ->
    [1] скривен слајд
   *[other] скривени слајдови ({ $count })
  }
unread-hidden-sheets = { $count ->
    [1] скривен лист
   *[other] скривени листови ({ $count })
  }
unread-hidden-rows = { $count ->
    [1] скривен ред
   *[other] скривени редови ({ $count })
  }
unread-hidden-columns = { $count ->
    [1] скривена колона
   *[other] скривене колоне ({ $count })
  }
unread-hidden-text = { $count ->
    [1] скривен текст
   *[other] скривени текстови ({ $count })
  }
unread-letters = { $count ->
    [1] слово за које фонт не каже које је
   *[other] слова за која фонт не каже која су ({ $count })
  }
unread-running-text = { $count ->
    [1] заглавље или подножје стране
   *[other] заглавља и подножја страна ({ $count })
  }
unread-at-pages = стр. { $numbers }
unread-at-slides = { $count ->
    [1] слајд { $numbers }
   *[other] слајдови { $numbers }
  }
unread-at-sheet = лист { $number } („{ $name }“)
unread-at-cells = { $sheet }, { $count ->
    [1] ћелија { $cells }
   *[other] ћелије { $cells }
  }
unread-at-heading = под насловом „{ $heading }“
unread-more = и још: { $count }
outline-title = Наслови: { $count }
outline-tables = { $count ->
    [one] { $count } табела
    [few] { $count } табеле
   *[other] { $count } табела
  }
outline-more = и још наслова: { $count }
upload-samples = Како изгледају пасуси
proposing = Документ „{ $name }“ је прочитан. Размишљам како ће се о њему питати…
ways-found = Предложених питања по којима ће се пасуси налазити: { $proposed }, задржано: { $kept } (прегледано пасуса: { $passages }). Задржана су само питања по којима сам пронашао баш тај пасус.
ways-slow = За остале није било времена; могу да се објаве и без предлога.
ways-failed = Даље предлоге нисам могао да добијем; документ може да се објави и без њих.
ways-long = Документ је дугачак, па су предлози само за његов почетак.
ways-title = Како ће се питати (предлаже модел)
ways-more = и још: { $count }
button-drop-ways = Без предложених питања
upload-ask = Да га објавим? Док га не објавите, овај документ не види нико и у одговорима га не наводим.
people-list = Ово личи на списак људи:
people-export = Ово је списак полазника који сам ја направио:
people-persons = имена: { $count }
people-phones = телефони: { $count }
people-emails = имејлови: { $count }
people-personal-numbers = матични бројеви (ЈМБГ): { $count }
people-addresses = адресе: { $count }
people-who-decides = Све што се објави може да прочита свако ко ми пише. Зато списак људи објављује само координатор, уз написано образложење.
people-ask-trainer = Ако су то позвани на обуку, увезите их у пријаве. Ако је документ послат грешком, одбаците га. Ако ипак треба да буде доступан свима, координатор мора то да потврди.
people-ask-coordinator = Ако су то позвани на обуку, увезите их у пријаве. Ако је документ послат грешком, одбаците га. Ако ипак треба да буде доступан свима, питаћу Вас зашто.
button-ask-coordinators = Питај координаторе
button-publish-anyway = Ипак објави…
people-asked = Питао сам координаторе. Док они не одлуче, документ није објављен.
people-nobody-to-ask = Нема координатора кога бих питао, па документ није објављен.
people-request = { $name } предлаже да се објави „{ $title }“ (датотека: { $file }).
people-ask-why = Напишите у једној реченици зашто списак „{ $title }“ сме да прочита свако. Образложење остаје у евиденцији рада особља.
people-reason-length = Образложење треба да има од { $least } до { $most } знакова. Напишите га поново, или пошаљите /otkazi.
people-sure = Да ли сте сигурни да „{ $title }“ треба да буде доступан свима?
people-reason = Образложење: { $reason }
button-publish-list = Да, објави списак
button-keep-out = Не објављуј
people-kept-out = У реду, ништа није објављено.
people-found = У објављеном материјалу нашао сам спискове људи:
people-found-more = и још: { $count }
people-found-what = Све што је објављено може да прочита свако ко ми пише. Отворите документ и повуците га ако није требало да буде доступан свима.
people-offices = Има података за контакт ({ $seen }), али није препознат списак људи. Контакти установа смеју да се објаве.
button-publish = Објави
button-replace = Замени: { $title }
button-import-people = Увези у пријаве за обуку
button-discard = Одбаци
published = Документ „{ $title }“ је објављен (верзија { $number }), { $passages ->
    [one] { $passages } пасус
   *[other] { $passages } пасуса
  }. Већ можете да постављате питања о њему.
discarded = Документ је одбачен. Постојећи материјал је остао исти.
already-decided = О овом документу је већ одлучено. Стање погледајте у /materijal.
no-such-source = Документ који треба заменити више није доступан. Објавите овај као нов или погледајте /materijal.
twin = Овај документ је већ објављен: „{ $title }“, верзија { $number } ({ $date }). Ништа није промењено.
refused-too-large = Документ „{ $name }“ је већи од { $most } MB, а толико највише могу да преузмем. Поделите га на мање делове и пошаљите сваки посебно.
refused-too-many-pages = Документ „{ $name }“ има превише страна. Поделите га на мање делове и пошаљите сваки посебно.
refused-unpacks-too-large = Садржај документа „{ $name }“ је после распаковања превелик, па га не читам. Сачувајте документ поново или пошаљите само текст.
refused-too-slow = Читање документа „{ $name }“ траје предуго. Поделите га на мање делове и пошаљите сваки посебно.
refused-encrypted = Документ „{ $name }“ је заштићен лозинком. Сачувајте га без лозинке и пошаљите поново.
refused-damaged = Документ „{ $name }“ је оштећен и не може да се прочита. Отворите га на рачунару, сачувајте га поново и пошаљите.
refused-scanned = У документу „{ $name }“ су само слике страна, без текста. Пошаљите верзију са текстом или пре слања обавите препознавање текста (OCR).
refused-empty = У документу „{ $name }“ нема текста. Проверите да ли је то прави документ и пошаљите га поново.
refused-unknown-format = Формат документа „{ $name }“ не познајем. Читам docx, pptx, pdf, odt, odp, xlsx, ods, html, mht, md, txt и csv: сачувајте га у једном од тих формата и пошаљите поново.
refused-old-format = Документ „{ $name }“ је у старом формату. Отворите га у програму Word, Excel или PowerPoint, изаберите „Сачувај као“ и тип docx, xlsx или pptx, па га пошаљите поново.
refused-binary-workbook = Документ „{ $name }“ је бинарна радна свеска (xlsb), коју не читам. У Excel-у изаберите „Сачувај као“ и тип „Excel радна свеска (*.xlsx)“, па пошаљите поново.
refused-macros = Документ „{ $name }“ садржи макрое, па га не отварам. Сачувајте га без макроа (docx, pptx или xlsx) и пошаљите поново.
refused-download = Документ „{ $name }“ нисам успео да преузмем. Пошаљите га поново за који минут.
