import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, SignedIn } from '../../access/access.decorators';
import { Actor } from '../../kernel/actor';
import { CoachProfileService } from './coach-profile.service';
import { LanguagesDto } from './coach.dto';
import { CoachQueries } from './coach.queries';
import { LanguagesView, TopicsView, topicsView } from './coach.view';
import { topicTreeVersion } from './expertise.rules';

/** What can be known and needed. */
@ApiTags('Coaching')
@SignedIn()
@Controller('coaching/topics')
export class TopicsController {
  @Get()
  @ApiOperation({ summary: 'The tree of topics that coaches know and founders need' })
  @ApiOkResponse({ type: TopicsView })
  topics(): TopicsView {
    return topicsView(topicTreeVersion);
  }
}

/** Which languages people speak. */
@ApiTags('Coaching')
@SignedIn()
@Controller('me/languages')
export class LanguagesController {
  constructor(
    private readonly coaches: CoachQueries,
    private readonly profiles: CoachProfileService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The languages I speak; before I say so, those of my latest application' })
  @ApiOkResponse({ type: LanguagesView })
  read(@CurrentActor() actor: Actor): Promise<LanguagesView> {
    return this.coaches.languages(actor.personId);
  }

  @Put()
  @ApiOperation({ summary: 'Say which languages I speak', description: '422 `each_once`.' })
  @ApiOkResponse({ type: LanguagesView })
  put(@CurrentActor() actor: Actor, @Body() { items }: LanguagesDto): Promise<LanguagesView> {
    return this.profiles.speak(actor, items);
  }
}
