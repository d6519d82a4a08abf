package dev.sextant.app.cli;

import dev.sextant.model.text.Nearest;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.wire.lines.LineRefusedException;
import java.util.List;

/// Runs command lines: finds the verb, reads the rest, and turns whatever goes wrong into a message and an exit code.
public final class CommandLines {
    private static final List<String> HELP = List.of("help", "--help", "-h");
    private static final List<String> VERSION = List.of("--version", "-V");

    private static final List<ErrorCode> MACHINE =
            List.of(ErrorCode.HELD, ErrorCode.STORE_FAILED, ErrorCode.STRATEGY_BROKE, ErrorCode.INTERNAL);

    private CommandLines() {}

    /// Does what a command line says.
    ///
    /// @param arguments a verb and what belongs to it
    public static ExitCode run(List<String> arguments, Console console) {
        try {
            var code = dispatch(arguments, console);
            console.out().flush();
            return code;
        } catch (UsageException | StudyNameException | IllegalArgumentException wrong) {
            return failed(arguments, console, wrong, ExitCode.WRONG_USAGE);
        } catch (LineRefusedException refused) {
            return failed(arguments, console, refused, code(refused.code()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return failed(arguments, console, broken, ExitCode.MACHINE_FAILED);
        }
    }

    /// The names of the verbs that have a help text of their own.
    public static List<String> verbs() {
        return Verbs.ALL.stream().map(v -> v.usage().name()).toList();
    }

    /// Whether the answer to a line is the user's or the machine's fault.
    private static ExitCode code(String word) {
        return MACHINE.stream().anyMatch(c -> c.word().equals(word)) ? ExitCode.MACHINE_FAILED : ExitCode.WRONG_USAGE;
    }

    private static ExitCode failed(List<String> arguments, Console console, Throwable cause, ExitCode code) {
        console.out().flush();
        // a picture with a caret begins on a line of its own
        console.err().println((Faults.isPicture(cause) ? "sextant:\n" : "sextant: ") + Faults.text(cause));
        if (arguments.contains(Usage.DEBUG.name())) {
            cause.printStackTrace(console.err());
        }
        console.err().flush();
        return code;
    }

    private static ExitCode dispatch(List<String> arguments, Console console) {
        var first = arguments.isEmpty() ? "help" : arguments.getFirst();
        var others = arguments.isEmpty() ? List.<String>of() : arguments.subList(1, arguments.size());
        if (HELP.contains(first)) {
            return help(others, console);
        }
        var verb = find(VERSION.contains(first) ? "version" : first);
        int end = others.indexOf("--") < 0 ? others.size() : others.indexOf("--");
        if (others.subList(0, end).stream().anyMatch(CommandLines::asksForHelp)) {
            console.out().print(HelpText.of(verb.usage()));
            return ExitCode.DONE;
        }
        return verb.run(Reading.read(console, verb.usage(), others));
    }

    private static boolean asksForHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    private static ExitCode help(List<String> words, Console console) {
        console.out().print(words.stream().allMatch(CommandLines::asksForHelp) ? HelpText.overview(Verbs.ALL) : HelpText.of(find(words.getFirst()).usage()));
        return ExitCode.DONE;
    }

    private static Verb find(String name) {
        if (Verbs.LATER.contains(name)) {
            throw new UsageException("'%s' is not in this version.".formatted(name));
        }
        return Verbs.find(name).orElseThrow(() -> new UsageException("There is no verb '%s'.%n%s".formatted(name,
                name.startsWith("-") ? "A verb comes first: sextant tune …; 'sextant help' lists them."
                        : Nearest.question(name, Verbs.names()).orElse("'sextant help' lists them."))));
    }

}
