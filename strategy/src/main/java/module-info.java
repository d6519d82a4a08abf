import org.jspecify.annotations.NullMarked;

/// What to try next. Pure algorithms behind one small SPI; the algorithms themselves are not exported; the numbers under them are, for pictures of results.
@NullMarked
module dev.sextant.strategy {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;

    exports dev.sextant.strategy;
    exports dev.sextant.strategy.catalog;
    exports dev.sextant.strategy.demes;
    exports dev.sextant.strategy.estimate;
    exports dev.sextant.strategy.insight;
    exports dev.sextant.strategy.numeric;

    uses dev.sextant.strategy.StrategyFactory;
}
