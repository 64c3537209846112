/** Addresses out of a deck: which ones a link may lead to, and how each of them is written. */

/** The beginning of a web or mail address: no script, no file, no share. */
const SCHEME = /^(?:https?:\/\/|mailto:)./i;

/** What a URL may not hold (RFC 3986, 2) and browsers leave as it is (WHATWG URL, 1.3). */
const UNWISE = /["<>\\^`{|}]/g;

/** An address percent-encoded, its host in lower case and in ASCII; null for what is none or leads elsewhere than to the web or a mailbox. */
export const addressOf = (text: string): string | null => (faultOf(text) === null ? encoded(text) : null);

/** Why a link may not lead there, as one sentence with the way to mend it; null where it may. */
export function faultOf(text: string): { readonly message: string; readonly hint: string } | null {
  if (!SCHEME.test(text))
    return {
      message: `The link leads to \`${text}\`.`,
      hint: 'links lead to http:, https:, mailto: or to `#slide-id`',
    };
  const message = `\`${text}\` cannot be an address.`;
  if (/\s/.test(text)) return { message, hint: 'a blank within an address is written `%20`' };
  if (!URL.canParse(text) || !namesMailboxes(new URL(text)))
    return { message, hint: 'copy it from where it opens, such as the address bar of a browser' };
  return null;
}

const encoded = (text: string): string => new URL(text).href.replace(UNWISE, encodeURIComponent);

/** Of mail, whether each addressee has one `@` (RFC 6068, 2); they may be left to the header fields. Of other addresses true. */
const namesMailboxes = ({ protocol, pathname, search }: URL): boolean =>
  protocol !== 'mailto:' ||
  (pathname === '' ? search !== '' : pathname.split(',').every(to => /^[^@]+@[^@]+$/.test(to)));
