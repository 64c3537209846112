/** The page that holds the slides: what it is called, how one moves about it, and the slides in their order. */
import { languageTag } from '../../model/language.ts';
import type { Scene, Slide } from '../../model/scene.ts';
import { NO_XML, type Xml, xml } from '../../package/package.ts';
import type { Pen } from '../pen.ts';
import { proseOf, structureOf } from '../structure.ts';
import { drawPage } from '../svg.ts';
import { type WordsContext, wordsOf } from '../words.ts';
import { articleOf } from './article.ts';
import { type Sign, signOf } from './icons.ts';
import type { Phrase, Phrases, Said } from './phrases.ts';

/** Each shortcut of the page as its help lists it; the client (`client/deck.ts`) acts on them. */
const SHORTCUTS: readonly (readonly [keys: string, does: Phrase])[] = [
  ['→ Space PageDown', 'next'],
  ['← PageUp', 'previous'],
  ['Home End', 'first'],
  ['1–9 Enter', 'number'],
  ['P', 'present'],
  ['F', 'fullscreen'],
  ['S', 'presenter'],
  ['B', 'black'],
  ['Esc', 'leave'],
  ['O', 'outline'],
  ['G', 'overview'],
  ['T', 'text'],
  ['N', 'notes'],
  ['/', 'search'],
  ['?', 'help'],
];

const TOOLS: readonly Sign[] = ['outline', 'overview', 'text', 'notes', 'search', 'present', 'presenter', 'help'];

export interface Surroundings extends Said {
  readonly words: WordsContext;
  readonly pen: Pen;
}

/** The body of the page; what the slides refer to is in `pen`'s definitions afterwards. */
export function bodyOf(scene: Scene, around: Surroundings): Xml {
  const { identity } = scene;
  const { phrases } = around;
  const details = [identity.dateWords, identity.classification].filter(part => part !== null && part !== '');
  return xml`<a class="skip" href="#main"${foreign(scene, around)}>${phrases.skip}</a>
    <header>
      <div class="name"><h1>${identity.title}</h1><p>${details.join(' · ')}</p></div>
      <div class="tools" role="toolbar" aria-label="${phrases.tools}"${foreign(scene, around)}>${TOOLS.map(tool => button(tool, phrases))}</div>
    </header>
    ${outline(scene, phrases)}
    <main id="main" tabindex="-1">${scene.slides.map(slide => slideSection(slide, scene, around))}${stage(phrases)}</main>
    ${searchDialog(phrases)}${helpDialog(phrases)}
    <p id="status" role="status" class="unseen" data-slide="${phrases.slide}" data-found="${phrases.found}" data-blocked="${phrases.blocked}" data-black="${phrases.blackened}" data-end="${phrases.end}"></p>`;
}

/** Phrases in another language than the deck's say so. */
const foreign = ({ identity }: Scene, { language }: Said): Xml =>
  language === identity.language ? NO_XML : xml` lang="${language}"`;

const button = (tool: Sign, phrases: Phrases): Xml =>
  xml`<button type="button" id="${tool}-button" data-does="${tool}" title="${phrases[tool]}"${PRESSED.has(tool) && xml` aria-pressed="false"`}>${signOf(tool)}<span>${phrases[tool]}</span></button>`;

/** Tools that are on or off. */
const PRESSED: ReadonlySet<Sign> = new Set(['outline', 'overview', 'text', 'notes']);

/** The titles under their sections; a section that names its first slide alike is not said twice. */
function outline({ sections, slides }: Scene, phrases: Phrases): Xml {
  const entry = (slide: Slide): Xml =>
    xml`<li><a href="#${slide.number}"><span class="folio">${slide.number}</span> ${slide.title || slide.id}</a></li>`;
  const listed = new Set(sections.flatMap(section => section.slides));
  const groups = sections.map(section => {
    const inside = slides.filter(({ number }) => section.slides.includes(number));
    return xml`<h3>${section.title}</h3><ol>${inside.map(entry)}</ol>`;
  });
  const rest = slides.filter(({ number }) => !listed.has(number));
  return xml`<nav id="outline" aria-labelledby="outline-title">
    <h2 id="outline-title">${phrases.outline}</h2>${groups}${rest.length > 0 && xml`<ol>${rest.map(entry)}</ol>`}
  </nav>`;
}

