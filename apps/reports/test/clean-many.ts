// Cleans a picture three times at once, in a process of its own; prints what it took in MB: before, at most, afterwards.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanPhoto } from '../src/photos/files/clean-photo.js';

const upload = readFileSync(process.argv[2] ?? '');
const before = process.memoryUsage.rss();
const outcomes = await Promise.allSettled(Array.from({ length: 3 }, () => cleanPhoto(upload)));
const most = process.resourceUsage().maxRSS * 1024;
await sleep(200);
const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
const [mbBefore, mbMost, mbAfter] = [before, most, process.memoryUsage.rss()].map((bytes) => Math.round(bytes / 1e6));
process.stdout.write(JSON.stringify({ done, before: mbBefore, most: mbMost, after: mbAfter }));
