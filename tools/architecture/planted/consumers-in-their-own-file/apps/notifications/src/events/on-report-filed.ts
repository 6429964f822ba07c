export class OnReportFiled {
  @OnEvent('reports.report.filed.v1')
  handle() {}
}
