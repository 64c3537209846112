/** Search over the words and the notes of all slides. */

/** Characters shown before and after what was found. */
const AROUND = 40;

interface Entry {
  readonly number: string;
  readonly title: string;
  /** As it is read, and as it is compared. */
  readonly text: string;
  readonly folded: string;
}

const dialog = document.getElementById('search') as HTMLDialogElement;
const query = document.getElementById('query') as HTMLInputElement;
const found = document.getElementById('found') as HTMLUListElement;
const count = document.getElementById('count') as HTMLElement;

export function openSearch(): void {
  dialog.showModal();
  query.select();
}

/** `counted` words how many slides were found. */
export function prepareSearch(slides: readonly HTMLElement[], counted: (count: number) => string): void {
  let entries: readonly Entry[] | null = null;
  query.addEventListener('input', () => {
    entries ??= slides.map(entryOf);
    const wanted = folded(query.value.trim());
    const hits = wanted === '' ? [] : entries.filter(entry => entry.folded.includes(wanted));
    found.replaceChildren(...hits.map(entry => resultOf(entry, wanted)));
    count.textContent = wanted === '' ? '' : counted(hits.length);
  });
  query.addEventListener('keydown', event => {
    if (event.key === 'Enter') found.querySelector('a')?.click();
    if (event.key !== 'Escape') return;
    // The browser would empty the field first.
    event.preventDefault();
    dialog.close();
  });
}

function entryOf(slide: HTMLElement): Entry {
  const parts = slide.querySelectorAll('.text :is(h2, h3, p, li, td, th, figcaption), .notes p, .notes li');
  const text = [...parts]
    .map(part => part.textContent)
    .join(' · ')
    .replace(/\s+/g, ' ');
  return {
    number: slide.id,
    title: slide.querySelector('.open')?.textContent?.trim() ?? '',
    text,
    folded: folded(text),
  };
}

/** Of the same length as the text, so that places in one are places in the other. */
const folded = (text: string): string =>
  [...text]
    .map(character => (character.toLowerCase().length === character.length ? character.toLowerCase() : character))
    .join('');

function resultOf({ number, title, text, folded: words }: Entry, wanted: string): HTMLLIElement {
  const at = words.indexOf(wanted);
  const end = at + wanted.length;
  const link = document.createElement('a');
  link.href = `#${number}`;
  const mark = document.createElement('mark');
  mark.textContent = text.slice(at, end);
  const name = document.createElement('b');
  name.textContent = title;
  const context = document.createElement('span');
  context.append(
    at > AROUND ? '…' : '',
    text.slice(Math.max(0, at - AROUND), at),
    mark,
    text.slice(end, end + AROUND),
    '…',
  );
  link.append(name, context);
  const item = document.createElement('li');
  item.append(link);
  return item;
}
