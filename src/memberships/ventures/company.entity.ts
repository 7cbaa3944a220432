import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The registered company that a venture has become. */
@Entity()
@Unique('company_facts', ['country', 'businessId'])
export class Company {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { unique: true })
  @ForeignKey('Venture')
  ventureId!: string;

  @Column('text')
  name!: string;

  /** As the register of its country writes it, without spaces. */
  @Column('text')
  businessId!: string;

  /** ISO 3166 code of two letters. */
  @Column('text')
  country!: string;

  @Column('date')
  registeredOn!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
