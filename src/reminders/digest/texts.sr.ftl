digest-title = Преглед обука
digest-when = { $when ->
    [today] Данас
    [tomorrow] Сутра
   *[day] { $day }
  }
digest-held = Када
digest-requested = Чекају Вашу одлуку
digest-cancelled = Отказали од јуче
digest-unreachable = Не могу да им пишем (блокирали су бота)
digest-to-call = Нема Телеграм, позовите
digest-silent = Нису рекли да ли долазе
digest-idle = { $count ->
    [one] { $count } слободно место нико не чека.
    [few] { $count } слободна места нико не чека.
   *[other] { $count } слободних места нико не чека.
  }
digest-how = Додирните име да отворите пријаву.
digest-somebody = Особа чији су подаци обрисани
count-coming = { $count ->
    [one] { $count } долази
    [few] { $count } долазе
   *[other] { $count } долази
  }
count-silent = { $count ->
    [one] { $count } није одговорила
    [few] { $count } нису одговориле
   *[other] { $count } није одговорило
  }
count-cancelled = { $count ->
    [one] { $count } отказала
    [few] { $count } отказале
   *[other] { $count } отказало
  }
count-waiting = { $count ->
    [one] { $count } чека место
    [few] { $count } чекају место
   *[other] { $count } чека место
  }
count-requested = { $count ->
    [one] { $count } чека одлуку
    [few] { $count } чекају одлуку
   *[other] { $count } чека одлуку
  }
button-digest-hours = Кад да стиже преглед
hours-title = Кад да Вам стиже дневни преглед обука?
hours-at = Сада стиже у { $hour } часова, кад има шта да се јави. Хитно јављам одмах.
hours-never = Преглед сада не стиже. Хитно јављам одмах.
button-never = Не шаљи преглед
