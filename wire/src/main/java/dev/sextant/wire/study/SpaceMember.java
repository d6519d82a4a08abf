package dev.sextant.wire.study;

import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.Parameter;
import dev.sextant.wire.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A member of `space`: one parameter, or a list, which is several.
sealed interface SpaceMember {
    Node.Member node();

    /// The parameters that the space gets.
    List<Parameter> parameters();

    /// The same without conditions.
    List<Parameter> bare();

    /// Its conditions as they were written.
    List<Condition> conditions();

    /// A condition.
    ///
    /// @param who whose it is, for messages
    /// @param node in which it stands
    /// @param parameter that has it and no other
    /// @param beside what it may speak of by bare names, before all others of the space
    record Condition(String who, Node.Member node, Parameter parameter, List<Parameter> beside) {}

    record Single(Node.Member node, Parameter parameter) implements SpaceMember {
        @Override
        public List<Parameter> parameters() {
            return List.of(parameter);
        }

        @Override
        public List<Parameter> bare() {
            return List.of(bare(parameter));
        }

        @Override
        public List<Condition> conditions() {
            return List.of(new Condition("Parameter '%s'".formatted(parameter.name()), node, parameter, List.of()));
        }

        private static Parameter bare(Parameter parameter) {
            return new Parameter(parameter.name(), parameter.domain(), parameter.standard(), Optional.empty());
        }
    }

    record Listed(Node.Member node, ElementList list) implements SpaceMember {
        @Override
        public List<Parameter> parameters() {
            return list.parameters();
        }

        @Override
        public List<Parameter> bare() {
            var unconditional = new ElementList(list.name(), list.length(), bareElement(), list.standard(), Optional.empty());
            return unconditional.parameters().stream().map(Single::bare).toList();
        }

        private List<Parameter> bareElement() {
            return list.element().stream().map(Single::bare).toList();
        }

        @Override
        public List<Condition> conditions() {
            var conditions = new ArrayList<Condition>();
            var length = Parameter.of(list.lengthName(), list.length());
            list.condition().ifPresent(c -> conditions.add(
                    new Condition("List '%s'".formatted(list.name()), node, length.onlyIf(c), List.of())));
            var columns = ElementListForm.elements(node);
            for (int i = 0; i < columns.size(); i++) {
                var parameter = list.element().get(i);
                conditions.add(new Condition("Parameter '%s.%s'".formatted(list.name(), parameter.name()), columns.get(i), parameter,
                        bareElement()));
            }
            return conditions;
        }

        /// Refuses a member of the space whose name means something of this list.
        void refuse(Node.Member other) {
            if (list.owns(other.name())) {
                throw other.at().error("Parameter '%s': names that begin with '%s.' are those of the list '%s'; choose another."
                        .formatted(other.name(), list.name(), list.name()));
            }
        }
    }

    static SpaceMember read(Node.Member member, Consumer<String> notices) {
        return ElementListForm.is(member) ? new Listed(member, ElementListForm.read(member, notices))
                : new Single(member, ParameterForm.read(member, notices));
    }
}
