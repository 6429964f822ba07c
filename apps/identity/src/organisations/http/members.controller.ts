import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { By, Requires, UuidPipe } from '@jaki/platform';
import { AddMember } from '../use-cases/add-member.js';
import { RemoveMember } from '../use-cases/remove-member.js';
import { AddMemberDto, MemberView, RemoveMemberDto } from './organisations.dto.js';

@Controller('v1/organisations/:id/members')
@Requires('registrar')
export class MembersController {
  constructor(
    private readonly addMember: AddMember,
    private readonly removeMember: RemoveMember,
  ) {}

  /** Makes a person a member, known here or not, or gives a member other roles. */
  @Post()
  async add(
    @Param('id', UuidPipe) organisationId: OrganisationId,
    @Body() body: AddMemberDto,
    @By() { once }: By,
  ): Promise<MemberView> {
    const { phone, roles, region } = body;
    const member = { organisationId, phone, roles, ...(region !== undefined && { region }) };
    const membership = await this.addMember.execute(member, once);
    return { ...membership, roles: [...membership.roles] };
  }

  /** From the next token request on, the person no longer acts for the organisation. */
  @Post('remove')
  @HttpCode(204)
  remove(
    @Param('id', UuidPipe) organisationId: OrganisationId,
    @Body() { phone }: RemoveMemberDto,
    @By() { once }: By,
  ): Promise<void> {
    return this.removeMember.execute({ organisationId, phone }, once);
  }
}
