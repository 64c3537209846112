/** `linebreak` ships no types. */
declare module 'linebreak' {
  interface Break {
    readonly position: number;
    readonly required: boolean;
  }
  const LineBreaker: new (text: string) => { nextBreak(): Break | null };
  export = LineBreaker;
}
