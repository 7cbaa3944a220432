import { ApiProperty } from '@nestjs/swagger';

/** Whom somebody would like as coach, or a coach would like to coach. */
export class WishesView {
  @ApiProperty({ type: String, format: 'uuid', isArray: true, description: 'the dearest first, three at most' })
  personIds!: string[];
}
