package dev.sextant.server.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.strategy.broken.StrategyRoom;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;

/// Borders that the module `server` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("server never knows strategy")
    record KnowsAStrategy(StrategyRoom strategy) {}

    @Breaks("only store may use java.sql")
    record AsksADatabase(Connection connection) {}

    @Breaks("only wire and run and app may use Jackson")
    record ReadsItsOwnJson(JsonParser parser) {}

    @Breaks("collections keep their order")
    static final class ShufflesAMap {
        static Map<String, String> copy(Map<String, String> map) {
            return Map.copyOf(map);
        }
    }

    @Breaks("collections keep their order")
    static final class ShufflesASet {
        static Set<String> copy(Set<String> set) {
            return Set.copyOf(set);
        }
    }
}
