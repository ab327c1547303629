send-title = Да ли да ово питање пошаљем тренерима?
send-who-sees = Читају га тренери и координатори{ $municipality ->
    [yes] , заједно са називом Ваше општине
   *[no] {""}
  }. Ваше име виде само ако Ви то желите. Чувам га најдуже годину дана.
send-then = Кад тренер одговори, јавићу Вам овде.
button-send-unsigned = Пошаљи без имена
button-send-signed = Пошаљи са мојим именом
button-send-not = Не шаљи
send-not = У реду, питање није послато.
sent-unsigned = Питање је послато тренерима, без Вашег имена.
sent-signed = Питање је послато тренерима, са Вашим именом.
sent-tells = Кад стигне одговор, јавићу Вам овде.
sent-silent = О одговору Вам нећу јављати.
button-tell-off = Не јављај ми
button-tell-on = Ипак ми јави
button-take-back = Повуци питање
taken-back = Питање је повучено; тренери га више не виде.
too-late = Ово питање је већ обрађено.
refused-already-sent = Ово питање сте већ послали тренерима. Кад стигне одговор, јавићу Вам.
refused-many-today = Данас сте тренерима послали { $most ->
    [one] { $most } питање
    [few] { $most } питања
   *[other] { $most } питања
  }, колико највише примам за један дан. Пошаљите ово сутра.
refused-many-waiting = Више Ваших питања већ чека одговор тренера. Пошаљите ово кад на нека од њих стигне одговор.
send-gone = Ово питање више не чувам. Поставите га поново.
command-pitanja = Питања без одговора
queue-title = Питања на која нисам знао одговор ({ $count })
queue-empty = Нема питања која чекају одговор.
queue-line = { $people ->
    [one] { $people } особа
    [few] { $people } особе
   *[other] { $people } особа
  }{ $municipalities ->
    [0] {""}
    [one] , { $municipalities } општина
    [few] , { $municipalities } општине
   *[other] , { $municipalities } општина
  }{ $trend ->
    [new] ; ново
    [growing] ; расте
    [shrinking] ; опада
   *[steady] {""}
  }
queue-reviews = Чекају Ваш поглед пре објављивања:
button-previous = ‹ Претходна
button-next = Следећа ›
button-back-to-queue = Сва питања
eyes-on = Пре објављивања сваки одговор мора да погледа још неко.
eyes-off = Одговор објављује онај ко га напише.
button-eyes-on = Тражи другу проверу
button-eyes-off = Не тражи другу проверу
group-title = Питају { $people ->
    [one] { $people } особа
    [few] { $people } особе
   *[other] { $people } особа
  }
group-municipalities = Општине: { $names }
group-phase = Део посла: { $phase }
group-signed = { $text } ({ $name })
group-more = и још { $count }
group-nearest = У материјалу је томе најближе:
group-like = Можда је исто питање:
group-gone = Ова група питања је затворена.
button-answer = Одговори
button-look = Већ пише у материјалу
button-off-topic = Ван теме
button-join = Споји: { $text }
joined = Питања су спојена.
look-title = Који пасус одговара на ово питање?
look-none = Ништа у материјалу није близу. Напишите одговор.
off-question = Да ли је ово питање ван теме? Они који су питали то ће сазнати, а питање неће више чекати.
button-off-yes = Да, ван теме је
off-done = Питање је затворено као ван теме.
ask-text = Напишите одговор једном поруком: читаће га сви који питају исто. Без личних података. Редови који почињу цртом постају списак.
ask-origin = На шта се одговор ослања? Наведите пропис, документ или службу која га је потврдила.
ask-question = Како да гласи питање изнад одговора?
ask-until = До када одговор важи? Изаберите или напишите датум, на пример 31.12.2026.
until-past = Тај дан је прошао или га нисам разумео. Напишите датум, на пример 31.12.2026.
too-short = То је прекратко за одговор.
too-long-part = То има { $length } знакова, а највише може { $most }.
answer-preview = Овако ће читати одговор:
answer-review = Овај одговор чека другу проверу.
answer-origin = Извор: { $origin }
answer-no-origin = Извор још није наведен.
answer-until = Важи до: { $day }.
answer-points = Одговор је пасус: { $place }
beside-title = Пре објављивања упоредите са материјалом:
beside-figure = Други број: у одговору „{ $said }“, а у материјалу „{ $material }“ ({ $place })
beside-denial = Једно потврђује, друго пориче: у одговору „{ $said }“, а у материјалу „{ $material }“ ({ $place })
button-publish = Објави
button-publish-all-the-same = Ипак објави
button-agree = Слажем се, објави
button-change-question = Измени питање
button-change-text = Измени текст
button-change-origin = Измени извор
button-change-until = Измени рок
button-discard = Одбаци
button-months = { $months ->
    [6] Пола године
    [12] Годину дана
   *[24] Две године
  }
