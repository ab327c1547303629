list-ahead = Предстојеће обуке
list-past = Одржане обуке
list-none = Овде још нема ниједне обуке.
to-past = Одржане обуке: { $count }
to-ahead = Предстојеће обуке: { $count }
tile-places = { $taken } од { $capacity } места
tile-waiting = чека: { $count }
tile-requested = тражи одобрење: { $count }

# Једна обука

to-session = Обука
about-session = О обуци
to-add = Додај особу
to-overview = Собе и оброци
to-programme = Програм
programme-seen = Овако га учесници добијају
programme-document = Учесници добијају и документ.
programme-picture = Учесници добијају и слику.
programme-send = Пошаљи ми у разговор
programme-sent = Програм је послат у разговор са ботом.
programme-text = Текст програма
programme-hint = Сваки ред је нови пасус.
programme-empty = Напишите програм, или испод додајте документ.
programme-file = Документ или слика програма
programme-file-hint = Један документ (PDF, Word) или једна слика, највише { $most } MB. Замењује ранији документ; текст програма остаје.
programme-file-send = Сачувај документ
programme-file-none = Изаберите документ или слику.
programme-file-large = Документ је превелик: може највише { $most } MB. Сачувајте га као PDF или смањите слике у њему.
programme-file-failed = Телеграм није примио документ, па програм није промењен. Покушајте поново за који минут, или га пошаљите у разговору: картица обуке, па „Програм“.
programme-file-yours = Програм обуке, овако га добијају учесници
to-certificates = Потврде
certificates-given = Издате потврде: { $count }
certificates-rule = Ко добија потврду
to-papers = Документи
papers-how = Све стиже у Ваш разговор са ботом, одакле се отвара, штампа и прослеђује.
papers-print = За штампу
papers-day = Дан, за лист за потпис
papers-list = Списак пријављених
certificate-send-again = Пошаљи поново учеснику
papers-to-me = Пошаљи ми у разговор
papers-sent = Послато је у разговор са ботом.
to-history = Историја
history-of = Историја обуке
overview-of = Собе, оброци и одговори
state-open = Отвори пријаве
state-close = Затвори пријаве
cancel-session = Откажи обуку
cancel-says = Отказивање је коначно. Поруку са разлогом добија свако ко је пријављен: { $count }.
cancel-reason = Разлог, који ће сви прочитати
cancel-yes = Откажи обуку за све
nothing-done = Ништа није промењено.
undo-several = { $count ->
    [one] Поништи за { $count } особу (десет минута)
    [few] Поништи за { $count } особе (десет минута)
   *[other] Поништи за { $count } особа (десет минута)
}
done-before = То је већ урађено. Овако је сада.

# Људи

roll-counts = Потврђено { $confirmed } од { $capacity }, понуђено { $offered }, на чекању { $waiting }, тражи одобрење { $requested }
roll-requested = Траже одобрење: { $count }
roll-place = Имају место: { $count }
roll-line = На листи чекања: { $count }
roll-out = Нису више пријављени: { $count }
roll-line-rule = Прво општине које још немају место, редом пријављивања, па остали.
roll-nobody = Овде нема никога.
choose-all = Изабери све
chosen = Изабрано
open-person = { $name }: подаци и разлог места
moved-first = стављен на почетак
moved-last = стављен на крај
filter-words = Име или општина
filter-standing = Прикажи
filter-all = све
filter-requested = траже одобрење
filter-place = имају место
filter-line = листу чекања
filter-out = ко је одустао
acts = Шта да се уради са изабранима
act-approve = Одобри
act-decline = Одбиј
act-first = На почетак реда
act-last = На крај реда
act-rule = Врати по правилу
act-message = Пошаљи поруку
act-remove = Уклони
words = Разлог или порука
words-hint = Прочитаће је особа које се тиче. Чести разлози: { $reasons }
fault-nobody = Изаберите бар једну особу.
fault-no-reason = Напишите разлог речима; особа ће га прочитати.
fault-no-message = Напишите поруку.
fault-too-long = Текст има { $length } знакова, а највише је { $most }.
told-more = И још { $count }.

