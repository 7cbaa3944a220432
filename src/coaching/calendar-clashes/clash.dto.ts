import { Choice } from '../../platform/http/fields';
import { ClashAnswer, clashAnswers } from '../coaches/outside-calendar.rules';

/** What holds: the session is kept, or called off. */
export class ClashAnswerDto {
  @Choice(clashAnswers)
  answer!: ClashAnswer;
}
