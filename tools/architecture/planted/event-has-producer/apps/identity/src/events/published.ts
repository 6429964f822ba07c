// Another service announces it, which is not its owner.
import { reportMoved } from '@jaki/contracts';

export const toContract = () => [reportMoved];
