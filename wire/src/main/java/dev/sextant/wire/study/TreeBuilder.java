package dev.sextant.wire.study;

import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts an object together, all of it at one place.
final class TreeBuilder {
    private final Position at;
    private final List<Node.Member> members = new ArrayList<>();

    TreeBuilder(Position at) {
        this.at = at;
    }

    TreeBuilder node(String name, Node node) {
        members.add(new Node.Member(name, node, at));
        return this;
    }

    TreeBuilder value(String name, Value value) {
        return node(name, Node.of(value, at));
    }

    TreeBuilder text(String name, String text) {
        return node(name, new Node.Text(text, at));
    }

    TreeBuilder whole(String name, long whole) {
        return node(name, new Node.Num(Long.toString(whole), at));
    }

    TreeBuilder values(String name, Value... values) {
        return node(name, new Node.Arr(Arrays.stream(values).map(v -> Node.of(v, at)).toList(), at));
    }

    TreeBuilder texts(String name, List<String> texts) {
        return node(name, new Node.Arr(texts.stream().<Node>map(t -> new Node.Text(t, at)).toList(), at));
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Node.Obj build() {
        return new Node.Obj(members, at);
    }
}
