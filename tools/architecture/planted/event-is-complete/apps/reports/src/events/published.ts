import { announce, reportLeft, reportMoved } from '@jaki/contracts';

export const toContract = () => [announce(reportMoved, {}), announce(reportLeft, {})];
