# На папиру
paper-title = Потврда
paper-subtitle = о учешћу на обуци
paper-name = Име и презиме
paper-training = Обука
paper-module = Модул
paper-attended = Присуство
paper-attended-value = { $dates } ({ $days } од { $of } дана)
paper-hours = Укупно
paper-place = Место
paper-issued = Издата
paper-issuer = Издаје
paper-number = Број потврде
paper-check-page = Да ли важи, проверава се кодом поред овог текста или на страници { $page }, уписивањем броја. Страница показује све што овде пише.
paper-check-bot = Да ли важи, проверава се кодом поред овог текста или у Telegram-у код @{ $bot }, поруком „провери { $number }“. Одговор показује све што овде пише.
paper-electronic = Издата је електронски и важи без печата и потписа.
hours = { $hours ->
    [one] { $hours } сат
    [few] { $hours } сата
   *[other] { $hours } сати
  }
minutes = { $minutes ->
    [one] { $minutes } минут
    [few] { $minutes } минута
   *[other] { $minutes } минута
  }
hours-and-minutes = { $hours } и { $minutes }

# Преглед за обуку
overview-title = Потврде: { $title }
rule-all = Потврду добија ко је био на свим данима ({ $of }).
rule-some = Потврду добија ко је био бар { $least ->
    [one] { $least } дан
    [few] { $least } дана
   *[other] { $least } дана
  } од { $of }.
rule-one-day = Потврду добија ко је био на обуци.
overview-too-early = Потврде се могу дати од почетка последњег дана: { $when }.
overview-cancelled = Обука је отказана, па потврда нема.
overview-not-taken = Присуство још није унето за: { $days }.
overview-earned = Добија потврду: { $count }
overview-not-earned = Не добија потврду: { $count }
overview-nobody = По овом правилу потврду за сада не добија нико.
overview-given = Издато је: { $valid }. Замењено: { $replaced }. Повучено: { $revoked }.
overview-changes = Да би потврде биле у складу са присуством и правилом, треба: нових { $give }, замена { $replace }, повлачења { $revoke }.
overview-in-order = Сви који по правилу добијају потврду имају је.
why-too-few-days = { $days ->
    [one] { $days } дан присуства
    [few] { $days } дана присуства
   *[other] { $days } дана присуства
  }
why-not-noted = за неки дан присуство није унето
why-no-name = нема имена
why-revoked = потврда је повучена
and-others = и још { $count }
erased-person = (обрисани подаци)
button-give = Дај потврде ({ $count })
button-bring-in-order = Усклади потврде ({ $count })
button-rule = Правило
button-people = Појединачно ({ $count })
button-back = Назад
button-to-session = Назад на обуку
rule-question = На колико дана треба бити да би се добила потврда? Обука има дана: { $of }.
button-rule-all = Сви дани
button-rule-days = Бар { $days }
rule-quiz = Треба и положити квиз „{ $quiz }“ (две трећине тачних одговора, најбољи покушај). Ко нема Телеграм, не полаже.
rule-quiz-question = Да ли треба и положити квиз? Рачуна се најбољи покушај, са бар две трећине тачних одговора.
button-rule-quiz = Квиз: { $quiz }
button-rule-no-quiz = Без квиза
why-quiz = квиз није положен
rule-saved = Правило је сачувано.
given-done = Готово. Издато: { $given }, замењено: { $replaced }, повучено: { $revoked }. Учесници добијају потврде у ћаскању, једну за другом.
given-at-night = Готово. Издато: { $given }, замењено: { $replaced }, повучено: { $revoked }. Учесници добијају потврде ујутру од 8 сати.
given-nothing = Нема шта да се промени.
session-gone = Те обуке више нема.

