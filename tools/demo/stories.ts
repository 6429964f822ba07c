import { CannotStart } from '@jaki/testing/embedded';
import { marketStory } from './market/story.js';
import { reportsStory } from './reports/story.js';
import { type Story } from './story.js';

const stories: ReadonlyMap<string, Story> = new Map<string, Story>([
  ['reports', reportsStory],
  ['market', marketStory],
]);

/** The story that is asked for by its name; without one, that of the reports. @throws CannotStart for any other name */
export function storyCalled([name = 'reports', ...others]: readonly string[]): Story {
  const story = others.length === 0 ? stories.get(name) : undefined;
  if (story !== undefined) return story;
  const asked = [name, ...others].join(' ');
  throw new CannotStart(`There is no story called ${asked}: choose one of ${[...stories.keys()].join(', ')}.`);
}
