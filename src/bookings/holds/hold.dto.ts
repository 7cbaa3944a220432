import { WishDto } from '../wish.dto';

/** What to hold and when, said as for a booking. */
export class HoldDto extends WishDto {}
