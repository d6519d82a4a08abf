package dev.sextant.engine.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.run.broken.RunRoom;
import dev.sextant.strategy.broken.StrategyRoom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Borders that the module `engine` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("engine knows only what lies below it")
    record KnowsWhoRuns(RunRoom run) {}

    @Breaks("engine sees the strategy SPI, never a concrete strategy")
    record KnowsAStrategy(StrategyRoom strategy) {}

    @Breaks("only app talks to the terminal")
    static final class Prints {
        static void print() {
            System.out.println("a trial is finished");
        }
    }

    @Breaks("only app ends the process")
    static final class GivesUp {
        static void stop() {
            System.exit(1);
        }
    }

    @Breaks("only run starts processes")
    static final class StartsAProgram {
        static ProcessBuilder program() {
            return new ProcessBuilder("train");
        }
    }

    @Breaks("thinking rooms start no threads")
    static final class KeepsAPool {
        static ExecutorService pool() {
            return Executors.newSingleThreadExecutor();
        }
    }

    @Breaks("thinking rooms start no threads")
    static final class StartsAThread {
        static Thread thread() {
            return new Thread(() -> {});
        }
    }

    @Breaks("no exception without a kind of its own")
    static final class Complains {
        static RuntimeException complaint() {
            return new RuntimeException("something is wrong");
        }
    }
}
