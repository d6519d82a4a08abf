package dev.sextant.library;

/// What is to be minimised or maximised.
@FunctionalInterface
public interface Function {
    /// The value at a point. NaN, an infinity or an exception fails the trial and nothing else.
    double at(Point point) throws Exception;
}
