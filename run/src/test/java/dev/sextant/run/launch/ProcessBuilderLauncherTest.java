package dev.sextant.run.launch;

final class ProcessBuilderLauncherTest extends LauncherContract {
    private final ProcessBuilderLauncher launcher = new ProcessBuilderLauncher();

    @Override
    Launcher launcher() {
        return launcher;
    }
}
