package dev.sextant.run.machine;

import dev.sextant.model.resource.Resources;
import dev.sextant.model.study.Settings;
import java.util.List;
import java.util.stream.IntStream;

/// How many trials run at once on a machine, which GPUs each slot has, and why.
///
/// @param gpus the devices of each slot, as many lists as there are slots; empty lists where trials take none
/// @param why one line for the user
public record Slots(List<List<String>> gpus, String why) {
    public Slots {
        gpus = gpus.stream().map(List::copyOf).toList();
    }

    /// The number of slots.
    public int count() {
        return gpus.size();
    }

    /// The slots of a study on a machine: as many as the user says; else as many as the GPUs allow if trials take any, or if
    /// the machine has some and the user said nothing about GPUs (one each); else as many as the cores allow. Never more than
    /// the memory allows, unless the user says how many.
    ///
    /// @throws IllegalArgumentException with a message for the user, if there are not enough GPUs
    public static Slots of(Settings settings, Machine machine) {
        var each = settings.resources();
        boolean shared = !settings.gpusStated() && each.gpus() == 0;
        int gpusEach = shared && !machine.gpus().isEmpty() ? 1 : each.gpus();
        if (settings.slots().isPresent()) {
            return stated(settings.slots().getAsInt(), gpusEach, shared, machine);
        }
        return gpusEach > 0 ? byGpus(gpusEach, each, machine) : byCores(each, machine);
    }

    private static Slots stated(int count, int gpusEach, boolean shared, Machine machine) {
        int have = machine.gpus().size();
        if (gpusEach > 0 && count * gpusEach > have && !shared) {
            throw new IllegalArgumentException("%s of %s %s %d; this machine has %d visible%s.\nAsk for fewer slots. %s"
                    .formatted(slots(count), many(gpusEach, "GPU"), count == 1 ? "needs" : "need", count * gpusEach, have,
                            have == 0 ? "" : " (%s)".formatted(String.join(",", machine.gpus())), machine.gpuSource().hint()));
        }
        var why = "%s, as asked for%s".formatted(slots(count), gpusEach > 0 && count > have ? "; %s shared in turn".formatted(have == 1 ? "1 GPU is" : have + " GPUs are") : "");
        return new Slots(devices(count, gpusEach, machine), why);
    }

    private static Slots byGpus(int gpusEach, Resources each, Machine machine) {
        int have = machine.gpus().size();
        if (have < gpusEach) {
            throw new IllegalArgumentException("A trial asks for %s; this machine has %d visible.\n%s"
                    .formatted(many(gpusEach, "GPU"), have, machine.gpuSource().hint()));
        }
        int count = have / gpusEach;
        return limited(count, "%s: %s, %d a trial".formatted(slots(count), many(have, "visible GPU"), gpusEach), gpusEach, each, machine);
    }

    private static Slots byCores(Resources each, Machine machine) {
        int cores = Math.max(1, each.cpus());
        int count = Math.max(1, machine.cpus() / cores);
        var why = "%s: %s, %d a trial%s".formatted(slots(count), many(machine.cpus(), "usable core"), cores, cores > machine.cpus() ? " (more than there are)" : "");
        return limited(count, why, 0, each, machine);
    }

    private static Slots limited(int count, String why, int gpusEach, Resources each, Machine machine) {
        long fitting = each.memoryBytes() == 0 || machine.memoryBytes() == 0 ? count : Math.max(1, machine.memoryBytes() / each.memoryBytes());
        if (fitting >= count) {
            return new Slots(devices(count, gpusEach, machine), why);
        }
        var less = "%s: %d MiB of memory, %d MiB a trial".formatted(slots((int) fitting), machine.memoryBytes() >> 20, each.memoryBytes() >> 20);
        return new Slots(devices((int) fitting, gpusEach, machine), less);
    }

    private static List<List<String>> devices(int count, int gpusEach, Machine machine) {
        var all = machine.gpus();
        return IntStream.range(0, count)
                .mapToObj(slot -> IntStream.range(0, all.isEmpty() ? 0 : gpusEach).mapToObj(i -> all.get((slot * gpusEach + i) % all.size())).toList())
                .toList();
    }

    private static String slots(int count) {
        return many(count, "slot");
    }

    private static String many(int count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
