/// What this machine has for trials, and how it is cut into slots.
///
/// [Machine][dev.sextant.run.machine.Machine] is what is there, [Slots][dev.sextant.run.machine.Slots] how many trials run at
/// once and why. Uses `launch` (to ask `nvidia-smi`) and `model`.
package dev.sextant.run.machine;
