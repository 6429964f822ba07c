{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist", "tsBuildInfoFile": "dist/.tsbuildinfo" },
  "include": ["src"],
  "exclude": ["**/*.spec.ts"],
  "references": [
    { "path": "../../libs/kernel" },
    { "path": "../../libs/contracts" },
    { "path": "../../libs/messaging" },
    { "path": "../../libs/platform" }
  ]
}
