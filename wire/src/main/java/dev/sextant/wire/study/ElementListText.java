package dev.sextant.wire.study;

import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Bool;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lists on the command line: `-p layer=1..5:list@2` says how long, `-p layer.units=8..512:log` what each element has.
final class ElementListText {
    private static final Pattern WRITTEN = Pattern.compile(
            "([^=]+)=\\s*([0-9]{1,9})\\.\\.([0-9]{1,9}):list(?:@([0-9]{1,3}))?(?:\\s+if\\s+(.*\\S))?\\s*");
    private static final Pattern MEANT = Pattern.compile("[^=]+=[^@]*:list(?![A-Za-z0-9_.-]).*");

    private ElementListText() {}

    /// The list that an argument of `-p` says, still without its elements; empty if it says no list.
    static Optional<Node.Member> read(Source source) {
        if (!MEANT.matcher(source.text()).matches()) {
            return Optional.empty();
        }
        var written = WRITTEN.matcher(source.text());
        if (!written.matches()) {
            throw source.at(source.text().indexOf(":list")).error("""
                    A list says in whole numbers how long it is: layer=1..5:list, with a default layer=1..5:list@2.
                    What each element has follows as -p layer.units=8..512:log""");
        }
        var name = ParameterForm.located(source.start(), () -> Parameter.of(written.group(1), new Bool(true)).name());
        var at = source.start();
        var list = new TreeBuilder(at).node("list", new Node.Obj(List.of(), at));
        list.node("length", new Node.Arr(List.of(new Node.Num(written.group(2), source.at(written.start(2))),
                new Node.Num(written.group(3), source.at(written.start(3)))), source.at(written.start(2))));
        if (written.group(4) != null) {
            var elements = Collections.<Node>nCopies(Math.min(Integer.parseInt(written.group(4)), ElementList.LONGEST + 1),
                    new Node.Obj(List.of(), at));
            list.node("default", new Node.Arr(elements, source.at(written.start(4))));
        }
        if (written.group(5) != null) {
            list.node("if", new Node.Text(written.group(5), source.at(written.start(5))));
        }
        return Optional.of(new Node.Member(name, list.build(), at));
    }

    /// The members of `space` with those whose names begin with that of a list put into it, in whatever order they were said.
    static List<Node.Member> gathered(List<Node.Member> members) {
        var lists = members.stream().filter(ElementListForm::is).toList();
        var gathered = new ArrayList<Node.Member>();
        for (var member : members) {
            if (lists.contains(member)) {
                gathered.add(new Node.Member(member.name(), filled(member, members), member.at()));
            } else if (lists.stream().noneMatch(list -> isIn(list, member))) {
                gathered.add(member);
            }
        }
        return gathered;
    }

    private static boolean isIn(Node.Member list, Node.Member member) {
        return member.name().startsWith(list.name() + ".");
    }

    private static Node filled(Node.Member list, List<Node.Member> members) {
        var element = members.stream().filter(m -> isIn(list, m))
                .map(m -> new Node.Member(m.name().substring(list.name().length() + 1), m.value(), m.at())).toList();
        if (element.isEmpty()) {
            throw list.at().error("List '%s' has no parameters of its elements.\nExample: -p %s.units=8..512:log"
                    .formatted(list.name(), list.name()));
        }
        var object = Fields.object("list", list.value());
        return new Node.Obj(object.members().stream().map(m -> m.name().equals("list")
                ? new Node.Member("list", new Node.Obj(element, list.at()), m.at()) : m).toList(), object.at());
    }
}
