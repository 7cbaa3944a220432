import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import { isId } from '../../kernel/id';
import { Bool, Choice, DateField, Id, Text } from '../../platform/http/fields';
import { PageQuery } from '../../platform/http/page';
import { membershipStatuses } from './membership.rules';

/** A version of a document by its number, such as 3, or by its id. */
function DocumentVersionField({ optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      oneOf: [
        { type: 'integer', minimum: 1 },
        { type: 'string', format: 'uuid' },
      ],
      required: !optional,
      description: 'the version that was read and is agreed to, by number or id',
      example: 1,
    }),
    ValidateBy({
      name: 'documentVersion',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' ? isId(value) : Number.isInteger(value) && (value as number) > 0,
        defaultMessage: () => '$property must be the number or the id of a version',
      },
    }),
    ValidateIf((_, value) => !(optional && value === undefined)),
  );
}

/** Which memberships to list. */
export class MembershipsQuery extends PageQuery {
  @Id({ optional: true })
  personId?: string;

  @Id({ optional: true })
  siteId?: string;

  @Choice(membershipStatuses, { optional: true })
  status?: string;
}

/** The agreement to an offer. */
export class AcceptDto {
  @DocumentVersionField()
  agreementVersion!: number | string;
}

/** A pause, first and last day included. */
export class RequestPauseDto {
  @DateField()
  from!: string;

  @DateField({ example: '2027-03-18' })
  to!: string;

  @Text({ optional: true, nullable: true, max: 1000, lines: true })
  reason?: string | null;
}

/** What a renewal needs from the member. */
export class RequestRenewalDto {
  @Bool({ description: 'declared again: no office of my own' })
  noOwnOffice!: boolean;

  @Text({ max: 4000, lines: true, description: 'what has been achieved in this term' })
  progress!: string;

  @DocumentVersionField({ optional: true })
  agreementVersion?: number | string;
}

/** What a manager found when going through the progress. */
export class RenewDto {
  @Text({ max: 4000, lines: true })
  review!: string;
}

/** Why a wish is not granted; the person reads it. */
export class ReasonDto {
  @Text({ max: 1000, lines: true })
  reason!: string;
}

/** What a suspended member says to it. */
export class AnswerDto {
  @Text({ max: 4000, lines: true })
  text!: string;
}
