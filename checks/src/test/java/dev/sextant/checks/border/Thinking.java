package dev.sextant.checks.border;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;

/// What model, strategy and engine must not do: time, chance, threads and files are handed in.
final class Thinking {
    private static final Set<String> CLOCK_METHODS = Set.of("now", "currentTimeMillis", "nanoTime", "sleep", "system",
            "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes");

    private static final Set<String> THREAD_METHODS = Set.of("parallel", "parallelStream", "ofVirtual", "ofPlatform",
            "startVirtualThread", "commonPool", "parallelSort", "parallelPrefix", "parallelSetAll");

    private Thinking() {}

    static List<ArchRule> rules() {
        return List.of(noFiles(), noClock(), noDice(), noThreads());
    }

    private static GivenClassesConjunction noThinkingClass() {
        return noClasses().that().resideInAnyPackage(Rooms.of("model", "strategy", "engine"));
    }

    private static ArchRule noFiles() {
        return noThinkingClass().should().dependOnClassesThat().resideInAnyPackage(
                        "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.zip..", "java.util.jar..",
                        "java.util.logging..")
                .orShould().dependOnClassesThat().belongToAnyOf(
                        File.class, FileInputStream.class, FileOutputStream.class, RandomAccessFile.class)
                .as("thinking rooms touch no file and no network");
    }

    private static ArchRule noClock() {
        return noThinkingClass().should().accessTargetWhere(describe("reads or waits for a clock", Thinking::isClock))
                .as("thinking rooms never read the clock")
                .because("time is handed in, so that a simulator can own it");
    }

    private static boolean isClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        boolean tellsTime = owner.getPackageName().startsWith("java.time")
                || owner.isAssignableTo(InstantSource.class) || owner.isAssignableTo(Clock.class)
                || owner.isEquivalentTo(System.class) || owner.isEquivalentTo(Thread.class);
        return tellsTime && CLOCK_METHODS.contains(access.getName());
    }

    private static ArchRule noDice() {
        return noThinkingClass().should().dependOnClassesThat().belongToAnyOf(
                        Random.class, ThreadLocalRandom.class, SplittableRandom.class)
                .orShould().dependOnClassesThat().resideInAPackage("java.security..")
                .orShould().callMethod(Math.class, "random")
                .orShould().callMethod(java.util.UUID.class, "randomUUID")
                .orShould().callMethod(java.util.random.RandomGenerator.class, "getDefault")
                .as("thinking rooms throw no dice of their own")
                .because("the seed of a study is its only source of chance");
    }

    private static ArchRule noThreads() {
        return noThinkingClass().should().dependOnClassesThat().belongToAnyOf(
                        Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class, Timer.class)
                .orShould().callConstructor(Thread.class).orShould().callConstructor(Thread.class, Runnable.class)
                .orShould().callConstructor(Thread.class, Runnable.class, String.class)
                .orShould().callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .orShould().callMethod(CompletableFuture.class, "supplyAsync", java.util.function.Supplier.class)
                .orShould().accessTargetWhere(describe("starts threads", access -> THREAD_METHODS.contains(access.getName())))
                .as("thinking rooms start no threads")
                .because("an executor is handed in");
    }
}
