package dev.sextant.run.launch;

import java.util.List;

/// The two signals that end a process group: a request, and an order.
public enum Signal {
    /// Please end; a program may save what it has.
    TERM(15),
    /// End now; nothing can be done about it.
    KILL(9);

    private static final List<String> NAMES = List.of("", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
            "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /// The number that POSIX gives this signal.
    public int number() {
        return number;
    }

    /// `SIGSEGV` for 11 and so on, numbered as on Linux; `signal 40` for those without a name.
    public static String nameOf(int number) {
        return number > 0 && number < NAMES.size() ? "SIG" + NAMES.get(number) : "signal " + number;
    }
}
