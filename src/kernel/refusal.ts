import { Refusal, Refused } from './errors';

/**
 * A law that is true of the facts at hand: pure, named, and answering either nothing or why not.
 * The name is the code in the error body, the title of the test and the key of the sentence in the web.
 */
export interface Rule<Case> {
  name: string;
  /** Facts and a sentence when the case breaks the rule, otherwise undefined. */
  judge(facts: Case): Omit<Refusal, 'code'> | undefined;
}

/** All refusals that a case earns, in the order of the rules; empty when everything is in order. */
export function judge<Case>(rules: readonly Rule<Case>[], facts: Case): Refusal[] {
  const refusals: Refusal[] = [];
  for (const rule of rules) {
    const refusal = rule.judge(facts);
    if (refusal) refusals.push({ code: rule.name, ...refusal });
  }
  return refusals;
}

/** Throws {@link Refused} with every broken rule, or does nothing. */
export function insist<Case>(rules: readonly Rule<Case>[], facts: Case): void {
  const refusals = judge(rules, facts);
  if (refusals.length > 0) throw new Refused(refusals);
}
