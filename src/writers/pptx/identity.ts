/** Names that are made from content instead of drawn by lot, so that the same deck gets the same ones. */
import { hash } from 'node:crypto';

/** The first `length` hexadecimal digits of a content's SHA-256. */
export const digest = (content: string | Uint8Array, length = 16): string =>
  hash('sha256', content, 'hex').slice(0, length);

/** A GUID as Office writes it, in braces and upper case; in lower case it is a schema error. */
export function guid(content: string): string {
  const hex = digest(content, 32).toUpperCase();
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `{${parts.join('-')}}`;
}
