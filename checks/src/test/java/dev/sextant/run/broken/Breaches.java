package dev.sextant.run.broken;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.checks.border.Breaks;
import dev.sextant.engine.broken.EngineRoom;
import java.net.http.HttpClient;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/// Borders that the module `run` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("run never knows strategy, engine")
    record KnowsTheEngine(EngineRoom engine) {}

    @Breaks("only server may use HTTP servers")
    record Serves(HttpServer server) {}

    @Breaks("only wire may use the HTTP client")
    record Calls(HttpClient client) {}

    @Breaks("only app may use picocli")
    record ReadsACommandLine(CommandLine line) {}

    @Breaks("only wire and app may use the YAML parser")
    record ReadsAStudyFile(LoadSettings settings) {}
}