published-answer = Објављено: „{ $question }“. { $questions ->
    [one] Програм сада поново поставља { $questions } питање
    [few] Програм сада поново поставља { $questions } питања
   *[other] Програм сада поново поставља { $questions } питања
  } и јавља онима који су питали. О томе како је прошло јавићу Вам.
to-review = Одговор је послат на другу проверу. Биће објављен кад га потврди још неко.
review-asked = Одговор колеге чека другу проверу: „{ $question }“
button-show-answer = Погледај одговор
own-review = Овај одговор мора да потврди неко други.
answer-incomplete = Одговору недостаје текст или извор.
answer-decided = О овом одговору је већ одлучено.
answer-discarded = Одговор је одбачен. Питања и даље чекају.
passage-gone = Тај пасус више није у употреби. Изаберите други или напишите одговор.
phase-basics = шта је ЛАП и ко га доноси
phase-preparation = припрема и радна група
phase-analysis = анализа стања и потребе
phase-goals = приоритети и циљеви
phase-measures = мере, активности и буџет
phase-adoption = јавна расправа и усвајање
phase-carrying-out = спровођење и праћење
phase-people = категорије миграната
phase-money = позиви, програми и новац
phase-training = обуке
phase-none = без одређеног дела
news-answered = Тренер је одговорио на Ваше питање:
news-found = Тренер је пронашао одговор на Ваше питање у материјалу:
news-ask-on = Сада и ја знам тај одговор. Питајте слободно даље.
news-off-topic = Тренер је прочитао ово питање. Није из области локалних акционих планова, па на њега не могу да одговорим. Коме можете да се обратите: /kontakt
answer-outcome = Одговор „{ $question }“ сада стиже на { $answered ->
    [one] { $answered } питање
    [few] { $answered } питања
   *[other] { $answered } питања
  }.{ $left ->
    [0] {""}
    [one] {" "}{ $left } питање њиме још није добило одговор, па остаје у реду.
    [few] {" "}{ $left } питања њиме још нису добила одговор, па остају у реду.
   *[other] {" "}{ $left } питања њиме још нису добила одговор, па остају у реду.
  }
button-left = Питања која остају
answer-ending = Одговор „{ $title }“ важи до { $day }. Важи ли и даље? Ако га нико не обнови, после тог дана га више нећу наводити.
answer-ended = Одговор „{ $title }“ важио је до { $day } и више га не наводим. Ако и даље важи, обновите га.
answer-renewed = Одговор „{ $title }“ важи до { $day }; потврдили сте га данас.
answer-withdrawn = Одговор је повучен. Налази се у /materijal, одакле може да се врати.
button-renew = Важи још { $months ->
    [6] пола године
   *[12] годину дана
  }
button-end = Не важи, повуци
digest-title = Шта људи нису могли да сазнају: { $days }
digest-counts = Питања: са одговором { $answered }, само близу { $near }, без одговора { $none }; није помогло { $disliked }.
digest-unanswered = Без одговора, по деловима посла
digest-municipalities = Послато тренерима, по општинама
digest-disliked = Шта није било добро
digest-disliked-where = Где није било добро
digest-answered = Одговорено
digest-first = Прво одговорите на ово
digest-programme = Предлог за програм следеће обуке
digest-no-person = Нигде се не види ко је питао. Сва питања која чекају: /pitanja
digest-line = { $name }: { $count }
digest-group = { $lead } ({ $people ->
    [one] { $people } особа
    [few] { $people } особе
   *[other] { $people } особа
  })
digest-propose = { $name } ({ $count ->
    [one] { $count } питање без одговора
    [few] { $count } питања без одговора
   *[other] { $count } питања без одговора
  })
digest-wrong = нетачно
digest-incomplete = непотпуно
digest-source = погрешан извор
digest-unclear = нејасно
digest-no-reason = без разлога
digest-off = Преглед Вам више нећу слати.
digest-on = Преглед ћу Вам слати понедељком.
button-digest-off = Не шаљи ми преглед
button-digest-on = Ипак ми шаљи преглед
