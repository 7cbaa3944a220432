import { Text } from '../platform/http/fields';

export class RefuseErasureDto {
  @Text({ max: 1000, lines: true, description: 'the person reads it' })
  reason!: string;
}
