# Команде
command-novaobuka = Нова обука
command-upravljanje = Управљање обукама

# Прављење и измена: питања
title-new = Нова обука
title-edit = Измена обуке
question-title = Како се обука зове?
question-module = Ком модулу припада? Напишите назив модула или додирните „Без модула“.
question-description = Напишите кратак опис: о чему је обука и шта понети. Можете га и прескочити.
question-when = Кад је обука? Напишите дан и сате, на пример: „12. март од 10 до 16“ или „12–14. 3. 2026. од 9 до 16“.
question-hours = Од колико до колико сати ({ $days })? Напишите, на пример, „од 10 до 16“.
question-hours-end = До колико сати траје ({ $days }, од { $from })? Напишите, на пример, „до 16“.
question-place = Где је обука? Напишите место, установу и адресу.
question-capacity = Колико има места?
question-quota = Колико највише места може да добије једна општина?
question-sign-up-until = До када се примају пријаве?
question-cancel-until = До када учесник може да откаже без образложења?
question-reserved = Колико места да сачувам за општине које још немају учесника?
question-reserved-until = До када да чувам та места? После тога их добија први у реду, из било које општине.
question-approval = Да ли пријаве одобравате Ви, једну по једну?
question-language = На ком језику је обука?
progress = Питање { $n } од { $of }. Одустајање: /otkazi
progress-words = Напишите речима или додирните разлог.
progress-edit = Одустајање: /otkazi

# Уобичајени одговори
choice-no-module = Без модула
choice-no-description = Без описа
choice-no-quota = Без ограничења
choice-no-reserved = Без сачуваних места
choice-no-approval = Не, одмах добијају место
choice-approval = Да, одобравам сваку
choice-at-start = До почетка
button-usual = Остало је уобичајено
button-discard = Одустани
button-back-to-preview = Назад на преглед

# Језици обуке
language-sr = Српски
language-en = Енглески
language-hu = Мађарски
language-sq = Албански
language-bs = Босански
language-sk = Словачки
language-ro = Румунски

# Поља
field-title = Назив
field-module = Модул
field-description = Опис
field-when = Дани и сати
field-place = Место
field-capacity = Број места
field-quota = Највише из једне општине
field-sign-up-until = Пријаве до
field-cancel-until = Отказивање до
field-reserved = Сачувана места
field-approval = Одобравање
field-language = Језик

# Вредности
value-none = –
value-no-quota = без ограничења
value-no-reserved = не чувају се
value-reserved = { $count } за општине без учесника, до { $until }
value-approval = пријаве се одобравају
value-no-approval = место се добија одмах

# Преглед
preview-title = Овако ће учесници видети обуку
preview-cyrillic = Ћирилицом
preview-latin = Латиницом
preview-settings = Подешавања
preview-latin-written = Назив, место или опис написани су латиницом, па ће и онима који читају ћирилицу стајати латиницом. Напишите их ћирилицом да би свако читао својим писмом.
preview-ask = Ако је све у реду, објавите. Свако поље можете да измените.
preview-ask-edit = Проверите, па сачувајте измене.
preview-told = { $count ->
    [0] Нико још није пријављен, па никога не обавештавам.
    [one] О измени ћу обавестити { $count } особу.
    [few] О измени ћу обавестити { $count } особе.
   *[other] О измени ћу обавестити { $count } особа.
  }
preview-not-told = О овој измени учеснике не обавештавам: дан, сати, место и назив остају исти.
preview-nothing = Још ништа нисте изменили.
preview-deadlines-moved = Рокове сам померио заједно са почетком. Проверите их.
button-publish = Објави и отвори пријаве
button-keep-draft = Сачувај као нацрт
button-save = Сачувај измене
button-change-field = Измени поље
fields-title = Шта мењате?
discarded = Одустали сте. Ништа није сачувано.
discarded-edit = Одустали сте од измена. Обука је остала каква је била.
already-answered = На то сте већ одговорили.
dialogue-gone = Ово питање више није отворено. Нова обука: /novaobuka, све обуке: /upravljanje

