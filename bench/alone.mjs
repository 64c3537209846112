/**
 * The other side of the bench: pptxgenjs alone, compressed, writing the same shapes as ours.
 * `node alone.mjs text|chart N OUT` draws synthetic slides; `node alone.mjs calls FILE.json OUT` replays a deck's drawing calls.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import PptxGenJS from 'pptxgenjs';

const [kind, argument, out] = process.argv.slice(2);
const deck = new PptxGenJS();
deck.defineLayout({ name: 'wide', width: 13.3333333, height: 7.5 });
deck.layout = 'wide';

if (kind === 'calls') replay(JSON.parse(readFileSync(argument, 'utf8')));
else for (let number = 1; number <= Number(argument); number++) synthetic(number);

/** Title, eight bullets, footer, slide number and, for `chart`, a native bar chart of six bars: what bench/synthetic.ts asks of ours. */
function synthetic(number) {
  const slide = deck.addSlide();
  slide.addText(`Slide ${inLetters(number)} says one thing about the year`, {
    x: 0.6,
    y: 0.58,
    w: 12.13,
    h: 0.95,
    fontSize: 26,
    bold: true,
    fontFace: 'Arial',
  });
  const bullets = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'].map(label => ({
    text: `${label} of the things to say on slide ${inLetters(number)} takes a line`,
    options: { bullet: true, breakLine: true },
  }));
  const lists = kind === 'chart' ? [bullets] : [bullets.slice(0, 4), bullets.slice(4)];
  for (const [index, list] of lists.entries())
    slide.addText(list, { x: 0.6 + 6.2 * index, y: 1.65, w: 5.9, h: 4.8, fontSize: 16, fontFace: 'Arial' });
  slide.addText('Bench | 2025', { x: 0.6, y: 7.08, w: 9, h: 0.22, fontSize: 9, fontFace: 'Arial' });
  slide.slideNumber = { x: 12.3, y: 7.08, w: 0.43, h: 0.22, fontSize: 9 };
  if (kind !== 'chart') return;
  const labels = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const values = labels.map((_, index) => ((number * 37 + index * 101) % 9901) + 100);
  slide.addChart(deck.ChartType.bar, [{ name: 'Share', labels, values }], {
    x: 6.8,
    y: 1.65,
    w: 5.9,
    h: 4.8,
    barDir: 'bar',
    showValue: true,
    catAxisLabelFontSize: 12,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
  });
}

/** A name without digits, as bench/synthetic.ts gives it. */
function inLetters(number) {
  const rest = Math.floor((number - 1) / 26);
  return `${rest === 0 ? '' : inLetters(rest)}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}

/** One slide a list of calls: `{call: 'text' | 'shape' | 'table' | 'image' | 'chart', …arguments}`. */
function replay(slides) {
  for (const calls of slides) {
    const slide = deck.addSlide();
    for (const { call, content, options } of calls) {
      if (call === 'text') slide.addText(content, options);
      else if (call === 'shape') slide.addShape(content, options);
      else if (call === 'table') slide.addTable(content, options);
      else if (call === 'image') slide.addImage(options);
      else if (call === 'chart') slide.addChart(content.type, content.series, options);
      else if (call === 'notes') slide.addNotes(content);
    }
  }
}

const stream = await deck.stream({ compression: true });
await new Promise((done, failed) => createWriteStream(out).on('error', failed).end(stream, done));
