import { Id } from './fields';

/** The id in a path such as `/bookings/{id}`; anything but a UUID is answered with 400. */
export class IdPath {
  @Id()
  id!: string;
}
