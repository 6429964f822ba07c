// Imported and named in a comment (reportMoved), but announced by nobody.
import { reportMoved } from '@jaki/contracts';

export const toContract = () => [];
