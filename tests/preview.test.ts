/** The preview's server: who is answered, with what, and that nothing leaks to anybody else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locate } from '../src/files.ts';
import { type Preview, startPreview } from '../src/preview/preview.ts';
import { briefwright, inFolder } from './support/cli.ts';
import { startBriefwright } from './support/process.ts';

const SECRET = 'Nobody else may read this title';
const BRIEFING = `title: ${SECRET}\ndate: 2026-03-02\norder: [cover]\n`;

let preview: Preview;
let folder: string;
let port: number;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-'));
  writeFileSync(join(folder, 'briefing.yaml'), BRIEFING);
  preview = await startPreview({
    briefing: locate(folder),
    language: null,
    audience: null,
    brand: null,
    port: null,
    editor: '',
    onBuild: () => {},
  });
  const address = new URL(preview.address);
  [port, token] = [Number(address.port), address.pathname.split('/')[1]!];
});
afterAll(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are and gives all that comes back; the stream of events is cut at its first message. */
function raw(request: string): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(request.replaceAll('PORT', String(port)).replaceAll('TOKEN', token), 'latin1'),
    );
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', chunk => {
      answer += chunk.toString('latin1');
      if (/^data: .*\n\n/m.test(answer)) socket.destroy();
    });
    socket.on('error', error => ((error as NodeJS.ErrnoException).code === 'ECONNRESET' ? done(answer) : fail(error)));
    socket.on('close', () => done(answer));
  });
}

/** PORT and TOKEN stand for the real ones. */
function ask(target: string, header = 'Host: 127.0.0.1:PORT'): string {
  const host = /^host:/i.test(header) ? [] : ['Host: 127.0.0.1:PORT'];
  return [`GET ${target} HTTP/1.1`, ...host, header, 'Connection: close', '', ''].join('\r\n');
}

