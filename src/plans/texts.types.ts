// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'why-e1': { of: string; here: string | number; plan: string | number }
  'repair-e1': null
  'why-e2-no-general': null
  'why-e2-generals': { count: string | number }
  'why-e2-column': { part: string }
  'why-e2-lacks': { objective: string | number; part: string }
  'repair-e2': null
  'why-e3-same': { name: string | number; value: string | number }
  'why-e3-year': { name: string | number; year: string | number; plan: string | number }
  'repair-e3': null
  'why-alike': { more: string | number; of: number }
  'why-e4-column': { part: string }
  'why-e4-lacks': { activity: string | number; part: string }
  'repair-e4': null
  'why-e5-price': { name: string | number; sum: string | number; total: string | number }
  'why-e5-years': { name: string | number; sum: string | number; total: string | number }
  'why-e5-sources': { name: string | number; sum: string | number; total: string | number }
  'why-e5-scores': { name: string | number; sum: string | number; total: string | number }
  'why-e5-column': { column: string | number; sum: string | number; total: string | number }
  'why-e5-activity': { name: string | number; cost: string | number; total: string | number }
  'why-e5-sums': { name: string | number; total: string | number; sum: string | number }
  'why-e5-year': { year: string | number; plan: string | number }
  'repair-e5': null
  'why-e6-nowhere': { activity: string | number; said: string | number }
  'why-e6-empty': { objective: string | number }
  'repair-e6': null
  'why-e7-need': { category: string | number }
  'why-e7-both': { category: string | number }
  'why-e7-activity': { category: string | number }
  'repair-e7': null
  'why-e8': { kind: string }
  'repair-e8': null
  'why-e9': { part: string }
  'lack-e9': { part: string }
  'repair-e9': null
  'why-w1-many': { count: string | number }
  'why-w1-few': { count: string | number }
  'repair-w1': null
  'why-w2-holder': { activity: string | number; holder: string | number }
  'why-w2-term': { activity: string | number; term: string | number }
  'repair-w2': null
  'why-w3-activity': { objective: string | number }
  'why-w3-vague': { objective: string | number }
  'repair-w3': null
  'why-w4-percent': { indicator: string | number }
  'why-w4-meetings': { indicator: string | number }
  'repair-w4': null
  'why-w5-year': { name: string | number }
  'why-w5-source': { name: string | number }
  'why-w5-old': { name: string | number; year: string | number }
  'why-w5-estimate': { name: string | number }
  'why-w5-column': { part: string }
  'repair-w5': null
  'why-w6': { figure: string | number; category: string | number }
  'repair-w6': null
  'why-w7-box': { box: string; count: number }
  'why-w7-figure': { item: string | number }
  'why-w7-figures': { count: string | number }
  'why-w7-conclusions': { count: string | number }
  'repair-w7': null
  'why-w8-share': { activity: string | number; percent: string | number }
  'why-w8-nothing': null
  'repair-w8': null
  'why-w9-ends': { name: string | number; until: string | number; plan: string | number }
  'why-w9-decree': null
  'repair-w9': null
  'why-w10': { need: string | number }
  'repair-w10': null
  'why-w11': null
  'why-w11-row': { category: string | number }
  'repair-w11': null
  'why-w12-meetings': { count: string | number }
  'why-w12-nobody': null
  'why-w12-several': { count: string | number }
  'why-w12-report': null
  'repair-w12': null
  'why-w13-short': { days: number }
  'why-w13-holidays': null
  'why-w13-report': null
  'why-w13-comment': { comment: string | number }
  'repair-w13': null
  'why-w14-late': { date: string | number; from: string | number }
  'why-w14-planned': { date: string | number; from: string | number }
  'why-w14-gap': { until: string | number; from: string | number }
  'repair-w14': null
  'why-w15': { left: string | number }
  'repair-w15': null
  'why-w16-text': { price: string | number }
  'why-w16': { activity: string | number; price: string | number }
  'repair-w16': null
  'why-w17': { part: string }
  'repair-w17': null
  'why-h1': { theme: string }
  'repair-h1': null
  'why-h2-none': null
  'why-h2': { objective: string | number }
  'repair-h2': null
  'why-h3': { times: string | number }
  'repair-h3': null
  'why-h4': { activity: string | number }
  'repair-h4': null
  'where-plan': null
  'where-table': { title: string | number }
  'where-row': { number: string | number }
  'where-row-named': { number: string | number; label: string | number }
  'where-column': { column: string | number }
  'checked-read': { objectives: string | number; activities: string | number; budget: string | number }
  'checked-nothing': null
  'unread-title': null
  'unread-table': { heads: string | number; where: string | number }
  'unread-column': { column: string | number; title: string | number }
  'command-proveri': null
  'check-send': null
  'check-offer': null
  'button-check': null
  'check-waits': null
  'check-reading': null
  'checked-title': { name: string | number }
  'checked-no-plan': null
  'checked-errors': { count: string | number }
  'checked-warnings': { count: string | number }
  'checked-hints': { count: string | number }
  'checked-more': { count: string | number }
  'checked-file': null
  'checked-not-kept': null
  'comment-author': null
}
