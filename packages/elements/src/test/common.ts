/** The tests that every element passes: its states, hostile adapters, life in the page, languages, layout. */
import { describeFaults } from './common/faults.ts';
import { describeLanguages } from './common/languages.ts';
import { describeLayout } from './common/layout.ts';
import { describeLife } from './common/life.ts';
import { describeStates } from './common/states.ts';
import type { Subject } from './common/subject.ts';

export function describeCommon(subject: Subject): void {
  describeStates(subject);
  describeFaults(subject);
  describeLife(subject);
  describeLanguages(subject);
  describeLayout(subject);
}
