@Requires('officer')
export class Steps {
  @Post('start')
  start(@Param('id') id: string, @By() by: By) {
    return this.startWork.execute({ id, ...by });
  }

  @Post('stop')
  stop(@Param('id') id: string, @By() { once }: By) {
    return this.stopWork.execute(id, once);
  }

  @Post('read')
  @NaturallyIdempotent('what is read stays read')
  read() {}

  @Post('confirm') // breaks
  confirm(@Caller() actor: Principal) {}

  @Post('dispute') // breaks
  dispute(@By() by: By) {}

  @Post('reject') // breaks
  reject(@By() { actor }: By) {
    return this.rejectReport.execute(actor);
  }

  @Post('see') // breaks
  @NaturallyIdempotent('')
  see() {}
}
