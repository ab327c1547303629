import { foldedWords } from './fold.ts'

/**
 * Words that carry the grammar of a question and not its subject, folded: pronouns, prepositions, conjunctions,
 * auxiliary verbs, courtesies, in Serbian and English. Everyday questions are full of them, and training material is not.
 */
const FUNCTION_WORDS = new Set(
  // pronouns and question words
  (
    'ja ti mi vi oni one on ona ono me te ga ih je ju nas vas nam vam im mu joj njim njima njih nama vama meni tebi sebi sebe se ' +
    'ko sta koji koja koje kog koga kome kojem kojoj kojim kojih koju kakav kakva kakvo kakvi kakve cega cemu cime ciji cija cije ' +
    'kako kad kada gde kuda odakle otkud zasto zbog koliko kolika koliki kolike kolko dokle ' +
    'ovo ova ovaj ovi ove ovu ovog ovom ovim to ta taj ti te tu tog tom tim tih tome toga neki neka neko neke nekog nekom nesto neku ' +
    'nista niko svi sve svako svaki svaka svoj svoja svoje svog svojoj svom nas nasa nase nasi nasu nasoj nasem nasih nasim vas vasa vase ' +
    // auxiliary and modal verbs
    'sam si smo ste su bio bila bilo bili bile bi bismo biste cu ces ce cemo cete nije nisu nismo niste nisam jel jesu jeste jesam ' +
    'imam ima imamo imate imaju nema nemamo nemaju treba trebalo trebaju mora moramo morate moraju morati moze mogu mozemo mozete mozes ' +
    'smemo smem sme smeju smete hocu hoce hocemo hocete zelim zelimo znaci zna znamo znam znate ide idu dode kaze kazu kazite reci recite ' +
    // conjunctions, prepositions, particles
    'i a ali ili pa te ni niti nego no vec dok da li jer iako ako mada sto eto evo bas samo jos opet sad sada onda tad tada tu ovde tamo ' +
    'u na o ob od do iz za sa s k ka po pod pri pre posle preko kroz bez kod oko uz medu izmedu prema protiv osim umesto radi ' +
    'li ne nek neka sve vise manje najvise najmanje puno malo dosta mnogo jako vrlo uopste stvarno zapravo otprilike tacno bar barem cak valjda mozda ' +
    'takode inace uvek nikad nekad ponekad odmah brzo cesto jedan jedna jedno jednu dva dve tri ' +
    // courtesies and asking
    'molim hvala zdravo dobar dan pozdrav hej e brate ljudi daj dajte dati pokazi objasni objasnite pomozite pitanje pitam zanima interesuje me pls ok okej hm aha ' +
    // English
    'the a an of and or in on at to for from by with about as is are was were be been being am it its this that these those there here ' +
    'what which who whom whose how why when where do does did done can could may might must shall should will would have has had ' +
    'i you he she we they me us them my your our their his her not no yes if then than so but also only just any some all every each ' +
    'much many more most other into out up down over under between please hello thanks tell give show get make need want'
  ).split(' '),
)

/** Whether a folded word carries grammar only. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word)
}

/** The folded words of a text that are about something. */
export function tellingWordsOf(text: string): string[] {
  return foldedWords(text).filter((word) => !isFunctionWord(word))
}
