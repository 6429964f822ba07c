// A program that wants a platform for itself, such as the demo.
import { startPlatform } from '../platform.js';

await startPlatform({ quiet: true });
setInterval(() => undefined, 60_000);
