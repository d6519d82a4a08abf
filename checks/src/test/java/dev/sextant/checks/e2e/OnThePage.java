package dev.sextant.checks.e2e;

import dev.sextant.testkit.browser.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests that look at the page of one [PageSite], which each class has for itself, and after each of which all must be well.
abstract class OnThePage {
    @TempDir
    static Path folder;

    static PageSite site;
    static Browser browser;

    @BeforeAll
    static void begin() {
        site = new PageSite(folder);
        browser = site.browser();
    }

    @AfterAll
    static void end() {
        site.close();
    }

    @BeforeEach
    void look() {
        site.look();
    }

    @AfterEach
    void allIsWell() {
        site.allIsWell();
    }
}
