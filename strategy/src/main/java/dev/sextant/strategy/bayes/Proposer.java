package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Fingerprints;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.search.Untried;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds what is promised most and was not proposed before. Not thread-safe.
final class Proposer {
    private final Axes axes;
    private final Search.Effort effort;
    private final Untried untried;
    private final Fingerprints proposed = new Fingerprints();

    Proposer(Axes axes, Search.Effort effort) {
        this.axes = axes;
        this.effort = effort;
        this.untried = new Untried(axes.space());
    }

    void learn(Configuration configuration) {
        proposed.add(configuration.fingerprint());
    }

    /// Also where duplicates are allowed: whether to repeat is a question of its own.
    boolean isNew(Configuration configuration, Request request) {
        return untried.accepts(configuration, request) && proposed.find(configuration.fingerprint()).isEmpty();
    }

    /// The answer for the genes that promise most; a uniform draw where nothing new does.
    Answer most(Search.Aim aim, List<double[]> leaders, Request request, Function<double[], Answer> answer) {
        var search = new Search(axes, aim, effort, genes -> isNew(axes.configuration(genes), request), request.random());
        return search.run(leaders).stream().map(Search.Found::genes).filter(genes -> isNew(axes.configuration(genes), request)).findFirst().map(answer)
                .or(() -> untried.uniform(request).map(drawn -> Answer.start(drawn, "uniform draw: what the model likes was tried or is forbidden")))
                .orElseGet(Answer.Exhausted::new);
    }

    /// Of some draws the one of which a model knows least; empty if none may be proposed.
    Optional<Configuration> farthest(Posterior posterior, Request request) {
        return Stall.farthest(axes, posterior, untried, request).map(axes::configuration);
    }
}