# Грешке у одговорима
fault-title-empty = Назив треба да има бар једно слово. Напишите како се обука зове.
fault-title-long = Назив има превише знакова: { $length }, а може највише { $most }. Напишите краће; више о обуци можете у опису.
fault-module-empty = Назив модула треба да има бар једно слово.
fault-module-long = Назив модула има превише знакова: { $length }, а може највише { $most }. Напишите краће.
fault-description-long = Опис има превише знакова: { $length }, а може највише { $most }. Скратите га и пошаљите поново.
fault-place-empty = Напишите где је обука: место, установу и адресу.
fault-place-long = Место има превише знакова: { $length }, а може највише { $most }. Напишите краће.
fault-when-unclear = Нисам разумео кад је то. Напишите дан и сате овако: „12. март од 10 до 16“ или „12. 3. 2026. у 10:00“.
fault-day-missing = Ког дана? Напишите и дан, на пример: „12. март од 10 до 16“.
fault-days-order = Последњи дан ({ $to }) је пре првог ({ $from }). Напишите прво дан почетка, па дан завршетка.
fault-hours-both = Напишите и кад почиње и кад се завршава, на пример: „од 10 до 16“.
fault-end-before-start = Крај ({ $to }) није после почетка ({ $from }). Напишите поново, на пример: „12. март од 10 до 16“.
fault-in-the-past = То време је већ прошло: { $moment }. Напишите дан који тек долази.
fault-one-moment = Овде треба један дан и један сат, на пример: „9. март у 18“.
fault-no-such-day = Нема тог дана: { $month } има { $daysInMonth } { $daysInMonth ->
    [one] дан
    [few] дана
   *[other] дана
  }, а написали сте { $day }. Проверите датум.
fault-no-such-month = Нема { $month }. месеца. Датум се пише редом: дан, месец, година, на пример „12. 3. 2026.“
fault-no-such-hour = Нема тог сата: „{ $written }“. Сати су од 0 до 23, на пример „у 10“ или „16:30“.
fault-another-weekday = { $date } није тај дан у недељи. Проверите датум и напишите поново.
fault-count-unclear = Напишите један број цифрама, на пример „20“.
fault-count-small = Број не може бити мањи од { $least }. Напишите већи број.
fault-count-large = Највише може { $most }. Напишите мањи број.

# Грешке плана
plan-missing = Поље „{ $field }“ је празно. Попуните га.
plan-too-long = Поље „{ $field }“ има превише знакова; највише може { $most }.
plan-not-a-count = Поље „{ $field }“ треба да буде број од { $least } до { $most }.
plan-below-taken = { $taken ->
    [one] Већ је заузето { $taken } место (потврђено или понуђено), па број места не може бити мањи од тога. Напишите већи број или прво уклоните неку пријаву.
    [few] Већ су заузета { $taken } места (потврђена или понуђена), па број места не може бити мањи од тога. Напишите већи број или прво уклоните неку пријаву.
   *[other] Већ је заузето { $taken } места (потврђених или понуђених), па број места не може бити мањи од тога. Напишите већи број или прво уклоните неку пријаву.
  }
plan-above-capacity = Не може се сачувати више места него што их има ({ $capacity }). Напишите мањи број.
plan-no-such-time = Поље „{ $field }“ нема исправан датум. Напишите га поново.
plan-skipped-by-clocks = Тог сата тог дана нема, јер се казаљке померају унапред (поље „{ $field }“). Изаберите други сат.
plan-twice-by-clocks = Тај сат тог дана долази два пута, јер се казаљке враћају (поље „{ $field }“). Изаберите други сат.
plan-past = То време је већ прошло (поље „{ $field }“). Напишите време које тек долази.
plan-before-start = Крај није после почетка. Напишите дане и сате поново.
plan-after-start = Тај рок је после почетка обуке (поље „{ $field }“). Изаберите ранији.
plan-unknown-language = Изаберите језик обуке дугметом.

# Списак обука
manage-title-ahead = Предстојеће обуке
manage-title-past = Прошле обуке
manage-none-ahead = Нема предстојећих обука. Нова обука: /novaobuka
manage-none-past = Још нема прошлих обука.
button-past = Прошле обуке ({ $count })
button-ahead = Предстојеће обуке ({ $count })
button-before = ‹ Претходне
button-after = Следеће ›
button-all = Све обуке
button-certificates = Потврде
button-evaluation = Оцене
button-quiz = Квиз
manage-how = Додирните обуку за измене, пријаве и списак. Нова обука: /novaobuka
manage-line = { $days }, { $state }, места: { $taken } од { $capacity }
state-draft = нацрт
state-open = пријаве отворене
state-closed = пријаве затворене
state-deadline-passed = рок за пријаву је истекао
state-started = почела
state-cancelled = отказана
state-over = завршена

