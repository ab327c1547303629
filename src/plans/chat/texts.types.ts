// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'command-plan': null
  'step-1': null
  'step-1-asks': null
  'step-2': null
  'step-2-asks': null
  'step-3': null
  'step-3-asks': null
  'step-4': null
  'step-4-asks': null
  'step-5': null
  'step-5-asks': null
  'step-6': null
  'step-6-asks': null
  'step-7': null
  'step-7-asks': null
  'step-8': null
  'step-8-asks': null
  'step-9': null
  'step-9-asks': null
  'step-10': null
  'step-10-asks': null
  'step-11': null
  'step-11-asks': null
  'step-12': null
  'step-12-asks': null
  'step-13': null
  'step-13-asks': null
  'step-14': null
  'step-14-asks': null
  'step-15': null
  'step-15-asks': null
  'step-16': null
  'step-16-asks': null
  'step-17': null
  'step-17-asks': null
  'step-18': null
  'step-18-asks': null
  'step-19': null
  'step-19-asks': null
  'step-20': null
  'step-20-asks': null
  'plan-title': { place: string | number; period: string | number }
  'plan-adopted': null
  'plan-progress': { done: string | number; entries: string | number }
  'plan-next': { number: string | number; step: string | number }
  'plan-all-done': null
  'plan-deadline': { wished: string | number; deadline: string | number; day: string | number; days: number }
  'plan-no-wish': null
  'plan-late': { wished: string | number }
  'plan-reader': null
  'plan-for-trainer': null
  'plan-none-shared': null
  'plan-shared-list': null
  'plan-gone': null
  'plan-closed': null
  'plan-intro': { place: string | number }
  'plan-period-ask': null
  'plan-period-unclear': null
  'plan-begun': { period: string | number }
  'plan-already': null
  'plan-wish-ask': null
  'plan-wish-unclear': null
  'plan-path': { wished: string | number }
  'deadline-start': null
  'deadline-analysis': null
  'deadline-objectives': null
  'deadline-draft': null
  'deadline-debateBegins': null
  'deadline-debateEnds': null
  'deadline-opinion': null
  'deadline-statement': null
  'deadline-proposal': null
  'deadline-committee': null
  'deadline-adoption': null
  'deadline-notice': { place: string | number; deadline: string | number; day: string | number }
  'button-begin': null
  'button-plan': null
  'button-continue': { number: string | number }
  'button-steps': null
  'button-review': null
  'button-review-step': null
  'button-export': null
  'button-docx-cyrl': null
  'button-docx-latn': null
  'button-xlsx': null
  'button-report': null
  'button-people': null
  'button-wish': null
  'button-period': null
  'button-versions': null
  'button-adopt': null
  'button-revise': null
  'button-share': null
  'button-unshare': null
  'button-add': { part: string | number }
  'button-fill': { part: string | number }
  'button-part': { part: string | number; count: string | number }
  'button-example': null
  'button-previous': { number: string | number }
  'button-next': { number: string | number }
  'button-change': null
  'button-remove': null
  'button-remove-sure': null
  'button-finish': null
  'button-skip': { column: string | number }
  'button-overwrite': null
  'button-leave': null
  'button-undo': null
  'button-accept': { code: string | number }
  'button-invite': { name: string | number }
  'button-take': null
  'button-keep': null
  'button-compare': { number: string | number }
  'button-restore': { number: string | number }
  'button-adopt-sure': null
  'button-more': null
  'step-title': { number: string | number; step: string | number }
  'step-state-empty': null
  'step-state-begun': null
  'step-state-done': null
  'step-part': { part: string | number; count: number; missing: number }
  'part-empty': null
  'row-ask': { part: string | number; columns: string | number; example: string | number }
  'row-ask-form': { part: string | number; columns: string | number }
  'row-ask-text': { part: string | number }
  'row-ask-lines': { part: string | number }
  'row-change-ask': { example: string | number }
  'row-saved': null
  'row-left': { left: string | number }
  'row-missing': { columns: string | number }
  'row-asking': { column: string | number }
  'row-asking-kind': { column: string | number; holds: string | number }
  'row-asking-again': { column: string | number }
  'row-asking-again-kind': { column: string | number; holds: string | number }
  'row-holds': { kind: string }
  'row-complete': null
  'row-unclear': null
  'row-too-many': { count: string | number; most: string | number }
  'row-personal': { kind: string }
  'row-conflict': { who: string | number }
  'row-conflict-nobody': null
  'row-conflict-yours': null
  'row-gone': null
  'row-removed': null
  'row-kept': null
  'row-remove-ask': null
  'row-by': { who: string | number; day: string | number }
  'row-by-nobody': { day: string | number }
  'table-read': { count: string | number; parts: string | number }
  'table-incomplete': null
  'table-others': { count: string | number }
  'table-none': null
  'table-personal': { count: string | number }
  'table-undone': { count: string | number }
  'review-title': { what: string | number }
  'review-blanks': { count: string | number }
  'review-clean': null
  'review-accepted': { count: string | number }
  'accept-ask': { code: string | number }
  'accept-done': { code: string | number }
  'accept-gone': null
  'report-file': null
  'report-title': { place: string | number; period: string | number }
  'report-path': null
  'export-file': { name: string | number }
  'button-yearly': null
  'yearly-file': { year: string | number }
  'export-sheet': null
  'export-pick': null
  'people-title': null
  'people-coordinator': { name: string | number }
  'people-nobody': null
  'people-invite': null
  'people-all': null
  'people-none': null
  'people-invited': { name: string | number }
  'people-invitation': { name: string | number; place: string | number }
  'people-taken': null
  'versions-title': null
  'versions-none': null
  'version-line': { number: string | number; day: string | number }
  'version-kept': { number: string | number }
  'version-same': null
  'version-difference': { number: string | number }
  'version-part': { part: string | number; added: string | number; gone: string | number }
  'version-restored': { number: string | number; kept: string | number }
  'adopt-ask': null
  'adopt-lacks': null
  'adopt-done': null
  'revise-begun': null
  'share-on': null
  'share-off': null
  'only-coordinator-of-plan': null
  'button-word': null
  'button-take-wording': null
  'button-leave-wording': null
  'wording-title': { part: string | number }
  'wording-ask': null
  'wording-by-model': null
  'wording-by-rule': null
  'wording-refused': { refused: string | number }
  'wording-late': null
  'button-care': null
  'button-nobody': null
  'care-ask': { title: string | number }
  'care-now': { name: string | number }
  'care-done': null
  'care-given': { place: string | number; title: string | number }
  'group-progress': { done: string | number }
  'group-step-taken': { number: string | number; step: string | number; name: string | number }
  'group-private-entries': null
  'group-no-plan': null
  'group-hidden': null
  'group-not-writing': null
  'group-step-yours': null
  'group-step-gone': null
  'group-only-coordinator': null
  'button-take-step': { number: string | number; step: string | number }
  'button-again': null
  'button-hide': null
  'button-write-privately': null
}
