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
add-none = Нема никога са тим именом. Пошаљите особи линк за пријаву из разговора.
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
