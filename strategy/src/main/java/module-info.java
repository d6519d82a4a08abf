import org.jspecify.annotations.NullMarked;

/// What to try next. Pure algorithms behind one small SPI; the algorithms themselves are not exported.
@NullMarked
module dev.sextant.strategy {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;

    exports dev.sextant.strategy;
    exports dev.sextant.strategy.catalog;
    exports dev.sextant.strategy.demes;
    exports dev.sextant.strategy.estimate;
    exports dev.sextant.strategy.insight;

    uses dev.sextant.strategy.StrategyFactory;
}
