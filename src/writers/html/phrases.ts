/** What the page says around the slides, in the deck's language where it is known here, else in English. */

const ENGLISH = {
  skip: 'Skip to the slides',
  tools: 'Tools',
  outline: 'Outline',
  overview: 'Contact sheet',
  text: 'Text',
  notes: 'Notes',
  search: 'Search',
  present: 'Present',
  presenter: 'Presenter view',
  help: 'Help',
  close: 'Close',
  previous: 'Previous slide',
  next: 'Next slide',
  leave: 'Leave the presentation',
  fullscreen: 'Full screen',
  black: 'Black screen',
  first: 'First or last slide',
  number: 'Go to a slide by its number',
  upcoming: 'Next',
  end: 'End of the presentation',
  clock: 'Time',
  timer: 'Elapsed',
  pause: 'Pause',
  restart: 'Start again',
  hidden: 'Hidden when presenting',
  slide: 'Slide {number} of {count}',
  found: 'Slides found: {count}',
  blocked: 'The browser refused a second window. Allow pop-ups for this page.',
  blackened: 'The screen is black',
  shortcuts: 'Keyboard',
  single: 'Shortcuts by single letters',
};
export type Phrase = keyof typeof ENGLISH;
export type Phrases = Readonly<Record<Phrase, string>>;

const KOREAN: Phrases = {
  skip: '슬라이드로 건너뛰기',
  tools: '도구',
  outline: '개요',
  overview: '모아 보기',
  text: '텍스트',
  notes: '발표 노트',
  search: '검색',
  present: '발표',
  presenter: '발표자 보기',
  help: '도움말',
  close: '닫기',
  previous: '이전 슬라이드',
  next: '다음 슬라이드',
  leave: '발표 끝내기',
  fullscreen: '전체 화면',
  black: '검은 화면',
  first: '처음 또는 마지막 슬라이드',
  number: '번호로 슬라이드 이동',
  upcoming: '다음',
  end: '발표의 끝',
  clock: '현재 시각',
  timer: '경과 시간',
  pause: '일시 정지',
  restart: '다시 시작',
  hidden: '발표할 때 숨김',
  slide: '슬라이드 {number}/{count}',
  found: '찾은 슬라이드: {count}',
  blocked: '브라우저가 두 번째 창을 막았습니다. 이 페이지의 팝업을 허용하세요.',
  blackened: '화면이 검은색입니다',
  shortcuts: '키보드',
  single: '한 글자 단축키',
};

const CHINESE: Phrases = {
  skip: '跳到幻灯片',
  tools: '工具',
  outline: '大纲',
  overview: '缩略图',
  text: '文字',
  notes: '备注',
  search: '搜索',
  present: '放映',
  presenter: '演讲者视图',
  help: '帮助',
  close: '关闭',
  previous: '上一页',
  next: '下一页',
  leave: '结束放映',
  fullscreen: '全屏',
  black: '黑屏',
  first: '第一页或最后一页',
  number: '按页码跳转',
  upcoming: '下一页',
  end: '放映结束',
  clock: '时间',
  timer: '已用时间',
  pause: '暂停',
  restart: '重新计时',
  hidden: '放映时隐藏',
  slide: '第{number}页，共{count}页',
  found: '找到的页数：{count}',
  blocked: '浏览器阻止了第二个窗口，请允许此页面弹出窗口。',
  blackened: '屏幕已变黑',
  shortcuts: '键盘',
  single: '单字母快捷键',
};

const PHRASES: Readonly<Record<string, Phrases>> = { en: ENGLISH, ko: KOREAN, zh: CHINESE };

export interface Said {
  readonly phrases: Phrases;
  /** BCP 47: the deck's language, or English. */
  readonly language: string;
}

/** The phrases for a deck in a language (a code as briefings use it). */
export function phrasesFor(language: string): Said {
  const code = PHRASES[language] === undefined ? 'en' : language;
  return { phrases: PHRASES[code]!, language: code };
}