why-read = Шта особа прочита под „Зашто?“

# Додавање

add-name = Име особе
add-how = Упишите почетак имена или презимена. Виде се људи који су се представили боту.
add-none = Нема никога са тим именом. Ако особа има Телеграм, пошаљите јој линк за пријаву из разговора; ако нема, упишите је испод.
add-choose = Кога додајете
add-reason = Разлог, који ће особа прочитати
add-yes = Додај на обуку

# Присуство

attendance-of = Присуство
attendance-reason = Разлог, само за измену дана који је прошао
attendance-needs-reason = Тај дан је прошао. Напишите изнад зашто се мења, па додирните поново.
days = Дани
to-code = Код за учеснике
code-square = Квадратни код за скенирање

# Образац

form-new = Нова обука
form-edit = Измена обуке
to-new = Нова обука
to-edit = Измени
to-copy = Копирај
form-draft = Ово сте започели раније. Наставите, или почните испочетка дугметом испод.
form-faulty = Обука није сачувана. За исправку: { $count }.
form-open = Сачувај и отвори пријаве
form-keep = Сачувај као нацрт
form-save = Сачувај измене
form-drop = Почни испочетка
created-open = Обука је сачувана и пријаве су отворене.
created-draft = Обука је сачувана као нацрт. Виде је само тренери док не отворите пријаве.
field-title = Назив
field-module = Модул, ако га има
field-description = Опис
field-place = Место
field-days = Дани и сати
field-capacity = Број места
field-quota = Највише места из једне општине
field-reserved = Чува се за општине које још немају место
field-reserved-until = Чува се до
field-sign-up-until = Пријаве до
field-cancel-until = Отказивање без разлога до
field-approval = Сваку пријаву одобрава тренер
field-language = Језик обуке
hint-quota = Празно: без ограничења.
hint-reserved = Празно: ниједно.
hint-usual = Празно: уобичајени рок, неколико дана пре почетка.
hint-days = Дан без датума се не рачуна. Дани могу да имају различите сате и размаке између себе.
day-number = { $number }. дан
day-from = од
day-until = траје до дана
day-to = до
day-more = Још један дан
preview-title = Овако ће видети: { $title }
preview-missing = Још недостаје
enter-title = Особа без Телеграма
enter-how = Место добија по истом реду као сви. Уместо порука добијате њен број да је позовете.
enter-name = Име и презиме
enter-municipality = Општина или град
enter-phone = Телефон
enter-email = Мејл
enter-another = Ово је друга особа истог имена из исте општине
enter-yes = Упиши
enter-how-now = Дан обуке је отворен: место добија одмах, а присуство данас се бележи. Уместо порука добијате њен број да је позовете.
enter-known = Већ знам некога ко се зове { $name }, { $municipality }. Ако је то иста особа, изаберите је изнад; ако није, означите да је друга и упишите је поново.
enter-answer = Понуђено је место, а особа нема Телеграм. Шта је рекла?
enter-coming = Долази
enter-not-coming = Не долази
walk-in = Дошао је неко ко није на списку
walk-in-yes = Пусти и забележи присуство
to-asks = Питања и подсетници
asks-saved = Сачувано.
asks-questions = Шта обука пита учеснике
asks-own = Сопствено питање
asks-own-all = Сопствена питања
asks-own-apart = Питања раздвојте празним редом.
asks-add = Додај питање
asks-drop = Уклони
asks-reminders = Када обука подсећа
asks-note = Шта понети (иде уз подсетнике)
asks-save = Сачувај
asks-material = Материјал који иде уз захвалницу шаље се у разговору, у /podsetnici.
drop-first = Пустите овде: на почетак листе
drop-last = Пустите овде: на крај листе
dropped = Изаберите или упишите разлог, па потврдите дугметом „{ $act }“.

# Поруке

words-waiting = Чекају одговор: { $count }
words-exchanged = Преписка
words-of-staff = Тренер
words-of-person = Учесник
