/** Who is answered: the page that the command named, asked for by the browser of this machine, and nobody else. */

/** As much of a request as decides; header values as Node joins them. */
export interface Asked {
  readonly method: string | undefined;
  /** The request target as it was sent: never decoded, never resolved. */
  readonly target: string | undefined;
  /** Every `Host` that was sent. */
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge. */
  readonly site: string | undefined;
}

/** The things that there are, by what stands after the token; nothing on a disk has an address. */
export const THINGS = ['', 'client.js', 'style.css', 'events'] as const;
export type Thing = (typeof THINGS)[number];

export type Verdict =
  | { readonly status: 200; readonly thing: Thing; readonly query: string }
  | { readonly status: 403 | 404 | 405 };

/**
 * Judges a request for a server on a port. A name that a rebinding DNS server gave us is no `Host` of ours, another site's page has another
 * `Origin` and says so in `Sec-Fetch-Site`, and whoever does not know the token is told of nothing.
 */
export function judge({ method, target, hosts, origin, site }: Asked, port: number, token: string): Verdict {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = hosts.length === 1 ? hosts[0]! : '';
  if (!ours.includes(host)) return { status: 403 };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403 };
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403 };
  if (method !== 'GET') return { status: 405 };
  const [path = '', query = '', ...more] = (target ?? '').split('?');
  const thing = more.length > 0 ? undefined : THINGS.find(name => path === `/${token}/${name}`);
  if (thing === undefined || (query !== '' && thing !== 'events' && thing !== '')) return { status: 404 };
  return { status: 200, thing, query };
}
