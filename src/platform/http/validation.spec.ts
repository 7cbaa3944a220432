import 'reflect-metadata';
import { ArrayUnique, getMetadataStorage, IsString, Matches, MaxLength } from 'class-validator';
import { Malformed } from '../../kernel/errors';
import { rememberRules, validation } from './validation';

class Named {
  @IsString()
  name!: string;
}

class Titled extends Named {
  @MaxLength(3)
  title!: string;
}

const storage = getMetadataStorage();
const names = (target: typeof Named): string[] =>
  storage
    .getTargetValidationMetadatas(target, '', false, false)
    .map(({ propertyName }) => propertyName)
    .sort();

describe('the rules of a class', () => {
  it('are its own and those that it inherits, each time they are asked for', () => {
    for (let time = 0; time < 2; time++) {
      expect(names(Titled)).toEqual(['name', 'title']);
      expect(names(Named)).toEqual(['name']);
    }
  });

  it('are looked up once', () => {
    const lookUp = jest.fn(() => []);
    const other = { getTargetValidationMetadatas: lookUp } as unknown as typeof storage;
    rememberRules(other);
    for (const target of [Named, Titled, Named]) other.getTargetValidationMetadatas(target, '', false, false);
    expect(lookUp).toHaveBeenCalledTimes(2);
    // Groups change what holds.
    other.getTargetValidationMetadatas(Named, '', false, false, ['some']);
    expect(lookUp).toHaveBeenCalledTimes(3);
  });

  it('are asked of every value', async () => {
    const check = (value: object) => validation().transform(value, { type: 'body', metatype: Titled });
    await expect(check({ name: 'a', title: 'abc' })).resolves.toBeInstanceOf(Titled);
    for (let time = 0; time < 2; time++) {
      await expect(check({ name: 'a', title: 'abcd' })).rejects.toThrow(Malformed);
      await expect(check({ name: 1, title: 'abc' })).rejects.toThrow(Malformed);
    }
  });
});

class Listed {
  @ArrayUnique()
  @Matches(/^[a-z]+$/, { each: true })
  value!: string[];

  @Matches(/^[A-Z]{2}$/)
  country = 'FI';
}

describe('a flaw', () => {
  const flawsOf = async (value: object): Promise<unknown> => {
    const refused = validation().transform(value, { type: 'body', metatype: Listed });
    return (
      await refused.then(
        () => undefined,
        (error: unknown) => error as Malformed,
      )
    )?.errors;
  };

  it('says what is asked without naming the member a second time', async () => {
    await expect(flawsOf({ value: ['a'], country: 'fi' })).resolves.toEqual([
      { pointer: '/country', detail: 'must match /^[A-Z]{2}$/' },
    ]);
    await expect(flawsOf({ value: ['a', 'B'] })).resolves.toEqual([
      { pointer: '/value', detail: 'each value must match /^[a-z]+$/' },
    ]);
    await expect(flawsOf({ value: ['a', 'a'] })).resolves.toEqual([
      { pointer: '/value', detail: 'all values must be unique' },
    ]);
    await expect(flawsOf({ value: [], other: 1 })).resolves.toEqual([
      { pointer: '/other', detail: 'is not a member of this request' },
    ]);
  });
});
