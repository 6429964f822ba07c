# One file for every service: docker build --build-arg APP=reports --target service -t jaki/reports .
# The stage `tools` is the one-shot set-up and the SMS stand-in of docker-compose.yml.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

# The manifests alone, so that the layers that install change only with them, never with a line of code.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /source
COPY . .
RUN find . \( -name package.json -o -name package-lock.json -o -name .npmrc \) -not -path '*/node_modules/*' \
      -exec cp --parents -t /mnt {} +

FROM ${NODE_IMAGE} AS tools
WORKDIR /workspace
COPY --from=manifests /mnt ./
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/typescript/bin/tsc -b
USER node
CMD ["node", "tools/dist/containers/setup.js"]

# Only what the app runs with: its own and its libraries' builds, migrations and data, and production packages.
FROM tools AS pruned
ARG APP
USER root
RUN node tools/containers/prune.mjs "${APP}" /pruned && cd /pruned && npm ci --omit=dev --ignore-scripts -w "@jaki/${APP}"

FROM ${NODE_IMAGE} AS service
ARG APP
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=pruned /pruned /service
RUN install -d -o node -g node /var/lib/jaki
WORKDIR /service/apps/${APP}
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A small nursery for new objects keeps a service at some 150 MB instead of 200, and at 180 instead of 300 after a rush.
CMD ["node", "--max-semi-space-size=4", "dist/main.js"]
