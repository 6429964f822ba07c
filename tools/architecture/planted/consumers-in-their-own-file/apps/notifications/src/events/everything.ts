export class Everything {
  @OnEvent('reports.report.filed.v1') // breaks
  filed() {}

  @OnEvents(['reports.report.routed.v1']) // breaks
  routed() {}
}
