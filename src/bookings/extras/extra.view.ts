import { ApiProperty } from '@nestjs/swagger';
import { ExtraStatus, extraStatuses } from './extra.rules';

/** How many of an extra a booking takes. */
export class BookedExtraView {
  @ApiProperty({ format: 'uuid' })
  extraId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  count!: number;
}

/** Something that a site lends with its places. */
export class ExtraView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'how many there are' })
  stock!: number;

  @ApiProperty({ enum: extraStatuses })
  status!: ExtraStatus;

  @ApiProperty({ type: Number, nullable: true, description: 'left at the busiest instant of the period asked for' })
  left!: number | null;

  @ApiProperty({ description: 'rises with each change; send it as If-Match when changing' })
  version!: number;
}

/** The extras of a site. */
export class ExtraPage {
  @ApiProperty({ type: () => ExtraView, isArray: true })
  items!: ExtraView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of an extra; `taken` is null when no period was asked for. */
export interface ExtraRow {
  id: string;
  siteId: string;
  name: string;
  stock: number;
  status: ExtraStatus;
  version: number;
  taken?: number | null;
}

export const extraColumns = `e.id, e.site_id as "siteId", e.name, e.stock, e.status, e.version`;

/** Shows an extra. */
export function extraView({ id, siteId, name, stock, status, version, taken = null }: ExtraRow): ExtraView {
  const left = taken === null ? null : status === 'active' ? Math.max(0, stock - taken) : 0;
  return { id, siteId, name, stock, status, left, version };
}
