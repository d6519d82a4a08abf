package dev.sextant.app.cli;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.wire.study.DomainText;
import dev.sextant.wire.tree.Source;
import java.util.List;
import java.util.Optional;

record StudyRequest(StudySpec spec, Settings settings) {
    static StudyRequest of(Call call) {
        var space = new SearchSpace(call.values(StudyFlags.PARAMETER).stream().map(p -> DomainText.read(Source.argument("-p", p)).parameter()).toList(), List.of(), 1);
        var settings = Settings.STANDARD;
        if (call.value(StudyFlags.TRIALS).isPresent()) {
            settings = settings.with(settings.budget().with(new Limit.Trials(call.count(StudyFlags.TRIALS).orElse(1))));
        }
        var dir = call.console().directory().toString();
        var name = call.value(StudyFlags.NAME).orElse(StudyNaming.ofCommand(call.rest().orElse(List.of()), space.parameters().toString() + call.rest()));
        return new StudyRequest(new StudySpec(name, space, List.of(new Objective("FoM", Objective.Goal.MIN)), List.of(), StrategySpec.of("auto"), 7, new Duplicates.Forbid(), Optional.empty(),
            call.rest().map(r -> Program.of(r, dir))), settings);
    }
}
