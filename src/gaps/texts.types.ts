// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'send-title': null
  'send-who-sees': { municipality: string }
  'send-then': null
  'button-send-unsigned': null
  'button-send-signed': null
  'button-send-not': null
  'send-not': null
  'sent-unsigned': null
  'sent-signed': null
  'sent-tells': null
  'sent-silent': null
  'button-tell-off': null
  'button-tell-on': null
  'button-take-back': null
  'taken-back': null
  'too-late': null
  'refused-already-sent': null
  'refused-many-today': { most: number }
  'refused-many-waiting': null
  'send-gone': null
  'command-pitanja': null
  'queue-title': { count: string | number }
  'queue-empty': null
  'queue-line': { people: number; municipalities: number; trend: string }
  'queue-reviews': null
  'button-previous': null
  'button-next': null
  'button-back-to-queue': null
  'eyes-on': null
  'eyes-off': null
  'button-eyes-on': null
  'button-eyes-off': null
  'group-title': { people: number }
  'group-municipalities': { names: string | number }
  'group-phase': { phase: string | number }
  'group-signed': { text: string | number; name: string | number }
  'group-more': { count: string | number }
  'group-nearest': null
  'group-like': null
  'group-gone': null
  'button-answer': null
  'button-look': null
  'button-off-topic': null
  'button-join': { text: string | number }
  joined: null
  'look-title': null
  'look-none': null
  'off-question': null
  'button-off-yes': null
  'off-done': null
  'ask-text': null
  'ask-origin': null
  'ask-question': null
  'ask-until': null
  'until-past': null
  'too-short': null
  'too-long-part': { length: string | number; most: string | number }
  'answer-preview': null
  'answer-review': null
  'answer-origin': { origin: string | number }
  'answer-no-origin': null
  'answer-until': { day: string | number }
  'answer-points': { place: string | number }
  'beside-title': null
  'beside-figure': { said: string | number; material: string | number; place: string | number }
  'beside-denial': { said: string | number; material: string | number; place: string | number }
  'button-publish': null
  'button-publish-all-the-same': null
  'button-agree': null
  'button-change-question': null
  'button-change-text': null
  'button-change-origin': null
  'button-change-until': null
  'button-discard': null
  'button-months': { months: number }
  'published-answer': { question: string | number; questions: number }
  'to-review': null
  'review-asked': { question: string | number }
  'button-show-answer': null
  'own-review': null
  'answer-incomplete': null
  'answer-decided': null
  'answer-discarded': null
  'passage-gone': null
  'phase-basics': null
  'phase-preparation': null
  'phase-analysis': null
  'phase-goals': null
  'phase-measures': null
  'phase-adoption': null
  'phase-carrying-out': null
  'phase-people': null
  'phase-money': null
  'phase-training': null
  'phase-none': null
  'news-answered': null
  'news-found': null
  'news-ask-on': null
  'news-off-topic': null
  'answer-outcome': { question: string | number; answered: number; left: number }
  'button-left': null
  'answer-ending': { title: string | number; day: string | number }
  'answer-ended': { title: string | number; day: string | number }
  'answer-renewed': { title: string | number; day: string | number }
  'answer-withdrawn': null
  'button-renew': { months: number }
  'button-end': null
  'digest-title': { days: string | number }
  'digest-counts': {
    answered: string | number
    near: string | number
    none: string | number
    disliked: string | number
  }
  'digest-unanswered': null
  'digest-municipalities': null
  'digest-disliked': null
  'digest-disliked-where': null
  'digest-answered': null
  'digest-first': null
  'digest-programme': null
  'digest-no-person': null
  'digest-line': { name: string | number; count: string | number }
  'digest-group': { lead: string | number; people: number }
  'digest-propose': { name: string | number; count: number }
  'digest-wrong': null
  'digest-incomplete': null
  'digest-source': null
  'digest-unclear': null
  'digest-no-reason': null
  'digest-off': null
  'digest-on': null
  'button-digest-off': null
  'button-digest-on': null
}
