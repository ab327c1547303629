// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'welcome-greeting': null
  'welcome-what': null
  'welcome-trainer': null
  'welcome-coordinator': null
  'welcome-sessions': null
  'welcome-plan': null
  'welcome-careful': null
  'welcome-try': null
  'welcome-language': null
  'help-title': null
  'help-ask': null
  'help-footnotes': null
  'help-commands': null
  'help-start': null
  'help-help': null
  'help-language': null
  'help-form': null
  'help-sources': null
  'help-sessions': null
  'help-mine': null
  'help-plan': null
  'help-check-plan': null
  'help-templates': null
  'help-quiz': null
  'help-data': null
  'help-erase': null
  'help-cancel': null
  'help-written': null
  'help-text-only': null
  'help-hearing': { minutes: string | number }
  'help-limits': null
  'answer-in-serbian': null
  'sources-title': { count: number }
  'button-section': null
  'button-section-numbered': { n: string | number }
  'button-more': null
  'term-mentions': null
  'more-title': null
  'more-none': null
  'topic-withdrawn': null
  'section-already': null
  'more-already': null
  stale: null
  'unknown-title': null
  'unknown-text': null
  'unknown-nearest': null
  'unknown-whom': null
  'search-outage': null
  'confirmed-answer': { day: string | number }
  'confirmed-answer-by': { name: string | number; day: string | number }
  'button-ask-trainer': null
  'declined-personal-data': null
  'declined-personal-data-whom': null
  'declined-single-case': null
  'declined-single-case-whom': null
  'declined-politics': null
  'declined-politics-whom': null
  'declined-opinion': null
  'declined-opinion-whom': null
  'declined-security': null
  'declined-security-whom': null
  'emergency-title': null
  'emergency-police': null
  'emergency-rescue': null
  'emergency-centre': null
  'emergency-careful': null
  'emergency-also': null
  'sessions-text': null
  'sessions-whom': null
  'only-text': null
  'only-text-and-voice': null
  'empty-question': null
  'too-long': { most: string | number }
  'unknown-command': null
  error: null
  'slow-down': null
  'command-start': null
  'command-pomoc': null
  'bot-description': null
  'bot-short-description': null
  'in-danger': null
  'source-checked': { date: string | number }
  'place-page': { at: string | number }
  'place-page-recognised': { at: string | number }
  'place-slide': { at: string | number }
  'place-sheet': { at: string | number }
  'from-glossary': null
  'courtesy-greeting': null
  'courtesy-thanks': null
  'courtesy-who': null
  'help-manage': null
  'help-notices': null
  'help-broadcast': null
  'help-reminders': null
  'help-new-session': null
  'help-trainers': null
  'help-invite': null
  'help-material': null
  'help-solutions': null
  'help-reports': null
  'help-questions': null
  'command-novo': null
  'help-new': null
  'started-anew': null
  'button-helpful': null
  'button-unhelpful': null
  'reason-wrong': null
  'reason-incomplete': null
  'reason-source': null
  'reason-unclear': null
  'feedback-thanks': null
  'feedback-why': null
  'button-compare': null
  'button-checklist': null
  'button-simpler': null
  'title-compare': null
  'title-checklist': null
  'title-simpler': null
  'doing-reading': null
  'doing-writing': null
  'written-stopped': null
  'written-cut': null
  'stopped-empty': null
  offer: { question: string | number }
  'fallback-slow': null
  'fallback-unavailable': null
  'fallback-budget': null
  'fallback-refused': null
  'fallback-check': null
  'form-no-answer': null
  'form-failed': null
  heard: null
  'voice-too-long': { minutes: string | number }
  'voice-too-large': null
  'voice-failed': null
  'voice-empty': null
  'voice-budget': null
  'group-private': null
  'group-declined': null
  'group-limit': null
  'group-welcome': { bot: string | number }
  'button-private': null
  'near-title': null
  'quoted-instead': null
  'parts-left': null
  'part-unknown': { question: string | number }
  'asked-back': null
  'asked-what': null
  'example-none': null
  'sources-of-last': null
  'courtesy-ok': null
  'courtesy-bye': null
  'courtesy-upset': null
  'courtesy-other': null
  'function-moje': null
  'function-obrisi': null
  'function-mojipodaci': null
  'function-jezik': null
  'function-jezik-to': null
  'function-obavestenja': null
  'function-pomoc': null
  'function-kontakt': null
  'function-izvori': null
  'function-obrasci': null
  'function-novo': null
  'function-novaobuka': null
  'function-poruka': null
  'function-materijal': null
  'function-upravljanje': null
  'function-treneri': null
  'function-pozovi': null
  'function-podsetnici': null
  'function-otherwise': null
  'button-do-moje': null
  'button-do-obrisi': null
  'button-do-mojipodaci': null
  'button-do-jezik': null
  'button-do-obavestenja': null
  'button-do-pomoc': null
  'button-do-kontakt': null
  'button-do-izvori': null
  'button-do-obrasci': null
  'button-do-novo': null
  'button-do-novaobuka': null
  'button-do-poruka': null
  'button-do-materijal': null
  'button-do-upravljanje': null
  'button-do-treneri': null
  'button-do-pozovi': null
  'button-do-podsetnici': null
  'contacts-title': null
  'contacts-method': null
  'help-contacts': null
  'command-kontakt': null
  'function-for-staff': null
}
