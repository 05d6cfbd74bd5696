import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Runs a program to its end and returns what it printed.
 * @param {string} command @param {string[]} args
 * @param {{cwd: string, env?: object, inherit?: boolean|'progress'}} options `inherit`: show its output as it comes ('progress': only what goes to stderr)
 * @returns {Promise<{code: number|string, output: string, faults: string}>} `code` is the name of the signal when one ended it
 */
export function runProgram(command, args, { cwd, env = process.env, inherit = false }) {
  const child = spawn(command, args, { cwd, env, stdio: inherit === 'progress' ? ['ignore', 'ignore', 'inherit'] : inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  let faults = '';
  child.stdout?.on('data', (chunk) => { output += chunk; });
  child.stderr?.on('data', (chunk) => { faults = (faults + chunk).slice(-20_000); });
  return new Promise((resolve) => {
    const finish = (code) => {
      running.delete(child);
      resolve({ code, output, faults });
    };
    child.once('error', (error) => {
      faults += error.message;
      finish(1);
    });
    child.once('close', (code, signal) => finish(code ?? signal));
  });
}

/** Ends the programs that are still running, for a stop in the middle of a start. */
export async function endPrograms() {
  const ends = [...running].map((child) => new Promise((resolve) => {
    child.once('close', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  }));
  await Promise.all(ends);
}
