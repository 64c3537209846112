/** A PDF file: numbered objects, the table of where each begins, and a trailer (ISO 32000-1, 7.5). */
import { createHash } from 'node:crypto';
import { deflate } from '../../package/package.ts';
import { dictionary, type Pdf } from './syntax.ts';

/** How others refer to an object: `12 0 R`. */
export type Reference = Pdf;

export interface PdfFile {
  /** A reference to what is written later. */
  reserve(): Reference;
  /** Writes an object, under a reserved reference or a new one. */
  add(value: Pdf, reference?: Reference): Reference;
  /** Writes bytes, deflated where `entries` name no other filter. */
  addStream(entries: Readonly<Record<string, Pdf | null>>, bytes: Uint8Array, reference?: Reference): Reference;
  /** The whole file. Its identifier is made from its content: the same content has the same. */
  finish(root: Reference, information: Reference): Uint8Array;
}

/** The second line holds bytes above 127, so that programs which carry the file take it for no text. */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

export function openFile(): PdfFile {
  const objects: Uint8Array[] = [];
  let reserved = 0;
  const reserve = (): Reference => `${++reserved} 0 R`;
  const write = (parts: readonly Uint8Array[], reference: Reference): Reference => {
    const id = Number.parseInt(reference, 10);
    if (objects[id] !== undefined) throw new Error(`object ${id} is written twice`);
    objects[id] = joined([bytesOf(`${id} 0 obj\n`), ...parts, bytesOf('\nendobj\n')]);
    return reference;
  };
  return {
    reserve,
    add: (value, reference = reserve()) => write([bytesOf(value)], reference),
    addStream(entries, bytes, reference = reserve()) {
      const plain = entries.Filter !== undefined;
      const content = plain ? bytes : deflate(bytes);
      const filter = plain ? {} : { Filter: '/FlateDecode' };
      const head = dictionary({ ...entries, ...filter, Length: String(content.length) });
      return write([bytesOf(`${head}\nstream\n`), content, bytesOf('\nendstream')], reference);
    },
    finish(root, information) {
      const header = bytesOf(HEADER);
      let at = header.length;
      const table = Array.from({ length: reserved }, (_, index) => {
        const object = objects[index + 1];
        if (object === undefined) throw new Error(`object ${index + 1} is never written`);
        at += object.length;
        return `${String(at - object.length).padStart(10, '0')} 00000 n \n`;
      });
      const body = joined([header, ...objects.slice(1)]);
      const id = `<${createHash('sha256').update(body).digest('hex').slice(0, 32)}>`;
      const trailer = dictionary({ Size: `${reserved + 1}`, Root: root, Info: information, ID: `[${id} ${id}]` });
      const references = `xref\n0 ${reserved + 1}\n0000000000 65535 f \n${table.join('')}`;
      return joined([body, bytesOf(`${references}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`)]);
    },
  };
}

/** One byte a character: PDF's own words are ASCII. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