describe('the page that the command named', () => {
  test.each([
    ['', 'text/html', 'Host: 127.0.0.1:PORT'],
    ['', 'text/html', 'Host: localhost:PORT'],
    ['?language=ko', 'text/html', 'Sec-Fetch-Site: none'],
    ['client.js', 'text/javascript', 'Sec-Fetch-Site: same-origin'],
    ['style.css', 'text/css', 'Origin: http://127.0.0.1:PORT'],
    ['events', 'text/event-stream', 'Sec-Fetch-Site: same-origin'],
    ['events?language=xx&brand=../../etc&ground=dark', 'text/event-stream', 'Sec-Fetch-Site: same-origin'],
  ])('is given %j as %s, asked with %s', async (thing, type, header) => {
    const answer = await raw(ask(`/TOKEN/${thing}`, header));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(`Content-Type: ${type}`);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'; script-src 'self'");
    expect(answer).toContain('X-Content-Type-Options: nosniff');
    expect(answer).not.toMatch(/^Access-Control/im);
  });

  test('has no address of a file, and no link to one where no editor was named', async () => {
    expect(await raw(ask('/TOKEN/'))).not.toContain(folder);
    const links = [...(await raw(ask('/TOKEN/events'))).matchAll(/"link":("[^"]*"|null)/g)].map(([, link]) => link);
    expect(new Set(links)).toEqual(new Set(['null']));
  });

  test('listens on this machine alone', () => {
    expect(new URL(preview.address).hostname).toBe('127.0.0.1');
  });
});

/** Every form in which somebody else might ask. */
const HOSTILE: readonly (readonly [name: string, request: string])[] = [
  // Whoever does not know the token.
  ...[
    '/',
    '/index.html',
    '/events',
    '/client.js',
    '/token/',
    '//',
    '/..',
    '/%2e%2e/',
    '/briefing.yaml',
    '/data/briefing.yaml',
    '/.git/config',
    '/package.json',
    '/@fs/etc/passwd',
    '/etc/passwd',
    '/TOKEN',
    '/TOKEN%2f',
    '/XTOKEN/',
    '/TOKENX/',
    '/?TOKEN',
    '/#/TOKEN/',
  ].map(target => [`asks for ${target}`, ask(target)] as const),
  // Whoever knows it and wants out of the list.
  ...[
    '/TOKEN/briefing.yaml',
    '/TOKEN/..',
    '/TOKEN/../',
    '/TOKEN/../briefing.yaml',
    '/TOKEN/../../../../etc/passwd',
    '/TOKEN/%2e%2e/%2e%2e/etc/passwd',
    '/TOKEN/%252e%252e/etc/passwd',
    '/TOKEN/..%2f..%2fetc/passwd',
    '/TOKEN/..\\..\\etc\\passwd',
    '/TOKEN/..%5c..%5cetc%5cpasswd',
    '/TOKEN/./client.js',
    '/TOKEN//client.js',
    '/TOKEN/client.js/',
    '/TOKEN/client.js%00',
    '/TOKEN/client.js?raw',
    '/TOKEN/style.css?import&raw',
    '/TOKEN/client.ts',
    '/TOKEN/CLIENT.JS',
    '/TOKEN/c%6Cient.js',
    '/TOKEN/#/../client.js',
    '/TOKEN/client.js#x',
    '/TOKEN/events?a?b',
    '/TOKEN/@fs/etc/passwd?import&raw??',
    '/TOKEN/file:///etc/passwd',
    '/TOKEN/src/cli.ts',
    '/TOKEN/;/client.js',
    '/TOKEN/.',
    '/TOKEN/%',
    'http://127.0.0.1:PORT/TOKEN/',
    'http://evil.example/TOKEN/',
    'file:///etc/passwd',
    '*',
    'TOKEN/',
  ].map(target => [`with the token asks for ${target}`, ask(target)] as const),
  // Whoever comes by another name or from another page.
  ...[
    'Host: evil.example',
    'Host: evil.example:PORT',
    'Host: 127.0.0.1',
    'Host: 127.0.0.1:1',
    'Host: 127.0.0.1:PORT.evil.example',
    'Host: 127.0.0.1:PORT@evil.example',
    'Host: localhost.evil.example:PORT',
    'Host: LOCALHOST.:PORT',
    'Host: [::1]:PORT',
    'Host: 0.0.0.0:PORT',
    'Host: 2130706433:PORT',
    'Host: 127.1:PORT',
    'Host:',
    'Host: 127.0.0.1:PORT\r\nHost: evil.example',
    'Host: evil.example\r\nX-Forwarded-Host: 127.0.0.1:PORT',
    'Origin: http://evil.example',
    'Origin: null',
    'Origin: https://127.0.0.1:PORT',
    'Origin: http://127.0.0.1:1',
    'Origin: http://localhost:PORT',
    'Origin: http://127.0.0.1:PORT.evil.example',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
  ].map(header => [`with the token sends ${JSON.stringify(header)}`, ask('/TOKEN/events', header)] as const),
  // Whoever wants something else than to read.
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND'].map(
    method => [`with the token says ${method}`, ask('/TOKEN/').replace('GET', method)] as const,
  ),
  // Whoever does not speak the protocol.
  ['says nothing', '\r\n\r\n'],
  ['speaks HTTP/0.9', 'GET /TOKEN/\r\n'],
  ['sends no host', 'GET /TOKEN/ HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['sends no host in HTTP/1.0', 'GET /TOKEN/ HTTP/1.0\r\n\r\n'],
  [
    'smuggles a second request',
    `POST /TOKEN/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /TOKEN/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n`,
  ],
  ['sends endless headers', ask('/TOKEN/', `X-A: ${'a'.repeat(20_000)}`)],
  ['sends control characters', ask('/TOKEN/\u0001')],
  ['greets as TLS does', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
  ['begins as HTTP/2 does', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
];

describe('whoever else asks is told nothing', () => {
  test('in the forms below, of which there are many', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  test.each(HOSTILE)('who %s', async (_, request) => {
    const answer = await raw(request);
    expect(answer).not.toMatch(/^HTTP\/1\.[01] 2/);
    for (const secret of [SECRET, token, folder, 'root:', '<html', 'import ']) expect(answer).not.toContain(secret);
    expect(answer).not.toMatch(/^Access-Control/im);
  });
});

describe('the command', () => {
  test('says where the page is, goes on to the next port where one is taken, and ends with 130', () =>
    inFolder(async home => {
      writeFileSync(join(home, 'briefing.yaml'), BRIEFING);
      const one = startBriefwright(['preview', home, '--no-open'], home);
      const other = startBriefwright(['preview', home, '--no-open'], home);
      const ports = await Promise.all(
        [one, other].map(
          async ({ until }) => /:(\d+)\//.exec(await until(/http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\n/))![1],
        ),
      );
      expect(ports[0]).not.toBe(ports[1]);
      expect(await Promise.all([one.end(), other.end()])).toEqual([130, 130]);
    }));

  test('ends with 2 where the port that was asked for is taken, or is none', () =>
    inFolder(async home => {
      writeFileSync(join(home, 'briefing.yaml'), BRIEFING);
      const blocker = createServer();
      await new Promise<void>(done => blocker.listen(0, '127.0.0.1', done));
      const taken = (blocker.address() as { port: number }).port;
      const refused = startBriefwright(['preview', home, '--no-open', '--port', String(taken)], home);
      expect(await refused.until(/error: .*\n/)).toContain(`port ${taken} is in use`);
      expect(await refused.ended).toBe(2);
      blocker.close();
      expect(briefwright(['preview', home, '--port', '70000'], home)).toMatchObject({ code: 2, out: '' });
    }));
});
