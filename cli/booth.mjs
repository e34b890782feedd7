#!/usr/bin/env node
// The only file that must run on any Node: it finds the right one, then hands over to main.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);

/** The Node that is installed with the product, or null. */
function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  return [join(folder, 'node'), join(folder, 'node.exe')].find((file) => existsSync(file)) ?? null;
}

/** Runs the same command on that Node and ends as it ends. */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl+C to the whole group, a supervisor to this process alone: hand on what only we were sent.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`booth: the Node at ${node} does not start (${error.code ?? error.name})\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/**
 * Keeps stripped and compiled code between starts: half of a cold start. Only in a checkout, beside what else is built. In
 * the product the program's files are read-only on purpose, and code that its user could write would undo that.
 */
function keepCompiledCode() {
  if (root.includes('app.asar')) return;
  const folder = join(root, 'out', 'compiled');
  module.enableCompileCache?.(folder);
  // Worker threads and child processes find it here.
  process.env.NODE_COMPILE_CACHE ??= folder;
}

async function runHere() {
  keepCompiledCode();
  // A reader that went away (`booth ... | head`) is no error of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  }
  const { main } = await import('./main.ts');
  process.exitCode = await main(args, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
}

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  await runHere();
} else {
  const node = installedNode();
  if (node === null) {
    process.stderr.write(
      `booth: this is Node ${process.versions.node}; Node ${NEEDED_MAJOR} or newer is needed, and "npm ci" installs one\n`,
    );
    process.exitCode = 2;
  } else {
    runOn(node);
  }
}
