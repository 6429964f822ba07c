# __service__

What this service is for, in two sentences.

Routes and events: [__service__](../../docs/generated/services/__service__.md), made from the code.

## What it promises

| promise | proven in |
| ------- | --------- |
