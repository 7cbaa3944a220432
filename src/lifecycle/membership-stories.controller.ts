import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { CurrentActor, Roles, SignedIn } from '../access/access.decorators';
import { Actor } from '../kernel/actor';
import { IdPath } from '../platform/http/path';
import { PreviewQuery } from './lifecycle.dto';
import { MembershipEndService } from './membership-end.service';
import { EndMembershipDto, SuspendDto } from './membership-stories.dto';
import { MembershipAffectedView, MembershipStoryView } from './membership-story.view';
import { MembershipSuspensionService } from './membership-suspension.service';
import { PauseStoryService } from './pause-story.service';

const storyOrPreview = {
  description: 'the membership with the bookings that were cancelled, or with preview those that would be',
  schema: { anyOf: [{ $ref: getSchemaPath(MembershipStoryView) }, { $ref: getSchemaPath(MembershipAffectedView) }] },
};

type Told = Promise<MembershipStoryView | MembershipAffectedView>;

/** What happens to a membership and touches its bookings. */
@ApiTags('Memberships')
@ApiExtraModels(MembershipStoryView, MembershipAffectedView)
@Controller('memberships/:id')
export class MembershipStoriesController {
  constructor(
    private readonly pauses: PauseStoryService,
    private readonly suspensions: MembershipSuspensionService,
    private readonly ends: MembershipEndService,
  ) {}

  @Post('approve-pause')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve the pause that was asked for, and cancel what is booked in it' })
  @ApiOkResponse(storyOrPreview)
  approvePause(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { preview }: PreviewQuery): Told {
    return preview ? this.pauses.previewApproval(actor, id) : this.pauses.approve(actor, id);
  }

  @Post('end-pause')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Come back from a pause early; the term is shorter again by what is left of it' })
  @ApiOkResponse(storyOrPreview)
  endPause(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { preview }: PreviewQuery): Told {
    return preview ? this.pauses.previewReturn(actor, id) : this.pauses.endEarly(actor, id);
  }

  @Post('withdraw')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a membership back before its first day' })
  @ApiOkResponse(storyOrPreview)
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { preview }: PreviewQuery): Told {
    return preview ? this.ends.previewWithdrawal(actor, id) : this.ends.withdraw(actor, id);
  }

  @Post('give-notice')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: "Leave after the plan's days of notice" })
  @ApiOkResponse(storyOrPreview)
  giveNotice(@CurrentActor() actor: Actor, @Param() { id }: IdPath, @Query() { preview }: PreviewQuery): Told {
    return preview ? this.ends.previewNotice(actor, id) : this.ends.giveNotice(actor, id);
  }

  @Post('suspend')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Suspend a membership with a reason and a day of review' })
  @ApiOkResponse(storyOrPreview)
  suspend(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: SuspendDto,
    @Query() { preview }: PreviewQuery,
  ): Told {
    return preview ? this.suspensions.preview(actor, id, body) : this.suspensions.suspend(actor, id, body);
  }

  @Post('end')
  @Roles('manager', 'administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a membership today, or plan its end on a later day' })
  @ApiOkResponse(storyOrPreview)
  end(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdPath,
    @Body() body: EndMembershipDto,
    @Query() { preview }: PreviewQuery,
  ): Told {
    return preview ? this.ends.previewEnd(actor, id, body) : this.ends.end(actor, id, body);
  }
}
