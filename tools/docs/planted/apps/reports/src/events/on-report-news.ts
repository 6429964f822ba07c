const told = [reportFiled, reportRouted] as const;

export class OnReportNews {
  @OnEvents(told)
  handle() {}

  @OnEvents([reportConfirmed])
  handleLast() {}
}
