command-poruka = Порука учесницима
why-choose = Обавештења бирате командом /obavestenja
why-everyone = Поруку Вам шаље тим за обуке, јер користите ЛАП Саветника.
why-municipalities = Поруку Вам шаље тим за обуке, јер сте из општине на коју се односи.
why-never-attended = Поруку Вам шаље тим за обуке, јер још нисте били на обуци.
why-unanswered = Поруку Вам шаље тим за обуке, јер сте питали о овој теми, а нисте добили одговор.
why-concerned = Вести сте искључили, али ова порука се тиче обуке „{ $title }“ на којој имате место, па Вам је ипак шаљем.
why-session-confirmed = Поруку Вам шаље тим за обуке, јер имате место на обуци „{ $title }“.
why-session-line = Поруку Вам шаље тим за обуке, јер чекате место на обуци „{ $title }“.
why-session-all = Поруку Вам шаље тим за обуке, јер сте пријављени на обуку „{ $title }“.
button-session = Обука: { $title }
pick-audience = Коме шаљете поруку? Можете да изаберете више група; ко је у више њих, добиће је само једном.
audience-session-button = Учесницима једне обуке
audience-municipalities-button = Људима из изабраних општина
audience-everyone-button = Свима
audience-never-attended-button = Онима који још нису били на обуци
audience-unanswered-button = Онима без одговора на питање
audience-session-confirmed = потврђени: { $title }
audience-session-line = на чекању: { $title }
audience-session-all = сви пријављени: { $title }
audience-municipalities = људи из општина: { $names }
audience-everyone = сви
audience-never-attended = они који још нису били на обуци
audience-unanswered = они без одговора на питање о теми „{ $topic }“
audience-missed = они који нису добили претходну поруку
audience-gone = обука које више нема
chosen-audiences = Изабрано:
button-next = Даље
button-cancel = Одустани
button-back = Назад
pick-session = За коју обуку?
no-sessions = Нема обука за које бисте могли да пошаљете поруку.
pick-who = Коме са обуке „{ $title }“?
who-confirmed = Потврђенима
who-line = Онима на чекању
who-all = Свим пријављенима
ask-municipalities = Упишите општину или град, један назив у поруци. Кад завршите, додирните „Даље“.
municipalities-so-far = Изабране општине: { $names }
municipality-unknown = Не налазим „{ $text }“ међу градовима и општинама. Проверите како је написано или упишите само почетак.
municipality-which = Која?
ask-topic = О чему су питали? Упишите тему, на пример: „субвенције за покретање посла“.
topic-empty = Упишите бар једну реч која казује о чему је питање.
ask-content = Напишите поруку онако како треба да стигне: текст са обликовањем, а по жељи и једна слика или документ. Пишите ћирилицом: ко чита латиницу, добиће је латиницом.
content-empty = Порука нема текста. Напишите је или пошаљите слику или документ са описом.
content-too-long = Порука има превише знакова: { $length }, а може највише { $most }. Скратите је и пошаљите поново; претходни кораци су сачувани.
content-album = Више слика или докумената одједном не могу да проследим. Пошаљите једну слику или један документ, са описом.
content-not-understood = Ову врсту поруке не умем да проследим. Пошаљите текст, једну слику или један документ.
ask-button = Да ли да испод поруке стоји дугме?
button-none = Без дугмета
button-to-session = Дугме ка обуци
button-to-question = Дугме ка питању
ask-question = Упишите питање које дугме поставља, на пример: „Ко усваја ЛАП?“ Највише 60 знакова.
question-too-long = Питање на дугмету може да има највише 60 знакова, а ово их има { $length }. Скратите га и пошаљите поново.
preview-cyrillic = Овако ће је видети ко чита ћирилицу:
preview-latin = А овако ко чита латиницу:
preview-for = Примаоци:
preview-title = Преглед поруке
preview-reach = { $people ->
    [one] Добиће је { $people } особа.
    [few] Добиће је { $people } особе.
   *[other] Добиће је { $people } особа.
  }
preview-blocked = Не могу да им пишем, јер су блокирали бота или им је налог угашен: { $count }
preview-to-call = Немају Телеграм, па ћете добити њихове бројеве да их позовете: { $count }
to-call = Порука коју сте послали не стиже свима.
preview-opted-out = Искључили су обавештења: { $count }
preview-nobody = У изабраним групама нема никога коме бих могао да пишем. Промените коме шаљете.
button-send-now = Пошаљи одмах
button-send-later = Пошаљи касније
button-send-me = Пошаљи само мени
button-edit-text = Измени поруку
button-edit-audience = Измени коме шаљем
sent-to-you = Послато само Вама, овако:
ask-time = Кад да пошаљем? Упишите дан и час, на пример: „сутра у 10“ или „12. 3. 2026. у 9:30“.
time-not-understood = Не разумем „{ $text }“ као дан и час. Упишите, на пример: „сутра у 10“ или „12. 3. 2026. у 9:30“.
time-past = То време је већ прошло: { $time }. Упишите време које тек долази.
time-no-such-day = Таквог дана нема у календару. Проверите датум.
quiet-hours = Између 21 и 8 часова не узнемиравам људе. Да поруку пошаљем ујутру ({ $time }) или ипак одмах?
quiet-hours-later = Изабрано време ({ $time }) пада између 21 и 8 часова, кад не узнемиравам људе. Да поруку пошаљем ујутру ({ $morning }) или ипак тада?
button-morning = Ујутру у 8
button-insist = Ипак тада
button-now = Ипак одмах
session-cancelled = Обука „{ $title }“ је отказана. Да ли ипак да пошаљем поруку?
button-anyway = Ипак пошаљи
button-in-preview = Ово је само преглед. Дугме ће радити кад порука стигне.
answered-already = Одговор је већ послат; погледајте последње поруке.
confirm-many = { $people ->
    [one] Поруку ће добити { $people } особа. Да ли сте сигурни?
    [few] Поруку ће добити { $people } особе. Да ли сте сигурни?
   *[other] Поруку ће добити { $people } особа. Да ли сте сигурни?
  }
