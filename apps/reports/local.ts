import { local } from '@jaki/testing/local';

export default local({
  port: 4002,
  withoutLoad: {
    JudgementController: 'a judgement needs a second agency and two new photos a report; it is written as a start is',
    PhotosController:
      'a picture takes a core for longer than the rest of the load; database and events see one row of it',
  },
  env: ({ folder }) => ({ PHOTOS_DIR: `${folder}/photos` }),
});
