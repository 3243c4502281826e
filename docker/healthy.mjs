// The slim image has no curl: one request, and its outcome as the exit code.
const answer = await fetch(`http://127.0.0.1:${process.argv[2]}/health/ready`, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
