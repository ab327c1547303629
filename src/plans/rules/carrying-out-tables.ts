import {
  ACTIVITY,
  BASELINE,
  type Declared,
  HOLDER,
  INDICATOR,
  REASON,
  SOURCE,
  TARGET,
  VERIFICATION,
} from './column-names.ts'

/** The working group, chapters 8 and 9, and the annexes: T16 to T19, А to Ж. */
export const CARRYING_OUT = {
  bodies: {
    title: ['тела и улоге', 'аранжмани за примену', 'ко шта ради'],
    columns: {
      body: ['тело', 'орган', 'тело орган'],
      role: ['улога', 'задужење', 'надлежност'],
      responsible: ['функција одговорног', 'одговорно лице', 'одговоран', 'функција'],
    },
    key: ['body', 'role'],
  },
  group: {
    title: ['радна група', 'чланови радне групе', 'учесници у изради', 'састав радне групе'],
    columns: {
      member: ['члан', 'функција члана', 'функција', 'име и функција', 'чланови радне групе'],
      institution: ['институција', 'установа', 'орган', 'организација', 'служба', 'представља', 'кога представља'],
      role: ['улога', 'задужење', 'улога у групи'],
      substitute: ['заменик', 'заменици', 'заменик члана', 'замена', 'заменик функција'],
    },
    key: ['member', ['institution', 'substitute', 'role']],
    keyUnderTitle: ['role', ['institution', 'substitute']],
  },
  meetings: {
    title: ['састанци', 'календар састанака', 'седнице'],
    columns: {
      meeting: ['састанак', 'седница', 'редни број састанка'],
      date: ['датум', 'време одржавања', 'месец', 'термин', 'када'],
      topic: ['тема', 'дневни ред', 'теме'],
    },
    key: ['meeting', 'date'],
  },
  risks: {
    title: ['ризици', 'анализа ризика', 'управљање ризицима'],
    columns: {
      risk: ['ризик', 'опис ризика'],
      likelihood: ['вероватноћа'],
      impact: ['утицај', 'последица'],
      response: ['одговор', 'мера за ублажавање', 'начин отклањања'],
      holder: HOLDER,
    },
    key: ['risk', ['likelihood', 'impact', 'response']],
  },
  monitoring: {
    title: ['праћење', 'праћење и вредновање', 'план праћења'],
    columns: {
      indicator: INDICATOR,
      by: ['ко мери', 'ко прати', 'ко прикупља', 'одговоран за праћење'],
      when: ['када', 'учесталост', 'колико често', 'рок мерења'],
      source: [...VERIFICATION, ...SOURCE],
      to: ['коме', 'коме се доставља', 'прималац', 'извештава'],
      breakdown: ['разврставање', 'разврстано по', 'по полу'],
    },
    key: ['indicator', ['by', 'when', 'to']],
  },
  alignment: {
    title: ['усклађеност', 'усклађеност са другим документима', 'табела усклађености'],
    columns: {
      objective: ['посебан циљ', 'циљ', 'циљ лап', 'ПЦ'],
      development: ['план развоја', 'циљ плана развоја'],
      midterm: ['средњорочни план'],
      national: ['национални документ', 'документ', 'стратегија', 'назив документа'],
      until: ['важи до', 'период важења', 'важење'],
    },
    key: [
      ['national', 'development'],
      ['objective', 'until', 'midterm'],
    ],
  },
  passports: {
    title: ['пасоши показатеља', 'пасош показатеља', 'пасоши индикатора'],
    columns: {
      indicator: [...INDICATOR, 'назив'],
      unit: ['јединица', 'јединица мере'],
      baseline: BASELINE,
      target: TARGET,
      source: [...VERIFICATION, ...SOURCE],
      by: ['ко мери', 'ко', 'одговоран'],
      frequency: ['учесталост', 'колико често'],
      breakdown: ['разврставање', 'разврстано по', 'по полу и узрасту'],
    },
    key: ['indicator', 'unit', ['baseline', 'target', 'frequency']],
  },
  comments: {
    title: ['примедбе са јавне расправе', 'јавна расправа', 'извештај о јавној расправи'],
    columns: {
      comment: ['примедба', 'предлог', 'примедба предлог сугестија', 'коментар'],
      from: ['врста подносиоца', 'подносилац', 'ко је поднео'],
      accepted: ['прихваћено', 'усвојено', 'одлука', 'статус', 'прихваћена'],
      reason: REASON,
    },
    key: ['comment', ['accepted', 'reason', 'from']],
  },
  report: {
    title: ['образац годишњег извештаја', 'годишњи извештај'],
    columns: {
      activity: ACTIVITY,
      done: ['урађено', 'шта је урађено'],
      indicator: INDICATOR,
      planned: ['планирано'],
      spent: ['утрошено'],
      reason: REASON,
      proposal: ['предлог', 'предлог за наредну годину'],
    },
    key: ['activity', 'done', ['proposal', 'indicator']],
  },
  glossary: {
    title: ['речник', 'појмовник', 'скраћенице'],
    columns: { term: ['појам', 'скраћеница', 'реч'], meaning: ['значење', 'објашњење', 'опис'] },
    key: ['term', 'meaning'],
  },
} as const satisfies Record<string, Declared>
