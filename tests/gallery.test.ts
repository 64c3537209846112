/** The gallery finds every slide kind by itself, and the page needs nothing else. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from './support/cli.ts';

test('every kind is shown four times, under its name, with its template', { timeout: 300_000 }, () => {
  const loader = join(HOME, 'node_modules', 'tsx', 'dist', 'loader.mjs');
  execFileSync(process.execPath, ['--import', `file://${loader}`, join(HOME, 'gallery', 'gallery.ts')], { cwd: HOME });
  const page = readFileSync(join(HOME, 'output', 'gallery', 'index.html'), 'utf8');
  const kinds = readdirSync(join(HOME, 'templates', 'slides')).map(name => name.replace('.hbs', ''));
  const sections = page.split('<section ').slice(1);
  expect(sections.map(section => /^id="([^"]+)"/.exec(section)![1])).toEqual(kinds);
  for (const [index, section] of sections.entries()) {
    expect(section.match(/<figure>/g)).toHaveLength(4);
    expect(section).toContain(`<a href="../../templates/slides/${kinds[index]}.hbs">`);
  }
  expect(page).not.toMatch(/\b(src|href)="https?:|@import|<script/);
});
