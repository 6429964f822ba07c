import { announce, reportConfirmed, reportFiled } from '@jaki/contracts';

export const toContract = () => [announce(reportConfirmed, {}), announce(reportFiled, {})];