# Картица обуке за тренере
card-state = Стање
card-places = Места
card-places-value = { $confirmed } потврђено од { $capacity }
card-offered = Понуђена места
card-waitlisted = На листи чекања
card-requested = Чека одобрење
card-unknown = Те обуке више нема. Све обуке: /upravljanje
button-roll = Пријаве ({ $count })
button-edit = Измени
button-copy = Копирај
button-open = Отвори пријаве
button-close = Затвори пријаве
button-cancel-session = Откажи обуку
button-reminders = Подсетници
button-broadcast = Порука учесницима
button-history = Историја
button-export = Извези списак
button-link = Линк за пријаву
button-back = Назад
opened = Пријаве су отворене. Обуку виде сви у /obuke. Пошаљите им и линк за пријаву.
closed = Пријаве су затворене. Ко је пријављен, остаје пријављен.
already-open = Пријаве су већ отворене.
already-closed = Пријаве су већ затворене.
not-open = Ово је нацрт, па нема шта да се затвори.
session-cancelled = Ова обука је отказана, па се више не мења. Можете је копирати.
session-over = Ова обука је прошла, па се више не мења. Можете је копирати.
created-draft = Нацрт је сачуван. Видите га само Ви и остали тренери.
created-open = Обука је објављена и пријаве су отворене.
changed = { $told ->
    [0] Измене су сачуване.
    [one] Измене су сачуване. Обавештена је { $told } особа.
    [few] Измене су сачуване. Обавештене су { $told } особе.
   *[other] Измене су сачуване. Обавештено је { $told } особа.
  }
changed-offered = { $offered ->
    [one] Ослободило се { $offered } место и понуђено је следећој особи у реду.
    [few] Ослободила су се { $offered } места и понуђена су следећима у реду.
   *[other] Ослободило се { $offered } места и понуђена су следећима у реду.
  }
nothing-changed = Ништа није промењено: све је као и пре.
link-text = Овај линк можете да проследите коме год желите. Ко га отвори, види обуку и може да се пријави:
cancel-ask = Зашто се обука „{ $title }“ отказује? Напишите разлог: послаћу га свима који су пријављени.
cancel-confirm = { $count ->
    [0] Обука „{ $title }“ ће бити отказана. Нико још није пријављен.
    [one] Обука „{ $title }“ ће бити отказана и о томе ћу обавестити { $count } особу, са овим разлогом: „{ $reason }“
    [few] Обука „{ $title }“ ће бити отказана и о томе ћу обавестити { $count } особе, са овим разлогом: „{ $reason }“
   *[other] Обука „{ $title }“ ће бити отказана и о томе ћу обавестити { $count } особа, са овим разлогом: „{ $reason }“
  }
cancel-final = Отказана обука не може поново да се отвори.
button-cancel-yes = Да, откажи обуку
button-cancel-no = Не, нека остане
cancel-done = { $told ->
    [0] Обука је отказана.
    [one] Обука је отказана. Обавештена је { $told } особа.
    [few] Обука је отказана. Обавештене су { $told } особе.
   *[other] Обука је отказана. Обавештено је { $told } особа.
  }

# Пријаве и ред
roll-title = Пријаве: { $title }
roll-none = Још нема пријава.
roll-counts = Потврђено { $confirmed } од { $capacity }, понуђено { $offered }, на чекању { $waiting }, чека одобрење { $requested }.
roll-confirmed = Имају место, по општинама
roll-requested = Чекају одобрење
roll-line = Листа чекања
roll-line-rule = Редослед: прво општине које још немају место, па време пријаве.
roll-out = Више нису пријављени
roll-municipality = { $name } ({ $count })
roll-choose = Додирните особу да бисте је померили, уклонили, одобрили или јој писали.
button-more-people = Остали ({ $from }–{ $to })
button-add = Додај особу
status-requested = чека одобрење
status-waitlisted = на листи чекања
status-offered = понуђено место до { $until }
status-offered-open = понуђено и другима, место добија ко први потврди, до { $until }
status-confirmed = потврђено
status-declined = одбијена понуда
status-expired = понуда истекла
status-cancelled = отказано
status-removed = уклоњено
status-substituted = место уступљено
moved-first = померено на почетак
moved-last = померено на крај
erased-person = обрисани подаци

