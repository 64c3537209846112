/** Periods as words of a language: 2024-04-09 → 9 April 2024 · 2024년 4월 9일 · 2024年4月9日. */

/** `long` in running text and on covers; `short` on axes and in tables. */
export type DateForm = 'long' | 'short';

/** Words for a period as typed, with or without its suffix F, the sign of a forecast in English; anything that is no period is returned as it is. */
export function wordPeriod(typed: string, language: string, form: DateForm): string {
  const [, text = typed, suffix = ''] = /^(.*\d)(F?)$/.exec(typed.trim()) ?? [];
  const [from, to] = text.split('..');
  const forecast = suffix === '' ? '' : (FORECAST[language] ?? FORECAST.en!)[form];
  if (to !== undefined) return range(from!, to, language, form) + forecast;
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?$/.exec(text);
  if (match === null) return typed;
  const [, year, quarter, half, month, day] = match;
  const parts: Parts = {
    year: year!,
    quarter,
    half,
    month: month && String(Number(month)),
    day: day && String(Number(day)),
  };
  return (WORDS[language] ?? WORDS.en!)(parts, form) + forecast;
}

const FORECAST: Readonly<Record<string, Readonly<Record<DateForm, string>>>> = {
  en: { long: ' (forecast)', short: 'F' },
  ko: { long: '(전망)', short: ' 전망' },
  zh: { long: '（预测）', short: '预测' },
  ja: { long: '（予測）', short: '予測' },
};

interface Parts {
  readonly year: string;
  readonly quarter: string | undefined;
  readonly half: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

type Words = (parts: Parts, form: DateForm) => string;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const english: Words = ({ year, quarter, half, month, day }, form) => {
  if (quarter) return `Q${quarter} ${year}`;
  if (half) return `H${half} ${year}`;
  if (!month) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return [day, form === 'short' ? name.slice(0, 3) : name, year].filter(part => part).join(' ');
};

const korean: Words = ({ year, quarter, half, month, day }, form) => {
  if (quarter) return `${year}년 ${quarter}분기`;
  if (half) return `${year}년 ${half === '1' ? '상' : '하'}반기`;
  if (!month) return `${year}년`;
  if (form === 'short') return [year, month, day].flatMap(part => (part ? `${part}.` : [])).join(' ');
  return [`${year}년`, `${month}월`, day && `${day}일`].filter(part => part).join(' ');
};

const chinese: Words = ({ year, quarter, half, month, day }, form) => {
  if (quarter)
    return form === 'short'
      ? `${year}年${'一二三四'[Number(quarter) - 1]}季度`
      : `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
  if (half) return `${year}年${half === '1' ? '上' : '下'}半年`;
  if (!month) return `${year}年`;
  return `${year}年${month}月${day ? `${day}日` : ''}`;
};

const WORDS: Readonly<Record<string, Words>> = { en: english, ko: korean, zh: chinese, ja: chinese };

/** `2021–2031`: years by a dash, other periods in full on both sides. */
function range(from: string, to: string, language: string, form: DateForm): string {
  const years = /^\d{4}$/.test(from) && /^\d{4}$/.test(to);
  const last = wordPeriod(to, language, form);
  return years ? `${from}–${last}` : `${wordPeriod(from, language, form)} – ${last}`;
}
