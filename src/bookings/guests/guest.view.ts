import { ApiProperty } from '@nestjs/swagger';

/** Somebody without an account who is invited to a meeting. */
export class GuestView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;
}
