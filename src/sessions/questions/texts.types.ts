// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'asks-title': { title: string | number }
  'asks-why': { days: string | number }
  'asks-until': { until: string | number }
  'asks-over': null
  'asks-none': null
  'asks-done': null
  'asks-change': null
  'asks-write': null
  'asks-write-only': null
  'asks-unclear': null
  'asks-noted': { question: string | number; answer: string | number }
  'ask-bed': null
  'ask-diet': null
  'ask-arrival': null
  'ask-transport': null
  'ask-phone': null
  'name-bed': null
  'name-diet': null
  'name-arrival': null
  'name-transport': null
  'name-phone': null
  'answer-all': null
  'answer-before': null
  'answer-none': null
  'answer-any': null
  'answer-vegetarian': null
  'answer-fasting': null
  'answer-no-gluten': null
  'answer-evening-before': null
  'answer-morning': null
  'answer-noon': null
  'answer-car': null
  'answer-bus': null
  'answer-train': null
  'answer-needed': null
  'overview-title': { title: string | number }
  'overview-people': { count: string | number; answered: string | number }
  'overview-beds': null
  'overview-night': { night: string | number; beds: string | number }
  'overview-silent': null
  'overview-names': { answer: string | number; count: string | number; names: string | number }
  'overview-none': null
  'overview-sheet': null
  'overview-totals': null
  'overview-what': null
  'overview-answer': null
  'overview-count': null
  'overview-name': null
  'overview-municipality': null
  'overview-file': { id: string | number }
  'overview-caption': { title: string | number }
  'choose-title': { title: string | number }
  'choose-how': null
  'choose-own': null
  'choose-own-line': { question: string | number; choices: string | number }
  'choose-kind': { on: string; what: string | number }
  'ask-own': { most: string | number }
  'own-empty': null
  'own-too-long': { question: string | number; choice: string | number }
  'own-too-many': { questions: string | number; choices: string | number }
  'button-add-own': null
  'button-drop-own': { question: string | number }
  'button-overview': null
  'button-back': null
  'overview-pdf-caption': { title: string | number }
  'overview-page': { page: string | number; pages: string | number }
}
