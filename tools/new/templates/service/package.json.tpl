{
  "name": "@jaki/__service__",
  "version": "0.1.0",
  "private": true,
  "license": "Apache-2.0",
  "type": "module",
  "scripts": {
    "build": "tsc -b",
    "lint": "eslint .",
    "test": "node --experimental-vm-modules --disable-warning=ExperimentalWarning ../../node_modules/jest/bin/jest.js"
  },
  "nx": {
    "tags": ["type:app"]
  },
  "dependencies": __dependencies__,
  "devDependencies": {
    "@jaki/testing": "0.1.0"
  }
}
