import { ApiProperty } from '@nestjs/swagger';

/** One rule that a request breaks. */
export class RefusalView {
  @ApiProperty({ description: 'the name of the rule' })
  code!: string;

  @ApiProperty({ description: 'the rule in words' })
  detail!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what it was judged on, and what would be possible',
  })
  facts!: Record<string, unknown>;
}

/** A place and a time that would have been possible instead. */
export class AlternativeView {
  @ApiProperty({ format: 'uuid' })
  resourceId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time' })
  end!: string;
}
