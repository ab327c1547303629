# LAP Savetnik in a container: Node 26, not root, and nothing but /data is written to. docs/deployment.md says how it is run.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Node comes with the image; the package that brings it elsewhere is a development one.
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production DATA_DIR=/data OPS_PORT=9080 MALLOC_ARENA_MAX=1
WORKDIR /app
RUN install -d -o node -g node -m 700 /data
COPY --from=packages /app/node_modules node_modules
COPY . .
USER node
VOLUME /data
EXPOSE 8080 9080
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
