/** The parser's own module: Handlebars types only the whole, which brings the compiler. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export const parse: typeof import('handlebars')['parse'];
}
