package dev.sextant.app.export;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;
import java.io.Writer;

/// One document, a trial a line: `{"study":…,"trials":[…]}`.
final class JsonSink implements TrialSink {
    private final String study;
    private final Text text;
    private boolean isFirst = true;

    JsonSink(String study, Writer writer) {
        this.study = study;
        this.text = new Text(writer);
    }

    @Override
    public void start() {
        text.add("{\"study\":").add(new JsonWriter().text(study).finish()).add(",\"trials\":[");
    }

    @Override
    public void trial(TrialRecord trial) {
        text.add(isFirst ? "\n" : ",\n").add(TrialForm.write(trial));
        isFirst = false;
    }

    @Override
    public void end() {
        text.add("\n]}\n");
    }
}
