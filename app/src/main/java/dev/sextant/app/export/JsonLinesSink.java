package dev.sextant.app.export;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.trial.TrialForm;
import java.io.Writer;

/// One object a line.
final class JsonLinesSink implements TrialSink {
    private final Text text;

    JsonLinesSink(Writer writer) {
        this.text = new Text(writer);
    }

    @Override
    public void start() {}

    @Override
    public void trial(TrialRecord trial) {
        text.add(TrialForm.write(trial)).add("\n");
    }

    @Override
    public void end() {}
}
