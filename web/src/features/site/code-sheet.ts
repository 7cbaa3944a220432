import type { Kind } from '../../shared/api/views';
import type { Code } from './reads';

const kinds: readonly Kind[] = ['desk', 'room', 'booth'];

/** The codes of one kind of place that are looked for. */
export interface CodeGroup {
  kind: Kind;
  codes: Code[];
}

/** The codes whose place or text has the words looked for, by the kind of the place; kinds without any are left out. */
export function codeGroups(codes: readonly Code[], search: string): CodeGroup[] {
  const wanted = search.trim().toLocaleLowerCase();
  return kinds
    .map((kind) => ({
      kind,
      codes: codes.filter(
        ({ resource, code }) =>
          resource.kind === kind && `${resource.name} ${code ?? ''}`.toLocaleLowerCase().includes(wanted),
      ),
    }))
    .filter((group) => group.codes.length > 0);
}

/** The codes that are printed: those that exist and were not left out. */
export function printed(codes: readonly Code[], leftOut: ReadonlySet<string>): Code[] {
  return codes.filter(({ svg, resource }) => svg !== null && !leftOut.has(resource.id));
}

/** A set with some members put in, or taken out. */
export function withMembers<Member>(
  set: ReadonlySet<Member>,
  members: readonly Member[],
  areIn: boolean,
): ReadonlySet<Member> {
  const after = new Set(set);
  for (const member of members) {
    if (areIn) after.add(member);
    else after.delete(member);
  }
  return after;
}
