package dev.sextant.wire.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a YAML 1.2 document into the same tree that JSON makes. What makes YAML surprising is refused: tags, anchors,
/// aliases, repeated keys, keys that are no words, several documents, numbers in other bases, infinities.
///
/// A plain word is `true` or `false`, a number, nothing (`null`, `~` or empty), or else a text; `yes` is a text and
/// `1e-5` a number.
public final class YamlReader {
    /// The longest text, in characters.
    public static final int MAX_LENGTH = 4 << 20;
    private static final int MAX_DEPTH = JsonText.MAX_DEPTH;

    private final Source source;
    private final Iterator<Event> events;
    private int depth;

    private YamlReader(Source source) {
        this.source = source;
        var settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH + 1).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, source.text()));
    }

    /// The document in a text; an empty text is an object without members.
    ///
    /// @throws FormException that shows the place if the text is not exactly one document
    public static Node read(Source source) {
        if (source.text().length() > MAX_LENGTH) {
            throw source.start().error("The text has %d characters; at most %d are read.".formatted(source.text().length(), MAX_LENGTH));
        }
        try {
            return new YamlReader(source).document();
        } catch (YamlEngineException mistake) {
            throw YamlComplaint.of(mistake, source);
        }
    }

    private Node document() {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return new Node.Obj(List.of(), source.start());
        }
        var document = node(events.next(), Pointer.ROOT);
        events.next();
        var next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw position(next, Pointer.ROOT).error("A second document begins here; a file holds one.");
        }
        return document;
    }

    private Node node(Event event, Pointer pointer) {
        var at = position(event, pointer);
        refuseSurprises(event, at);
        return switch (event) {
            case MappingStartEvent _ -> new Node.Obj(members(at), at);
            case SequenceStartEvent _ -> new Node.Arr(items(at), at);
            case ScalarEvent scalar when scalar.getScalarStyle() == ScalarStyle.PLAIN -> PlainWord.node(scalar.getValue(), at);
            case ScalarEvent scalar -> new Node.Text(scalar.getValue(), at);
            default -> throw at.error("This is not YAML.");
        };
    }

    private static void refuseSurprises(Event event, Position at) {
        if (event instanceof AliasEvent alias) {
            throw at.error("Aliases such as *%s are not read; write the value out.".formatted(alias.getAlias()));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw at.error("Anchors such as &%s are not read; leave it out.".formatted(node.getAnchor().get()));
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            case SequenceStartEvent sequence -> sequence.getTag();
            default -> Optional.<String>empty();
        };
        if (tag.isPresent()) {
            throw at.error("Tags such as %s are not read; leave it out.\nA number becomes a text by quotes: \"5\"."
                    .formatted(tag.get().replace("tag:yaml.org,2002:", "!!")));
        }
    }

    private List<Node.Member> members(Position parent) {
        enter(parent);
        var members = new ArrayList<Node.Member>();
        var names = new HashSet<String>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var name = name(event, parent);
            var at = position(event, parent.pointer().child(name));
            if (!names.add(name)) {
                throw at.error("The key '%s' appears twice.".formatted(Shown.brief(name)));
            }
            members.add(new Node.Member(name, node(events.next(), at.pointer()), at));
        }
        depth--;
        return members;
    }

    private String name(Event event, Position parent) {
        var at = position(event, parent.pointer());
        refuseSurprises(event, at);
        if (event instanceof ScalarEvent scalar && !scalar.getValue().isEmpty()) {
            return scalar.getValue();
        }
        throw at.error("A key must be a word, not an object, a list or nothing.");
    }

    private List<Node> items(Position parent) {
        enter(parent);
        var items = new ArrayList<Node>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, parent.pointer().child(Integer.toString(items.size()))));
        }
        depth--;
        return items;
    }

    private void enter(Position at) {
        if (++depth > MAX_DEPTH) {
            throw at.error("Objects and lists are nested more than %d deep.".formatted(MAX_DEPTH));
        }
    }

    private Position position(Event event, Pointer pointer) {
        return event.getStartMark().map(mark -> at(mark, source, pointer)).orElseGet(source::start);
    }

    static Position at(Mark mark, Source source, Pointer pointer) {
        return new Position(source, source.firstLine() + mark.getLine(), mark.getColumn() + 1, pointer);
    }
}
