package dev.sextant.app.report;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/// A page with places `{{name}}`, each filled once; what is filled in is not looked at again.
final class Template {
    private final String page;
    private final Map<String, String> fillings = new LinkedHashMap<>();

    private Template(String page) {
        this.page = page;
    }

    static Template of(String resource) {
        return new Template(Resource.text(resource));
    }

    Template with(String name, String markup) {
        fillings.put(name, markup);
        return this;
    }

    /// @throws IllegalStateException if a place has no filling
    void write(Writer writer) throws IOException {
        int from = 0;
        for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", from)) {
            int close = page.indexOf("}}", open);
            var filling = fillings.get(page.substring(open + 2, close));
            if (filling == null) {
                throw new IllegalStateException("Nothing fills " + page.substring(open, close + 2) + ".");
            }
            writer.append(page, from, open).append(filling);
            from = close + 2;
        }
        writer.append(page, from, page.length());
    }
}
