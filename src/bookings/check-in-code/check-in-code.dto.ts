import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { field, Text } from '../../platform/http/fields';

const most = 500;

/** Which places get new codes. */
export class IssueCodesDto {
  @field(
    { optional: true, description: 'their old codes are worth nothing any more; left out: those that have none' },
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: most },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  )
  resourceIds?: string[];
}

/** The code in a path; hyphens, spaces and capitals do not matter. */
export class CodePath {
  @Text({ max: 40, example: 'k7m2-9qxd-4wtz' })
  code!: string;
}
