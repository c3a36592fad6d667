// node first-issue.js: milliseconds from the beginning of the import to the first result.
async function main(): Promise<void> {
  const start = performance.now();
  const { validate } = await import('../../src/validate.js');
  const labels = { app: 'hello' };
  const container = { name: 'hello', image: 'ghcr.io/example/hello:1.4.2', ports: [{ containerPort: 8080 }] };
  const spec = {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [container] } },
  };
  const issues = validate([
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'hello', namespace: 'shop' }, spec },
  ]);
  const time = performance.now() - start;
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  process.stdout.write(String(time));
}

void main();
