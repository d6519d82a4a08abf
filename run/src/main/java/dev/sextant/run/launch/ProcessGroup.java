package dev.sextant.run.launch;

/// All processes with one group number: what is signalled together.
///
/// @param id the number of the group, which is the pid of its first process
public record ProcessGroup(long id) {
    /// A group of one's own; 0 and 1 mean something else to `kill` and are refused.
    public ProcessGroup {
        if (id <= 1 || id > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A process group has a number above 1; %d was given.".formatted(id));
        }
    }

    /// Sends a signal to every member.
    ///
    /// @return false if there is no member, not even a zombie
    public boolean signal(Signal signal) {
        return send(signal.number());
    }

    /// Whether a member is left that still runs. Costs one call when there is none, a walk over `/proc` when there is a zombie.
    public boolean alive() {
        return send(0) && ProcessTable.living(process -> process.group() == id).findAny().isPresent();
    }

    private boolean send(int number) {
        return Posix.here().signalGroup((int) id, number);
    }
}
