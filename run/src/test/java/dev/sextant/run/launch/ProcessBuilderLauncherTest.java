package dev.sextant.run.launch;

final class ProcessBuilderLauncherTest extends LauncherContract {
    private final ProcessBuilderLauncher launcher = new ProcessBuilderLauncher();

    @Override
    Launcher launcher() {
        return launcher;
    }

    /// The JDK lets go of the pipes of a program that has ended, sooner or later, whoever else holds them.
    @Override
    boolean knowsWhoHoldsItsPipes() {
        return false;
    }
}