# Особа
person-session = Обука
person-municipality = Општина
person-council-role = Улога у савету
person-experience = Искуство
person-email = Е-пошта
person-status = Стање
person-position = Место у реду
person-requested-at = Време пријаве
button-approve = Одобри
button-decline = Одбиј
button-move-first = На почетак реда
button-move-last = На крај реда
button-move-rule = Врати по правилу
button-remove = Уклони
button-message = Пошаљи поруку
button-to-roll = Све пријаве
ask-reason-remove = Зашто уклањате пријаву: { $name }? Напишите разлог; послаћу га тој особи.
ask-reason-decline = Зашто одбијате пријаву: { $name }? Напишите разлог; послаћу га тој особи.
ask-reason-move = Зашто мењате место у реду: { $name }? Напишите разлог; видеће га та особа, а остаје и у историји.
ask-reason-add = Зашто додајете особу: { $name }? Напишите разлог; остаје у историји.
ask-message = Напишите поруку за: { $name }. Стићи ће од бота, са називом обуке.
ask-name = Кога додајете? Напишите име и презиме (или део) особе која је већ писала боту и оставила податке. Ко још није, може да се пријави преко линка:
reason-own-wish = на лични захтев
reason-double = двострука пријава
reason-agreed = договорено са општином
reason-not-invited = обука није намењена тој групи
reason-empty = Напишите разлог речима, бар неколико слова.
reason-long = Разлог има превише знакова: { $length }, а може највише { $most }. Скратите га.
message-empty = Напишите поруку речима.
message-long = Порука има превише знакова: { $length }, а може највише { $most }. Скратите је.
found-none = Нисам нашао никога ко се зове „{ $text }“. Проверите како се пише или пошаљите линк за пријаву; можете и да напишете друго име.
found-title = Кога од њих додајете?
found-many = Нашао сам их више; ово су први. Напишите и презиме да бих сузио избор.
done-approved-confirmed = Одобрено: { $name } има место.
done-approved-waitlisted = Одобрено: { $name } је на листи чекања, { $position }. у реду.
done-declined = Пријава је одбијена: { $name }.
done-removed = Пријава је уклоњена: { $name }.
done-moved = Место у реду је промењено: { $name }, сада { $position }. у реду.
done-moved-offered = { $name }: место је одмах понуђено.
done-added-confirmed = Додато: { $name } има место.
done-added-waitlisted = Додато: { $name } је на листи чекања, { $position }. у реду.
done-told = Обавештење је послато.
told-in-the-morning = Да никога не будим ноћу, стиже ујутру од 8 сати.
done-untold = Учесник о томе још није био обавештен, па не добија ништа.
done-to-call = Нема Телеграм: позовите ({ $contact }).
call-unknown = број није уписан
person-call = Нема Телеграм, позовите
without-telegram = нема Телеграм
done-message = Порука је послата: { $name }.
no-person = Та особа је обрисала своје податке, блокирала бота или нема Телеграм, па јој не могу писати.
not-requested = Ова пријава више не чека одобрење. Сада: { $status }.
not-signed-up = Та особа више није пријављена. Сада: { $status }.
not-in-line = Та особа није на листи чекања. Сада: { $status }.
already-signed-up = Већ постоји пријава: { $name }. Стање: { $status }.
profile-incomplete = У подацима још нема општине: { $name }. Пошаљите линк за пријаву, па ће бот сам питати.
sign-up-unknown = Те пријаве више нема.
started = Обука је већ почела, па се пријаве више не мењају.

