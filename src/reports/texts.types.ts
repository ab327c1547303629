// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-izvestaji': null
  'report-title': { of: string | number }
  'period-all': null
  'period-year': { year: string | number }
  'period-half': { n: number; year: string | number }
  'period-quarter': { n: string | number; year: string | number }
  'district-name': { name: string | number }
  'line-sessions': null
  'line-participations': null
  'line-not-noted': null
  'line-people': null
  'line-municipalities': null
  'line-away': null
  'line-certificates': null
  'line-questions': null
  'line-unanswered': null
  'past-title': null
  'past-line': {
    before: string | number
    sessions: string | number
    people: string | number
    municipalities: string | number
  }
  'sum-line': { sessions: string | number; people: string | number; municipalities: string | number }
  'list-sessions': { count: string | number }
  'list-years': null
  'list-topics': null
  'list-municipalities': { count: string | number }
  'list-line': { participations: string | number; people: string | number; municipalities: string | number }
  'municipality-line': { participations: string | number; people: string | number; sessions: string | number }
  'topic-none': null
  'report-none': null
  'report-how': null
  'report-filter': null
  'report-unclear': null
  'button-period': null
  'button-place': null
  'button-topic': null
  'button-everywhere': null
  'button-all-topics': null
  'button-as-it-is': null
  'choose-period': null
  'choose-place': null
  'choose-topic': null
  'choose-no-topics': null
  'button-map': null
  'button-xlsx': null
  'button-pdf': null
  'button-past': null
  'past-ask': null
  'past-entered': null
  'past-no-date': null
  'past-no-counts': null
  'past-in-future': null
  'past-unknown-names': { names: string | number }
  'past-overlaps': { count: string | number }
  'past-removed': null
  'past-gone': null
  'button-remove-past': { before: string | number }
  'file-name': null
  'caption-xlsx': { title: string | number }
  'caption-pdf': { title: string | number }
  'map-title': { of: string | number }
  'map-reached': null
  'map-never': null
  'map-total': { reached: string | number; all: string | number }
  'map-caption': null
  'sheet-totals': null
  'sheet-sessions': null
  'sheet-rows': null
  'sheet-municipalities': null
  'sheet-past': null
  'column-session': null
  'column-module': null
  'column-date': null
  'column-place': null
  'column-name': null
  'column-municipality': null
  'column-district': null
  'column-days': null
  'column-of-days': null
  'column-hours': null
  'column-noted': null
  'column-certificate': null
  'column-participations': null
  'column-people': null
  'column-sessions': null
  'column-municipalities': null
  'column-reached': null
  'column-before': null
  yes: null
  no: null
  'erased-person': null
  'page-foot': { day: string | number }
  'page-more': { count: string | number }
  'page-counts': { people: string | number; municipalities: string | number }
}
