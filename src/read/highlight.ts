/** One highlight a slide: where everything is highlighted, nothing is. */
import type { Contract } from '../model/contract.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { at } from '../model/origin.ts';
import { type Content, type FlagValue, isList, isMap, isValue } from '../model/value.ts';
import { MANY_HIGHLIGHTS } from './problems.ts';

/** Reports the second highlight of a slide. What a chart may highlight several times is no `highlight` by its contract. */
export function checkHighlight(content: Content, contract: Contract, report: Report): void {
  const found = highlightsIn(content, contract);
  const second = found[1];
  if (second === undefined) return;
  const message = `The slide has ${found.length} highlights; one proves the message.`;
  report(diagnose(MANY_HIGHLIGHTS, at(second.place, second.pointer), message));
}

function highlightsIn(content: Content | undefined, { $ref, items, properties = {} }: Contract): readonly FlagValue[] {
  if (isList(content)) return items === undefined ? [] : content.flatMap(item => highlightsIn(item, items));
  if (isMap(content)) return Object.entries(properties).flatMap(([key, one]) => highlightsIn(content[key], one));
  return $ref === 'highlight' && isValue(content) && content.kind === 'flag' && content.value ? [content] : [];
}
