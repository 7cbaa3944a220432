// What processes have used so far, from /proc; NaN on systems that have none.
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of one tick of the processor times in /proc (always 100 ticks a second on Linux). */
const tick = 10;

/** Processor time of one process and of its ended children, in milliseconds. */
function timeOf(pid) {
  try {
    const fields = fieldsOf(pid);
    return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * tick;
  } catch {
    return NaN;
  }
}

/** The fields of /proc/<pid>/stat from the third on: the second is a name that may hold anything. */
function fieldsOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Processor time of a process and of all its children, ended ones included, in milliseconds. */
export function familyTime(pid) {
  const own = timeOf(pid);
  if (Number.isNaN(own)) return NaN;
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Number(fieldsOf(name)[1]) === pid;
    } catch {
      return false;
    }
  });
  return children.reduce((sum, child) => sum + (timeOf(child) || 0), own);
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return NaN;
  }
}
