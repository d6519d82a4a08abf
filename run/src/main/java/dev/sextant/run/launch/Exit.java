package dev.sextant.run.launch;

/// How a process ended: by itself with a code, or by a signal.
public sealed interface Exit {
    /// The process ended by itself; 0 is success by convention.
    ///
    /// @param code 0 to 255
    record Code(int code) implements Exit {
        @Override
        public String toString() {
            return "exit code " + code;
        }
    }

    /// A signal ended the process.
    ///
    /// @param number 1 to 64, as `kill -l` numbers them on this system
    record Killed(int number) implements Exit {
        @Override
        public String toString() {
            return "killed by " + Signal.nameOf(number);
        }
    }

    /// Whether the program says that all went well.
    default boolean success() {
        return this instanceof Code(var code) && code == 0;
    }

    /// Decodes the status word of `waitpid`: low seven bits are the signal, the next byte is the code.
    static Exit ofStatus(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? new Code((status >> 8) & 0xff) : new Killed(signal);
    }

    /// Decodes what a shell, and [Process#exitValue], say: 128 + n for signal n.
    static Exit ofShellCode(int code) {
        return code > 128 && code <= 128 + 64 ? new Killed(code - 128) : new Code(code);
    }
}
