// Bundles the program into a few files under dist/. Hundreds of small modules, and
// MQTT.js with its hundred, cost more to open one by one than a whole healthy check
// takes: see `npm run bench`. Chunks are split where the source says `await import()`.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  platform: 'node',
  external: [/^undici$/],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
  },
});
