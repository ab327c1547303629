/**
 * What a plan says once, outside of its tables: acts, dates, who coordinates. A form is filled in like a row, its columns ours
 * first, as in tables. The document makes a sentence of it.
 */
const FORMS = {
  mayor: { title: 'Реч председника', columns: { text: ['текст', 'реч'] } },
  legal: {
    title: 'Правни основ',
    columns: { text: ['текст', 'правни основ'], confirmed: ['потврдила правна служба'] },
  },
  decision: {
    title: 'Одлука о изради',
    columns: {
      body: ['орган', 'ко је донео'],
      period: ['период'],
      number: ['број', 'број одлуке'],
      date: ['датум', 'датум одлуке'],
      gazette: ['службени лист', 'објављено'],
    },
  },
  oldPlan: {
    title: 'Претходни план',
    columns: { period: ['период', 'важио'], report: ['завршни извештај', 'извештај'] },
  },
  method: { title: 'Начин израде', columns: { text: ['текст', 'начин израде'] } },
  debate: {
    title: 'Јавна расправа',
    columns: {
      from: ['од', 'почетак'],
      to: ['до', 'крај'],
      place: ['место', 'где'],
      contact: ['контакт службе', 'контакт'],
      report: ['извештај о расправи', 'извештај'],
    },
  },
  themes: { title: 'Нове теме', columns: { text: ['текст', 'нове теме'] } },
  opinion: { title: 'Мишљење Савета', columns: { number: ['број'], date: ['датум'] } },
  statement: { title: 'Изјава финансија', columns: { number: ['број'], date: ['датум'] } },
  adoption: {
    title: 'Одлука скупштине',
    columns: {
      number: ['број', 'број одлуке'],
      date: ['датум', 'датум одлуке'],
      gazette: ['службени лист', 'објављено'],
    },
  },
  analysis: { title: 'Опис стања', columns: { text: ['текст', 'опис стања'] } },
  conclusions: { title: 'Закључци анализе', columns: { conclusion: ['закључак'] } },
  budgetLine: { title: 'Програм буџета', columns: { text: ['програм', 'програмска активност'] } },
  coordinator: { title: 'Координатор спровођења', columns: { function: ['функција', 'координатор'] } },
  yearlyReport: {
    title: 'Годишњи извештај',
    columns: { deadline: ['рок'], contents: ['садржај', 'шта садржи'], to: ['коме', 'прималац'] },
  },
  evaluation: { title: 'Вредновање', columns: { when: ['када'], by: ['ко вреднује', 'ко'] } },
  revision: { title: 'Разлози за ревизију', columns: { triggers: ['разлози', 'када се план ревидира'] } },
} as const satisfies Record<string, Form>

export type Form = { title: string; columns: Readonly<Record<string, readonly string[]>> }

export type FormName = keyof typeof FORMS

export function formOf(name: FormName): Form {
  return FORMS[name]
}

export function isForm(name: string): name is FormName {
  return name in FORMS
}

export const FORM_NAMES = Object.keys(FORMS) as FormName[]

/** Whether a form has as many rows as people write, like a table: three to five conclusions. */
export function hasRows(name: string): boolean {
  return !isForm(name) || name === 'conclusions'
}
