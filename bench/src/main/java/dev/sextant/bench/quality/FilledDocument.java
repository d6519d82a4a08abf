package dev.sextant.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document whose tables are made from results: a line `<!-- bench/run quality report WORDS -->`, the table, and a line
/// `<!-- end -->`. What stands between is made anew. With `--picture FILE` among the words it is a picture instead, in a file beside
/// the document.
final class FilledDocument {
    private static final Pattern TABLE = Pattern.compile("(<!-- bench/run quality report ([^\n]*) -->\n).*?(?=<!-- end -->)", Pattern.DOTALL);

    private FilledDocument() {}

    /// @param table makes a table from the words of its marker
    static void fill(Path file, Function<List<String>, String> table) throws IOException {
        Function<MatchResult, String> made = match -> Matcher.quoteReplacement(
                match.group(1) + "\n" + table.apply(Arrays.asList(match.group(2).split(" ", -1))) + "\n\n");
        Files.writeString(file, TABLE.matcher(Files.readString(file)).replaceAll(made));
    }
}
