{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": {
    "rootDir": ".",
    "outDir": "dist/.spec",
    "emitDeclarationOnly": true,
    "tsBuildInfoFile": "dist/.spec.tsbuildinfo"
  },
  "include": ["src/**/*.spec.ts", "test", "local.ts", "companions"],
  "references": [
    { "path": "./tsconfig.json" },
    { "path": "../../libs/kernel" },
    { "path": "../../libs/contracts" },
    { "path": "../../libs/messaging" },
    { "path": "../../libs/platform" },
    { "path": "../../libs/testing" }
  ]
}
