matter-approval = Пријава чека Вашу одлуку: { $name } ({ $municipality }), обука „{ $title }“.
matter-approval-more = Следеће пријаве које чекају видећете у дневном прегледу и у /upravljanje
matter-late-cancel = После рока је отказан долазак: { $name } ({ $municipality }), обука „{ $title }“.
matter-reason = Разлог: { $reason }
matter-empty-seat = { $free ->
    [one] На обуци „{ $title }“ слободно је { $free } место, а нико га не чека.
    [few] На обуци „{ $title }“ слободна су { $free } места, а нико их не чека.
   *[other] На обуци „{ $title }“ слободно је { $free } места, а нико их не чека.
  }
matter-starts = Почетак: { $when }
matter-word = { $name } ({ $municipality }) пише о обуци „{ $title }“:
matter-word-how = Одговорите на ову поруку (Одговори, Reply) или додирните дугме.
matter-somebody = Особа чији су подаци обрисани
button-reply = Одговори
button-person = Отвори пријаву
call-offer = Особи без Телеграма понуђено је слободно место на обуци „{ $title }“. Одговор чекам до { $until }
call-offer-expired = Особа без Телеграма није одговорила до рока, па понуђено место на обуци „{ $title }“ прелази следећем у реду.
call-offer-gone = Место на обуци „{ $title }“ је попуњено. Особа без Телеграма остаје на листи чекања.
call-changed = Обуци „{ $title }“ су промењени подаци, а некима нисам могао да јавим.
call-cancelled = Обука „{ $title }“ је отказана, а некима нисам могао да јавим.
call-them = Нема Телеграм: позовите.
call-unknown = број није уписан
call-more = { $count ->
    [one] И још { $count } особа: видите списак пријава.
    [few] И још { $count } особе: видите списак пријава.
   *[other] И још { $count } особа: видите списак пријава.
  }
matter-same-person = { $name } ({ $municipality }) сада има Телеграм. Особа истог имена из исте општине већ је уписана на обуку „{ $title }“ без Телеграма. Да ли је то иста особа?
matter-same-how = Ако јесте, њена места прелазе у бот, па ће поруке стизати њој.
matter-claimed = { $name } ({ $municipality }) има Телеграм: место на обуци „{ $title }“ је преузето личним линком. Поруке сада стижу тој особи.
button-same = Да, иста особа
button-not-same = Није иста
call-reminder = Време је за подсетник: обука „{ $title }“, { $when }. Некима не могу да га пошаљем.
