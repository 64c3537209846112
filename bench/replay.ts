/** A finished scene as the drawing calls of pptxgenjs, so that it alone can write the same shapes. */
import { colourOf } from '../src/model/brand.ts';
import type { ChartItem, Item, LaidParagraph, Scene, TableItem, TextBlock } from '../src/model/scene.ts';
import type { Rect } from '../src/model/units.ts';

interface Call {
  readonly call: 'text' | 'shape' | 'table' | 'image' | 'chart' | 'notes';
  readonly content?: unknown;
  readonly options?: object;
}

/** The calls of each slide, as plain data. */
export function replayable(scene: Scene): Call[][] {
  return scene.slides.map(slide => {
    const notes = slide.notes.map(paragraph =>
      paragraph.runs.map(run => (run.kind === 'run' ? run.text : ' ')).join(''),
    );
    return [...slide.items.flatMap(item => calls(item, scene)), { call: 'notes', content: notes.join('\n') }];
  });
}

function calls(item: Item, scene: Scene): Call[] {
  const hex = (token: string): string => colourOf(scene.brand, token).hex.slice(1);
  const options = { ...place(item.frame), objectName: item.name };
  switch (item.kind) {
    case 'group':
      return item.items.flatMap(child => calls(child, scene));
    case 'shape':
      return [
        {
          call: 'shape',
          content: item.geometry === 'ellipse' ? 'ellipse' : 'rect',
          options: { ...options, fill: { color: hex(item.fill ?? 'paper') } },
        },
      ];
    case 'freeform':
      return [{ call: 'shape', content: 'rect', options: { ...options, fill: { color: hex(item.fill) } } }];
    case 'connector':
      return [
        {
          call: 'shape',
          content: 'line',
          options: { ...options, line: { color: hex(item.stroke.colour), width: item.stroke.width } },
        },
      ];
    case 'text':
      return [{ call: 'text', content: runs(item, hex), options: { ...options, margin: 0, fontFace: 'Arial' } }];
    case 'table':
      return [
        {
          call: 'table',
          content: rows(item, hex),
          options: { ...options, colW: item.columns.map(width => width / 72), fontFace: 'Arial' },
        },
      ];
    case 'chart':
      return [
        {
          call: 'chart',
          content: { type: 'bar', series: series(item) },
          options: {
            ...options,
            barDir: item.chart.type === 'bar' ? 'bar' : 'col',
            showValue: true,
            valAxisHidden: true,
          },
        },
      ];
    case 'image': {
      const picture = scene.pictures.get(item.file)!;
      const type = picture.format === 'svg' ? 'svg+xml' : picture.format;
      return [
        {
          call: 'image',
          options: { ...options, data: `image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}` },
        },
      ];
    }
  }
}

const place = (frame: Rect): object => ({
  x: frame.x / 72,
  y: frame.y / 72,
  w: frame.width / 72,
  h: frame.height / 72,
});

function runs(block: Pick<TextBlock, 'paragraphs'>, hex: (token: string) => string): object[] {
  return block.paragraphs.flatMap((paragraph: LaidParagraph) => {
    const texts = paragraph.runs.flatMap(run => (run.kind === 'run' ? [run] : []));
    return texts.map((run, index) => ({
      text: run.text,
      options: {
        fontSize: run.size,
        bold: run.bold,
        color: hex(run.colour),
        align: paragraph.align === 'centre' ? 'center' : paragraph.align,
        ...(paragraph.list === null ? {} : { bullet: true }),
        ...(index === texts.length - 1 ? { breakLine: true } : {}),
      },
    }));
  });
}

const rows = (table: TableItem, hex: (token: string) => string): object[][] =>
  table.rows.map(row =>
    row.cells.map(({ text, columnSpan, rowSpan }) => ({
      text: runs(text, hex),
      options: { colspan: columnSpan, rowspan: rowSpan },
    })),
  );

const series = ({ chart }: ChartItem): object[] =>
  chart.series.map(({ name, points }) => ({
    name,
    labels: chart.categories.map(({ label }) => label),
    values: points.map(({ value }) => value ?? 0),
  }));
