// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'usual-useful': null
  'usual-clear': null
  'usual-trainer': null
  'usual-place': null
  'question-text': null
  'question-head': { n: string | number; of: string | number }
  'scale-how': null
  'button-skip': null
  'button-back': null
  'invite-title': null
  'invite-text': { title: string | number; count: string | number }
  'invite-again': { title: string | number; count: string | number }
  'button-evaluate': null
  evaluated: null
  'evaluated-already': null
  'evaluation-closed': null
  'evaluation-not-yours': null
  'text-too-long': { most: string | number }
  'card-title': { title: string | number }
  'card-asks': null
  'card-text-too': null
  'card-off': null
  'card-when': null
  'card-asked': { invited: string | number; answered: string | number }
  'card-open': null
  'card-too-few': null
  'result-average': { average: string | number }
  'result-none': null
  'result-texts': null
  'report-title': { title: string | number }
  'button-turn-on': null
  'button-turn-off': null
  'button-own-questions': null
  'button-usual-questions': null
  'button-picture': null
  'button-file': null
  'button-to-session': null
  'ask-questions': null
  'questions-unclear': null
  'too-late': null
  'session-gone': null
  'file-name': { id: string | number }
  'file-caption': { title: string | number }
  'sheet-marks': null
  'sheet-words': null
  'column-question': null
  'column-average': null
  'column-answered': null
  'column-words': null
}
