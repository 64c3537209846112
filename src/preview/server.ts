/** The server of one page: a fixed list of things from memory, for this machine alone. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { judge, type Thing } from './guard.ts';

export interface Serving {
  /** With the token: whoever has it may look. */
  readonly address: string;
  close(): Promise<void>;
}

/** A page that listens: it asked with a query, and is sent whatever there is to say until it goes. */
export interface Listener {
  readonly query: string;
  send(data: string): void;
  end(): void;
  onClose(then: () => void): void;
}

export interface Site {
  readonly pages: Readonly<Record<Exclude<Thing, 'events'>, { readonly type: string; readonly bytes: Uint8Array }>>;
  listen(listener: Listener): void;
}

/** The port that is taken where none was asked for, and how many after it are tried. */
const FIRST_PORT = 4321;
const TRIES = 20;
/** Pages that listen at once. */
const LISTENERS = 24;

/** The port that was asked for is taken by another program. */
export class PortBusy extends Error {}

/** Serves the site on `port`, or on the first that is free where it is null. */
export async function serve(site: Site, port: number | null): Promise<Serving> {
  const token = randomBytes(16).toString('base64url');
  const limited = { ...site, listen: limit(site) };
  const server = createServer({ maxHeaderSize: 8192, requestTimeout: 10_000 }, (request, response) =>
    answer(request, response, limited, (server.address() as AddressInfo).port, token),
  );
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await listenOn(server, port);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}/`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listenOn(server: Server, asked: number | null): Promise<void> {
  const ports = asked === null ? [...Array.from({ length: TRIES }, (_, next) => FIRST_PORT + next), 0] : [asked];
  for (const port of ports) if (await takes(server, port)) return;
  throw new PortBusy(`port ${asked} is in use; leave --port out to take a free one`);
}

const takes = (server: Server, port: number): Promise<boolean> =>
  new Promise((done, fail) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
      else fail(error);
    };
    const listening = (): void => {
      server.off('error', refused);
      done(true);
    };
    server.once('error', refused).once('listening', listening).listen(port, '127.0.0.1');
  });

/** The page loads what it came with and what it made itself; nobody may frame it, read it or guess its type. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const REFUSALS = {
  403: 'Forbidden\n',
  404: 'Not found. The preview is at the address that the command printed.\n',
  405: 'Method not allowed\n',
} as const;

function answer(request: IncomingMessage, response: ServerResponse, site: Site, port: number, token: string): void {
  const { method, url: target, headers } = request;
  const hosts = request.headersDistinct.host ?? [];
  const verdict = judge(
    { method, target, hosts, origin: headers.origin, site: headers['sec-fetch-site'] as string | undefined },
    port,
    token,
  );
  if (verdict.status !== 200) {
    response.writeHead(verdict.status, { ...HEADERS, 'Content-Type': 'text/plain', Connection: 'close' });
    response.end(REFUSALS[verdict.status]);
    return;
  }
  if (verdict.thing === 'events') {
    stream(response, verdict.query, site);
    return;
  }
  const { type, bytes } = site.pages[verdict.thing];
  response.writeHead(200, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': bytes.length });
  response.end(bytes);
}

/** So many listen at once, and the oldest goes when one more comes: a page that was left open somewhere keeps nobody out. */
function limit(site: Site): Site['listen'] {
  const listeners = new Set<Listener>();
  return listener => {
    listeners.add(listener);
    listener.onClose(() => listeners.delete(listener));
    const [oldest] = listeners;
    if (listeners.size > LISTENERS) oldest!.end();
    site.listen(listener);
  };
}

/** Server-sent events (HTML Standard, 9.2): one line of data each. */
function stream(response: ServerResponse, query: string, site: Site): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  response.flushHeaders();
  site.listen({
    query,
    send: data => void response.write(`data: ${data}\n\n`),
    end: () => void response.end(),
    onClose: then => void response.on('close', then),
  });
}
