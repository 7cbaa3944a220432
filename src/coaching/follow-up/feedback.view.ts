import { ApiProperty } from '@nestjs/swagger';
import { instant } from '../../kernel/period';

/** How a session was, as one who took part told it. */
export class FeedbackView {
  @ApiProperty({ format: 'uuid' })
  sessionId!: string;

  @ApiProperty({ minimum: 1, maximum: 5 })
  rating!: number;

  @ApiProperty()
  text!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export interface FeedbackRow {
  sessionId: string;
  rating: number;
  text: string;
  at: Date;
}

export const feedbackRows = `select session_id as "sessionId", rating, text, at from session_feedback`;

export function feedbackView({ sessionId, rating, text, at }: FeedbackRow): FeedbackView {
  return { sessionId, rating, text, at: instant(at) };
}