# Једна потврда, за тренере
people-title = Потврде, једна по једна: { $title }
people-none = Још нема издатих потврда.
people-line = { $name } · { $number }
people-line-ended = { $name } · { $state }
state-valid = важи
state-replaced = замењена
state-revoked = повучена
one-state = Стање
one-reason = Разлог
button-correct-name = Исправи име
button-revoke = Повуци
button-restore = Врати
button-show-paper = Прикажи
button-send-again = Пошаљи поново
sent-again = Потврда поново стиже учеснику.
unreachable = Учесник не може да прими поруку: обрисао је податке или је блокирао бота.
ask-name = Како треба да гласи име на потврди? Сада пише: { $name }
name-unclear = Напишите име и презиме словима, највише 80 знакова.
name-same = То име већ пише на потврди.
name-corrected = Име је исправљено. Нова потврда замењује стару, која више не важи.
ask-revoke-reason = Зашто се повлачи потврда коју има { $name }? Учесник ће прочитати разлог.
reason-unclear = Напишите разлог у највише { $most } знакова.
revoked-done = Потврда је повучена. Страница за проверу то већ показује.
restored-done = Готово. Ако по правилу припада, нова потврда је издата.
certificate-gone = Та потврда више није важећа.

# Учеснику
certificate-handed = { $name } нема Телеграм: одштампајте потврду за обуку „{ $title }“ или је пошаљите мејлом.
certificate-handed-revoked = { $name } нема Телеграм: јавите да потврда више не важи.
certificate-arrived = Ваша потврда за обуку „{ $title }“ је у прилогу. Број: { $number }
certificate-replaced-arrived = Ваша нова потврда за обуку „{ $title }“ је у прилогу и замењује ранију, која више не важи. Број: { $number }
certificate-how = Може се проверити кодом на њој. Све Ваше потврде: /moje
certificate-revoked-told = Ваша потврда за обуку „{ $title }“ је повучена и више не важи.
certificate-revoked-attendance = Разлог: присуство је исправљено. Ако мислите да је то грешка, јавите се тренеру.
certificate-revoked-reason = Разлог: { $reason }
file-name = potvrda-{ $number }
mine-title = Ваше потврде
mine-none = Још немате ниједну потврду. Стиже овде кад је тренер изда после обуке.
mine-line-revoked = { $title } – повучена
mine-pick = Додирните потврду да је добијете као PDF.
mine-wrong-name = Ако име није исправно, јавите се тренеру: он издаје исправљену.
button-in-cyrillic = Ћирилицом
button-in-latin = Латиницом
button-in-english = На енглеском
not-yours = То није Ваша потврда.

# Провера
check-valid = Потврда важи.
check-replaced = Ова потврда не важи: замењена је другом { $on }.
check-revoked = Ова потврда не важи: повучена је { $on }.
check-altered = Ова потврда се не може потврдити: забележени подаци нису онакви какви су издати. Јавите се ономе ко ју је издао.
check-unknown = Потврда са бројем { $number } не постоји. Проверите да ли је број добро преписан. Ако јесте, документ није издат овде.
check-mistyped = Број потврде има 16 цифара, а у овом нешто не одговара. Проверите га и напишите поново, на пример: провери ЛС-1234-5678-9012-3456
check-too-many = Превише бројева за кратко време. Покушајте поново за који минут.
check-compare = Упоредите све са документом: PDF се може преправити, а овај одговор не може.
check-erased = Име није сачувано, на захтев особе или по истеку рока. Да ли је потврда издата на одређено име, проверите тако што ћете после броја написати то име.
check-name-right = Потврда јесте издата на то име.
check-name-wrong = Потврда није издата на то име.
check-how = Напишите број потврде, на пример: провери ЛС-1234-5678-9012-3456

# Страница за проверу
page-title = Провера потврде о учешћу
page-languages = Језик и писмо
page-how = Упишите број са потврде. Страница показује да ли потврда важи и све што на њој пише.
page-number = Број потврде
page-another = Провера друге потврде: број
page-example = ЛС-1234-5678-9012-3456
page-check = Провери
page-mistyped = Број потврде има 16 цифара, а у овом нешто не одговара. Проверите да ли је добро преписан.
page-compare = Упоредите све са документом који имате: PDF се може преправити, а ова страница не може.
page-erased = Име није сачувано, на захтев особе или по истеку рока. Можете проверити да ли је потврда издата на име које пише на документу.
page-name = Име и презиме са документа
page-check-name = Провери име
page-address = Ова страница је на адреси { $host }. Ако у прегледачу пише друга адреса, немојте јој веровати.
