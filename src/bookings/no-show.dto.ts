import { QueryBool, Text } from '../platform/http/fields';
import { PageQuery } from '../platform/http/page';

/** Which no-shows are wanted. */
export class NoShowsQuery extends PageQuery {
  @QueryBool({ optional: true, description: 'true: those with an appeal that nobody has answered' })
  waiting?: boolean;
}

/** What somebody says about a no-show. */
export class AppealDto {
  @Text({ max: 1000, lines: true })
  text!: string;
}

/** Why a no-show is forgiven. */
export class ForgiveDto {
  @Text({ max: 1000, lines: true, description: 'the person reads it' })
  reason!: string;
}

/** Why a no-show stands. */
export class UpholdDto {
  @Text({ max: 1000, lines: true, description: 'the person reads it' })
  answer!: string;
}
