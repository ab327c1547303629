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
