import { Email, ListOf, Text } from '../../platform/http/fields';

/** Somebody to invite to a meeting; no account is needed. */
export class GuestDto {
  @Text({ max: 80, example: 'Ada Example' })
  name!: string;

  @Email({ example: 'ada@example.org' })
  email!: string;
}

/** All guests of a meeting, in place of those before. */
export class GuestsDto {
  @ListOf(() => GuestDto, { max: 100 })
  guests!: GuestDto[];
}
