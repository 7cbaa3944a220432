import { codeGroups, printed } from './code-sheet';
import type { Code } from './reads';

const code = (kind: string, name: string, text: string | null) =>
  ({ resource: { id: name, kind, name }, code: text, svg: text && '<svg/>' }) as Code;

const codes = [code('room', 'Saimaa', 'AAAA'), code('desk', 'Desk 01', 'BBBB'), code('desk', 'Desk 12', null)];
const shown = (search: string) => codeGroups(codes, search).map((group) => [group.kind, ...group.codes.map(nameOf)]);
const nameOf = ({ resource }: Code) => resource.name;

describe('the sheet of codes', () => {
  it.each([
    [
      '',
      [
        ['desk', 'Desk 01', 'Desk 12'],
        ['room', 'Saimaa'],
      ],
    ],
    [' desk 1', [['desk', 'Desk 12']]],
    ['aaa', [['room', 'Saimaa']]],
    ['booth', []],
  ])('shows by kind what has "%s" in it', (search, groups) => {
    expect(shown(search)).toEqual(groups);
  });

  it('prints what there is a code of, but for what was left out', () => {
    expect(printed(codes, new Set()).map(nameOf)).toEqual(['Saimaa', 'Desk 01']);
    expect(printed(codes, new Set(['Desk 01'])).map(nameOf)).toEqual(['Saimaa']);
  });
});
