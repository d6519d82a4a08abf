package dev.sextant.store.home;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.store.sqlite.Sample;
import java.nio.file.Path;

/// A program that takes the study `s` of the home that is its argument, appends an event, says `held`, and stays.
public final class HoldingProgram {
    private HoldingProgram() {}

    public static void main(String[] arguments) throws Exception {
        var held = new Home(Path.of(arguments[0]), Access.standard()).study("s").take(Access.standard()).orThrow();
        Sample.append(held.store(), new StudyEvent.StudyPaused());
        System.out.println("held");
        System.out.flush();
        Thread.currentThread().join();
    }
}
