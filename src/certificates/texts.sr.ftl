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
