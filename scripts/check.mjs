// npm run check: lint, format, types and freshness, without the tests.
import { bootstrap, runMain } from "./bootstrap.mjs";
import { runChecks } from "./house/checks.mjs";

await runMain(async () => {
  await bootstrap();
  if (runChecks().failed > 0) process.exitCode = 1;
});
