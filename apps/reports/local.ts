import { local } from '@jaki/testing/local';

export default local({
  port: 4002,
  env: ({ folder }) => ({ PHOTOS_DIR: `${folder}/photos` }),
});
