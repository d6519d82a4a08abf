package dev.sextant.app.cli;

import dev.sextant.app.terminal.LiveScreen;
import dev.sextant.app.terminal.Look;
import dev.sextant.app.terminal.Watch;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.value.Numbers;
import dev.sextant.run.machine.Terminal;
import java.util.ArrayList;
import java.util.List;

/// Which ways of showing a study a command line asks for.
final class Screens {
    static final Flag QUIET = Flag.onOff("--quiet", "no progress").in("study");
    private static final int USUAL_WIDTH = 80;

    private Screens() {}

    static List<Screen> of(Call call, StudyView view, int slots) {
        var screens = new ArrayList<Screen>();
        if (call.has(Usage.JSON)) {
            screens.add(new Screen.Events(call.out(), isUntouched(view)));
        }
        if (!call.has(QUIET)) {
            screens.add(isTerminal(call) ? live(call, view, slots) : new Screen.Plain(view, call.err()));
        }
        return screens;
    }

    /// Whether nothing has happened to a study but its creation, so that this run is all of its log.
    private static boolean isUntouched(StudyView view) {
        if (view.trial(0).isPresent()) {
            return false;
        }
        var others = new ArrayList<Logged>();
        view.events(0, e -> others.addAll(e.event() instanceof StudyEvent.Created || e.event() instanceof StudyEvent.Remembered ? List.of() : List.of(e)));
        return others.isEmpty();
    }

    private static boolean isTerminal(Call call) {
        return call.console().terminals().err() && call.console().variable("TERM").filter(t -> !t.equals("dumb")).isPresent();
    }

    private static Screen live(Call call, StudyView view, int slots) {
        var look = Look.of(call.console().environment());
        return new Screen.Live(new Watch(view.spec(), slots), new LiveScreen(call.err(), look, () -> width(call)));
    }

    /// What the terminal says now, else what the shell says.
    private static int width(Call call) {
        return Terminal.columns().orElseGet(() -> call.console().variable("COLUMNS").filter(Numbers::isWhole)
                .filter(c -> c.length() < 5).map(Integer::parseInt).orElse(USUAL_WIDTH));
    }
}
