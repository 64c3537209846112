/** Tables as grids: which cell stands at which place. */

/** How far a cell reaches. */
export interface Spanning {
  /** Columns that it takes, itself included. */
  readonly columnSpan: number;
  /** Rows that it takes, itself included. */
  readonly rowSpan: number;
}

/**
 * For each row the cell at every column: a cell that spans stands at several places. A row lists the cells that begin in it,
 * which take its free columns from the left, as in HTML.
 */
export function gridOf<C extends Spanning>(
  rows: readonly { readonly cells: readonly C[] }[],
): readonly (readonly C[])[] {
  const grid: C[][] = rows.map(() => []);
  for (const [index, { cells }] of rows.entries()) {
    for (const cell of cells) {
      const first = firstFree(grid[index]!);
      for (const row of grid.slice(index, index + cell.rowSpan))
        for (let column = first; column < first + cell.columnSpan; column++) row[column] = cell;
    }
  }
  return grid;
}

/** The first column of a row that nothing from above reaches into. */
function firstFree(row: readonly unknown[]): number {
  let column = 0;
  while (row[column] !== undefined) column++;
  return column;
}

/** Whether a row of a banded table is tinted: the first below a head, and every other from there on, as table styles count. */
export function isTinted(rows: readonly { readonly header: boolean }[], index: number): boolean {
  const first = rows[0]?.header ? 1 : 0;
  return index >= first && (index - first) % 2 === 0;
}
