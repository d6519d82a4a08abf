package dev.sextant.run.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The flat JSON object that a program may leave in `$SEXTANT_RESULT`: `{"loss": 0.31, "latency": 12}`.
///
/// Numbers are figures, bare `NaN` and `Infinity` (as Python writes them) included; a text, a truth value or `null` is passed
/// over, and so is what is nested. A file of more than [#LARGEST] bytes, or that is not JSON, cannot be read.
public sealed interface ResultFile {
    /// The most that is read, in bytes.
    long LARGEST = 1024 * 1024;

    /// What the file says.
    record Read(Reading reading) implements ResultFile {}

    /// The program wrote no such file.
    record Absent() implements ResultFile {}

    /// There is a file, but it cannot be understood.
    ///
    /// @param reason a reason for failure, one line
    record Unreadable(String reason) implements ResultFile {}

    /// Looks at a file.
    static ResultFile at(Path file) {
        try {
            if (!Files.exists(file)) {
                return new Absent();
            }
            if (Files.size(file) > LARGEST) {
                return new Unreadable("%s has more than %d bytes".formatted(file.getFileName(), LARGEST));
            }
            return new Read(read(Files.readString(file)));
        } catch (JacksonException wrong) {
            return new Unreadable("%s is not a flat JSON object: %s".formatted(file.getFileName(), JsonComplaint.of(wrong)));
        } catch (IOException failed) {
            return new Unreadable("%s cannot be read: %s".formatted(file.getFileName(), failed.getMessage()));
        }
    }

    private static Reading read(String text) {
        var factory = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (var parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new tools.jackson.core.exc.StreamReadException(parser, JsonComplaint.NO_OBJECT);
            }
            return readObject(parser);
        }
    }

    private static Reading readObject(JsonParser parser) {
        var values = new LinkedHashMap<String, Double>();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            if (parser.nextToken().isNumeric()) {
                values.put(name, parser.getDoubleValue());
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new tools.jackson.core.exc.StreamReadException(parser, JsonComplaint.MORE);
        }
        return new Reading(OptionalLong.empty(), values);
    }
}
