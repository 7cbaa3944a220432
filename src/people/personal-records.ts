import { Injectable } from '@nestjs/common';

/** What one feature keeps about a person, for the export that everybody may ask for (GDPR, articles 15 and 20). */
export interface PersonalRecord {
  /** Name of the section in the export, such as `bookings`. */
  name: string;
  /** Everything that is kept about the person, in a form that a machine can read; no secrets, no other people. */
  read(personId: string): Promise<unknown>;
}

/** Where features announce what they keep about people. They register when their module starts. */
@Injectable()
export class PersonalRecords {
  private readonly sections: PersonalRecord[] = [];

  /** Adds a section to every export from now on. @throws Error when there is one of that name. */
  add(section: PersonalRecord): void {
    if (this.sections.some(({ name }) => name === section.name)) {
      throw new Error(`There are two sections of personal records named ${section.name}.`);
    }
    this.sections.push(section);
  }

  /** All sections about a person, by name. */
  async about(personId: string): Promise<Record<string, unknown>> {
    const records: Record<string, unknown> = {};
    for (const section of this.sections) records[section.name] = await section.read(personId);
    return records;
  }
}