function slideSection(slide: Slide, scene: Scene, { pen, words, phrases }: Surroundings): Xml {
  const { width, height } = scene.brand.page;
  const name = slide.title || slide.id;
  return xml`<section class="slide" id="${slide.number}" tabindex="-1" aria-label="${`${slide.number}. ${name}`}"${slide.hidden && xml` data-hidden=""`}>
    <svg class="page" role="presentation" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
      <g aria-hidden="true">${drawPage(slide, scene, pen)}</g><g class="words">${wordsOf(slide, words)}</g>
    </svg>
    <a class="open" href="#${slide.number}"><span class="folio">${slide.number}</span> ${name}</a>
    ${slide.hidden && xml`<p class="hint">${phrases.hidden}</p>`}
    <article class="text">${articleOf(structureOf(slide), words)}</article>
    ${notes(slide, words, phrases)}
  </section>`;
}

const notes = (slide: Slide, words: WordsContext, phrases: Phrases): Xml | false =>
  slide.notes.length > 0 &&
  xml`<div class="notes" role="group" aria-label="${`${phrases.notes} ${slide.number}`}"><h3>${phrases.notes}</h3>${articleOf(proseOf(slide.notes), words)}</div>`;

/** What belongs to presenting: how to move on, the presenter's clock and timer, the black screen. */
const stage = (phrases: Phrases): Xml => xml`
  <div class="stage" role="toolbar" aria-label="${phrases.present}">
    ${step('previous', phrases)}<span class="place" aria-hidden="true"></span>${step('next', phrases)}
    <button type="button" data-does="leave" title="${phrases.leave}" aria-label="${phrases.leave}">${signOf('close')}</button>
  </div>
  <div class="desk" role="group" aria-label="${phrases.presenter}">
    <p><span>${phrases.clock}</span> <time id="clock"></time></p>
    <p><span>${phrases.timer}</span> <output id="timer">0:00</output></p>
    <button type="button" data-does="pause" aria-pressed="false">${phrases.pause}</button>
    <button type="button" data-does="restart">${phrases.restart}</button>
    <button type="button" data-does="black" aria-pressed="false">${phrases.black}</button>
  </div>
  <p class="upcoming"></p>
  <div class="curtain" hidden=""></div>`;

const step = (sign: 'previous' | 'next', phrases: Phrases): Xml =>
  xml`<button type="button" data-does="${sign}" title="${phrases[sign]}" aria-label="${phrases[sign]}">${signOf(sign)}</button>`;

const closing = (phrases: Phrases): Xml =>
  xml`<button type="button" class="close" data-does="close" title="${phrases.close}" aria-label="${phrases.close}">${signOf('close')}</button>`;

const searchDialog = (phrases: Phrases): Xml => xml`<dialog id="search" aria-label="${phrases.search}">
  ${closing(phrases)}
  <input type="search" id="query" aria-label="${phrases.search}" placeholder="${phrases.search}" autocomplete="off" spellcheck="false"/>
  <p id="count" role="status"></p>
  <ul id="found"></ul>
</dialog>`;

const helpDialog = (phrases: Phrases): Xml => xml`<dialog id="help" aria-labelledby="help-title">
  ${closing(phrases)}
  <h2 id="help-title">${phrases.shortcuts}</h2>
  <table>${SHORTCUTS.map(
    ([keys, does]) =>
      xml`<tr><th scope="row">${keys.split(' ').map(key => xml`<kbd>${key}</kbd> `)}</th><td>${phrases[does]}</td></tr>`,
  )}</table>
  <label><input type="checkbox" id="single" checked=""/> ${phrases.single}</label>
</dialog>`;

/** The attributes of the root: the deck's language. */
export const rootLanguage = (scene: Scene): string => languageTag(scene.identity.language);
