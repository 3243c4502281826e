export * from './send-digests';
