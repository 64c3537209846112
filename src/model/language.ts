/** Languages of decks and scripts of characters. */

/** BCP 47 tags that PowerPoint knows, by the language codes that briefings use; another code, such as `en-US`, is its own tag. */
const TAGS: Readonly<Record<string, string>> = {
  en: 'en-GB',
  ko: 'ko-KR',
  zh: 'zh-CN',
  ja: 'ja-JP',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  he: 'he-IL',
  ar: 'ar-SA',
  th: 'th-TH',
  hi: 'hi-IN',
  el: 'el-GR',
  ru: 'ru-RU',
};

/** The tag written on runs and into document properties: `ko` → `ko-KR`. */
export const languageTag = (language: string): string => TAGS[language] ?? language;

/** Chinese and Japanese are set with full-width punctuation, which brings its own space. */
const isFullWidth = (language: string): boolean => /^(?:zh|ja)\b/.test(language);

/** A remark behind words: ` (2024)`, `（2024）`. */
export const bracketed = (words: string, language: string): string =>
  isFullWidth(language) ? `（${words}）` : ` (${words})`;

/** Between the members of a list that have commas of their own: `; `, `；`. */
export const listMark = (language: string): string => (isFullWidth(language) ? '；' : '; ');

/** Between the members of a plain series: `, `, `、`. */
export const seriesMark = (language: string): string => (isFullWidth(language) ? '、' : ', ');

/** The scripts that text is split by: each is set in its own face and broken by its own rules. */
export type Script = 'latin' | 'hangul' | 'han' | 'kana' | 'common' | 'other';

const HANGUL = /\p{Script=Hangul}/u;
const HAN = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** CJK punctuation and full-width forms are set in the East Asian face wherever they stand. */
const EAST_ASIAN_PUNCTUATION = /[\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/;
const COMMON = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** The script of one character; digits, spaces and general punctuation are `common`. */
export function scriptOf(character: string): Script {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 'latin' : 'common';
  // The great blocks that hold one script alone; the properties of Unicode decide the rest.
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul';
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  if (code >= 0x2010 && code <= 0x205f) return 'common';
  if (code < 0x250)
    return /[\u00AA-\u024F]/.test(character) && !/[\u00D7\u00F7\u00AB\u00B0-\u00BB\u00BF]/.test(character)
      ? 'latin'
      : 'common';
  if (HANGUL.test(character)) return 'hangul';
  if (HAN.test(character) || EAST_ASIAN_PUNCTUATION.test(character)) return 'han';
  if (KANA.test(character)) return 'kana';
  if (LATIN.test(character)) return 'latin';
  return COMMON.test(character) ? 'common' : 'other';
}

/** Whether a text may hold an East Asian character: quick to say no, which spares most texts a look at each character. */
export const mayHoldEastAsian = (text: string): boolean => /[\u02EA\u02EB\u1100-\u11FF\u2E80-\uFFFF]/.test(text);

/** Whether a text may hold words of another language than the deck's, by their letters: as quick to say no. */
export const mayHoldOtherScripts = (text: string): boolean => /[\u02EA\u02EB\u0370-\u1FFF\u2E80-\uFFFF]/.test(text);

/** Further scripts with the language that most words in them are of, and the languages of decks that are written in them: there it is the deck's own. */
const SCRIPTS: readonly (readonly [letter: RegExp, language: string, decks: RegExp])[] = [
  [/\p{Script=Hebrew}/u, 'he', /^(?:he|yi)\b/],
  [/\p{Script=Arabic}/u, 'ar', /^(?:ar|ckb|fa|ps|sd|ug|ur)\b/],
  [/\p{Script=Thai}/u, 'th', /^th\b/],
  [/\p{Script=Devanagari}/u, 'hi', /^(?:hi|kok|mai|mr|ne|sa)\b/],
  [/\p{Script=Greek}/u, 'el', /^el\b/],
  [/\p{Script=Cyrillic}/u, 'ru', /^(?:be|bg|kk|ky|mk|mn|ru|sr|tg|tt|uk)\b/],
];

/** The language of a word by the script of one of its letters, where the deck is plainly written in another; else the deck's. */
export function languageOf(script: Script, letter: string, deck: string): string {
  if (script === 'hangul') return 'ko';
  if (script === 'kana') return 'ja';
  if (script === 'han') return ['ko', 'zh', 'ja'].includes(deck) ? deck : 'zh';
  if (letter < '\u0370') return deck;
  const [, language, decks] = SCRIPTS.find(([letters]) => letters.test(letter)) ?? [];
  return language === undefined || decks!.test(deck) ? deck : language;
}

const isGreek = (character = ''): boolean => /[\u0370-\u03FF]/.test(character);

/** Whether a letter is a sign, which is of the language around it: Greek ones are, where they stand alone (μm, Σ). */
export const isSign = (text: string, at: number): boolean =>
  isGreek(text[at]) && !isGreek(text[at - 1]) && !isGreek(text[at + 1]);

export const isEastAsian = (script: Script): boolean => script === 'hangul' || script === 'han' || script === 'kana';

const RIGHT_TO_LEFT_LANGUAGE = /^(?:ar|fa|he|ur|yi)\b/;
const RIGHT_TO_LEFT =
  /^\P{L}*(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a paragraph runs from right to left: by the language of the deck, else by its first letter (UAX #9, P2). */
export const isRightToLeft = (text: string, language: string): boolean =>
  RIGHT_TO_LEFT_LANGUAGE.test(language) || RIGHT_TO_LEFT.test(text);

/** Control characters, lone surrogates and non-characters, which XML 1.0 (2.2) forbids, and our own private-use markers. */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uE000-\uE00F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