# Историја
history-title = Историја: { $title }
history-none = Још се ништа није догодило.
history-line = { $at } – { $what } ({ $actor })
history-own = { $at } – { $what }
history-reason = Разлог: „{ $reason }“
history-nobody = по правилу
history-erased = особа без података
history-more = Приказано је последњих { $count }. Све је у извозу.
event-created = направљена обука
event-changed = измењено: { $fields }
event-opened = отворене пријаве
event-closed = затворене пријаве
event-cancelled = обука отказана
event-message = послата порука: { $subject }
noted-tapped = присуство за { $day }: { $people ->
    [one] унето за { $people } особу
    [few] унето за { $people } особе
   *[other] унето за { $people } особа
}
noted-code = присуство за { $day }: кодом се пријавило { $people }
noted-walk-in = присуство за { $day }: пуштена особа са стране { $subject }
noted-corrected = присуство за { $day }: исправљено за { $people ->
    [one] { $people } особу
    [few] { $people } особе
   *[other] { $people } особа
}
noted-undone = па поништено
event-programme = промењен програм
change-signed-up = пријава: { $subject }, { $status }
change-added = додато: { $subject }, { $status }
change-approved = одобрено: { $subject }, { $status }
change-offered = понуђено место: { $subject }, до { $until }
change-accepted = место потврђено: { $subject }
change-declined = понуда одбијена: { $subject }
change-expired = понуда истекла: { $subject }
change-withdrawn = понуда повучена: { $subject }
change-cancelled = пријава отказана: { $subject }
change-removed = уклоњено: { $subject }
change-moved-first = на почетак реда: { $subject }
change-moved-last = на крај реда: { $subject }
change-moved-rule = враћено по правилу: { $subject }
change-joined = спојено са Телеграмом: { $subject }
change-substituted = место уступљено: { $subject }
change-took-over = место преузето: { $subject }

# Извоз
export-sheet = Пријаве
export-history-sheet = Историја
export-file = prijave-{ $id }
export-caption = Списак за обуку „{ $title }“: { $count ->
    [one] { $count } пријава.
    [few] { $count } пријаве.
   *[other] { $count } пријава.
  } У њему су лични подаци: чувајте га и не прослеђујте га даље.
export-caption-csv = Исти списак као CSV.
column-n = Р. бр.
column-name = Име и презиме
column-municipality = Општина
column-status = Стање
column-position = Место у реду
column-council-role = Улога у савету
column-experience = Искуство
column-phone = Телефон
column-email = Е-пошта
column-requested-at = Време пријаве
column-when = Кад
column-who = Ко
column-what = Шта
column-reason = Разлог
status-short-requested = чека одобрење
status-short-waitlisted = на листи чекања
status-short-offered = понуђено место
status-short-confirmed = потврђено
status-short-declined = одбијена понуда
status-short-expired = понуда истекла
status-short-cancelled = отказано
status-short-removed = уклоњено
status-short-substituted = место уступљено
answer-sent-morning = Одговор је примљен и стиже ујутру од 8 сати, да никога не будим ноћу.
answer-sent = Одговор је послат.
decide-title = { $count ->
    [one] { $count } пријава чека Вашу одлуку.
    [few] { $count } пријаве чекају Вашу одлуку.
   *[other] { $count } пријава чека Вашу одлуку.
  }
button-decide = Одлучи ({ $count }): { $title }
nobody-moved = Ред је већ такав: { $name } је { $position }. у реду. Ништа није промењено и никоме није јављено.
button-write-confirmed = Порука потврђенима
button-programme = Програм
button-questions = Питања и преглед за кухињу
button-dashboard = Отвори преглед
change-undone = поништена последња промена: { $subject }, сада { $status }
button-undo = Поништи: { $what } (до { $until })
done-undone = Поништено. { $name }: { $status }.
done-undone-passed-on = Поништено, али место је у међувремену понуђено другоме и остаје њему. { $name } је на почетку реда.
undo-reason = Место је у међувремену понуђено другоме, па сте на почетку реда.
not-undoable = То више не може да се поништи: прошло је десет минута, или се у међувремену нешто променило.
act-approved = одобрење
act-added = додавање
act-removed = уклањање
act-moved = померање у реду
has-blocked = бот је блокиран
has-twin = исто име и општина као још неко овде
person-blocked = Бот је код ове особе блокиран: поруке не стижу.
person-twins = { $count ->
    [one] Исто име и општину има још { $count } особа. Проверите да није исти човек са два налога.
    [few] Исто име и општину имају још { $count } особе. Проверите да није исти човек са више налога.
   *[other] Исто име и општину има још { $count } особа. Проверите да није исти човек са више налога.
  }
