package dev.sextant.server.api;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.model.study.Ending;
import dev.sextant.model.trial.Tie;
import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Role;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Session;
import dev.sextant.server.request.Stored;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.tree.Node;
import java.util.Optional;

/// One request of somebody who came over the network. A study that he may not see is not there for him.
final class Visitor implements Session {
    private static final String BY_HAND = "hand";

    private final OpenStudies studies;
    private final Identity who;
    private final Optional<String> worker;
    private int given;
    private Optional<Asked> last = Optional.empty();

    /// @param worker in whose name trials are asked, which then live while that worker is heard; empty for trials that
    ///     stay until somebody tells them
    Visitor(OpenStudies studies, Identity who, Optional<String> worker) {
        this.studies = studies;
        this.who = who;
        this.worker = worker;
    }

    @Override
    public void create(String name, StudyDraft draft, Place place, Stored stored) {
        checkSees(name);
        draft.find("warm_start").ifPresent(this::checkSeesAll);
        if (place != Place.HOME) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "A server keeps its studies: 'store' must be 'home' or left out.");
        }
        if (who.role() != Role.ADMIN && draft.find("command").isPresent()) {
            throw new HttpRefusedException(403, "forbidden", """
                    '%s' has the role %s, and may make studies without a command only.
                    Leave 'command' out and ask and tell the trials, or let an administrator make the study.""".formatted(who.name(), who.role().word()));
        }
        studies.create(name, draft, stored);
    }

    private void checkSees(String name) {
        Looks.checkSees(who, name);
    }

    /// What is not a list of names is refused when the study is read.
    private void checkSeesAll(Node names) {
        if (names instanceof Node.Arr list) {
            list.items().forEach(item -> {
                if (item instanceof Node.Text(String name, _)) {
                    checkSees(name);
                }
            });
        }
    }

    @Override
    public OpenStudy study(String name) {
        checkSees(name);
        return studies.get(name);
    }

    @Override
    public Asked ask(StudyDesk desk) {
        var asked = desk.askAhead(worker.orElse(BY_HAND), worker.isPresent() ? Tie.HEARTBEAT : Tie.NONE).asked();
        given += asked instanceof Asked.Given ? 1 : 0;
        last = Optional.of(asked);
        return asked;
    }

    /// Whether the last answer was that there is nothing now.
    boolean waits() {
        return last.filter(Asked.Wait.class::isInstance).isPresent();
    }

    /// Why the study that was asked last is over; empty if it is not.
    Optional<String> ending() {
        return last.flatMap(asked -> asked instanceof Asked.Over(Ending over) ? Optional.of(over.why()) : Optional.empty());
    }

    /// How many trials were given.
    int given() {
        return given;
    }

    @Override
    public void delete(String name) {
        checkSees(name);
        studies.delete(name);
    }
}