button-confirm = Да, пошаљи
ordered-now = Слање почиње. Докле се стигло, видећете у поруци испод.
ordered-later = Порука је заказана: { $time }. Овде можете да је погледате и откажете: /poruka
progress-title = { $state ->
    [paused] Слање је заустављено
    [finished] Слање је завршено
    [cancelled] Слање је отказано
   *[running] Шаљем поруку
  }
progress-quiet = Ноћу не шаљем. Наставак: { $time }.
progress-sent = Послато: { $count }
progress-waiting = Чека: { $count }
progress-unknown = Можда нису добили (веза је пукла при слању; не шаљем поново): { $count }
progress-failed-blocked = Блокирали су бота или им је налог угашен: { $count }
progress-failed-refused = Телеграм није прихватио: { $count }
progress-failed-dropped = У међувремену су искључили обавештења или обрисали податке: { $count }
progress-failed-not-sent = Није послато, јер је слање отказано: { $count }
progress-left = { $minutes ->
    [0] Још мање од минута.
    [one] Још око { $minutes } минут.
    [few] Још око { $minutes } минута.
   *[other] Још око { $minutes } минута.
  }
button-pause = Заустави
button-resume = Настави
button-stop = Откажи слање
button-state = Докле се стигло
button-text = Погледај поруку
state-line = Послато: { $sent }. Чека: { $waiting }.
state-paused = Послато: { $sent }. Чека: { $waiting }. Телеграм тражи паузу до { $time }; потом настављам.
telegram-pause = Телеграм тражи паузу до { $time }.
reason-session-cancelled = Слање је стало јер је у међувремену отказана обука на коју се порука односи.
reason-author-gone = Слање је прекинуто јер аутор поруке више нема улогу тренера.
result-below = Резултат је у поруци испод.
result-nobody = У изабраним групама више није било никога коме бих могао да пишем.
scheduled-how = Док не дође време, можете да је откажете.
result-title = { $state ->
    [cancelled] Слање је отказано
   *[finished] Порука је послата
  }
button-again = Пошаљи онима који нису добили
control-done = { $control ->
    [pause] Слање је заустављено. Оно што је већ на путу још ће стићи.
    [resume] Слање се наставља.
   *[cancel] Слање је отказано.
  }
control-over = Слање је већ завршено или отказано.
control-unknown = Те поруке више нема.
staff-only = Поруке учесницима шаљу само тренери и координатори.
nothing-missed = Сви који су могли да добију поруку, добили су је.
list-title = Последње поруке
list-line-scheduled = заказана: { $time }
list-line-running = шаље се
list-line-paused = заустављена
list-line-finished = послата; примљено: { $sent }
list-line-cancelled = отказана; послато: { $sent }
button-new = Нова порука
button-go-on = Настави започету
dialogue-left = Прекинуто. Порука није послата.
stale = Ова порука је застарела. Почните поново: /poruka
untitled = (само слика или документ)
ask-correction = Напишите поруку онако како треба да гласи. Њен текст ће стајати свуда где је порука већ стигла.
correction-keeps-file = Слика или документ остаје какав је послат.
correction-no-file = Слику или документ не могу да ставим у поруке које су већ стигле. Пошаљите само текст, или повуците поруку и пошаљите нову.
correction-sure = { $people ->
    [0] Да порука гласи овако?
    [one] Да порука гласи овако и код { $people } човека који је већ има?
   *[other] Да порука гласи овако и код { $people } људи који је већ имају?
  }
button-correct = Исправи поруку
button-correct-yes = Да, исправи
button-withdraw = Повуци поруку
withdraw-sure = { $people ->
    [0] Да повучем поруку?
    [one] Да повучем поруку од { $people } човека?
   *[other] Да повучем поруку од { $people } људи?
  }
withdraw-how = Где је Телеграм још даје да се обрише, нестаће; старију од 48 сати замениће реч да је повучена. То не може да се врати.
button-withdraw-yes = Да, повуци
button-withdraw-no = Не, нека остане
kept-as-it-is = Порука остаје каква јесте.
change-ordered = { $kind ->
    [withdrawn] Повлачим поруку од { $people } људи. Кад буде готово, написаћу Вам код колико их више нема.
   *[corrected] Исправљам поруку код { $people } људи. Кад буде готово, написаћу Вам код колико њих. Ко је још није добио, добиће исправљену.
  }
corrected-before-sending = Порука је исправљена и отићи ће тако кад јој дође време.
withdrawn-already = Та порука је већ повучена.
change-nobody = Ту поруку нико није добио.
changed-title = { $kind ->
    [withdrawn] Порука је повучена
   *[corrected] Порука је исправљена
  }
change-under-way = { $kind ->
    [withdrawn] Повлачење је у току.
   *[corrected] Исправка је у току.
  }
changed-done = { $kind ->
    [withdrawn] Обрисана: { $count }
   *[corrected] Исправљена: { $count }
  }
changed-replaced = Старија од 48 сати, па уместо ње пише да је повучена: { $count }
changed-refused = Нису је више имали у ћаскању, или Телеграм није прихватио: { $count }
changed-unknown = Не зна се да ли су је добили: { $count }
withdrawn-copy = Ова порука је повучена.
button-more = Исправи, повуци, погледај
