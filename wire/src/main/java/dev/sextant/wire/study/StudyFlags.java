package dev.sextant.wire.study;

import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The options of `tune` that say something about a study, as a [draft][StudyDraft]. Collects them one by one; not
/// thread-safe.
public final class StudyFlags {
    /// Options whose argument is the value of one key, as it stands.
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("--name", "study"), Map.entry("--take", "take"), Map.entry("--pattern", "pattern"),
            Map.entry("--seed", "seed"), Map.entry("--trials", "budget.trials"), Map.entry("--time", "budget.time"),
            Map.entry("--stop-at", "budget.stop_at"), Map.entry("--stop-when", "budget.stop_when"), Map.entry("--patience", "budget.patience"),
            Map.entry("--max-failures", "budget.max_failures"), Map.entry("--slots", "slots"),
            Map.entry("--cpus", "resources.cpus"), Map.entry("--gpus", "resources.gpus"),
            Map.entry("--memory", "resources.memory"), Map.entry("--timeout", "trial.timeout"),
            Map.entry("--retries", "trial.retries"), Map.entry("--grace", "trial.grace"), Map.entry("--keep", "trial.keep"),
            Map.entry("--duplicates", "duplicates"), Map.entry("--workdir", "workdir"));
    private static final Pattern TEXTS = Pattern.compile("--(name|take|pattern|keep|duplicates|workdir|stop-when)");
    private static final String ARTIFACTS = "artifacts";
    private static final Pattern RANGE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)=([0-9]{1,18})\\.\\.([0-9]{1,18})");
    private static final Pattern VARIABLE = Pattern.compile("(?s)([^=]+)=(.*)");

    private final Map<String, Node> single = new LinkedHashMap<>();
    private final Map<String, List<Node.Member>> members = new LinkedHashMap<>();
    private final Map<String, List<Node>> lists = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();

    /// Nothing said yet.
    public StudyFlags() {}

    /// Whether an option says something about a study.
    public static boolean knows(String option) {
        return PLAIN.containsKey(option) || List.of("-p", "--metric", "--record", "--limit", "--require", "--strategy", "--fidelity", "--stopping",
                "--input", "--artifact", "--tag", "--env", "--warm-start").contains(option);
    }

    /// Takes one option.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows the option and what is wrong with its argument
    /// @throws IllegalArgumentException if the option says nothing about a study
    public StudyFlags add(String option, String argument) {
        var source = Source.argument(option, argument);
        switch (option) {
            case "-p" -> parameter(source);
            case "--metric" -> item("objective", new FlagText(source).objective());
            case "--warm-start" -> new FlagText(source).words().forEach(node -> item("warm_start", node));
            case "--record" -> new FlagText(source).words().forEach(node -> item("record", node));
            case "--require" -> item("require", new Node.Text(argument, source.start()));
            case "--limit" -> item("limit", new Node.Text(argument, source.start()));
            case "--input" -> item("inputs", new Node.Text(argument, source.start()));
            case "--artifact" -> item(ARTIFACTS, new Node.Text(argument, source.start()));
            case "--tag" -> item("tags", new Node.Text(argument, source.start()));
            case "--strategy" -> once("strategy", new FlagText(source).strategy(), option);
            case "--stopping" -> once("stopping", new FlagText(source).strategy(), option);
            case "--fidelity" -> once("fidelity", fidelity(source), option);
            case "--env" -> variable(source);
            default -> plain(option, source);
        }
        return this;
    }

    /// Takes the words behind `--`.
    public StudyFlags command(List<String> words) {
        var at = Source.argument("--", String.join(" ", words)).start();
        single.put("command", new Node.Arr(words.stream().<Node>map(w -> new Node.Text(w, at)).toList(), at));
        return this;
    }

    /// What may surprise in the options so far.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// All that was said.
    public StudyDraft draft() {
        var top = new LinkedHashMap<String, Node>(single);
        members.forEach((key, list) -> top.put(key, new Node.Obj(ElementListText.gathered(list), list.getFirst().at())));
        lists.forEach((key, list) -> top.put(key, list(key, new Node.Arr(list, list.getFirst().at()))));
        var at = Source.argument("tune", "").start();
        return StudyDraft.of(new Node.Obj(top.entrySet().stream()
                .map(e -> new Node.Member(e.getKey(), e.getValue(), e.getValue().at())).toList(), at));
    }

    /// Patterns of files are said as a member, so that a file may say when they are brought.
    private static Node list(String key, Node.Arr list) {
        return key.equals(ARTIFACTS) ? new TreeBuilder(list.at()).node("files", list).build() : list;
    }

    private void parameter(Source source) {
        var list = ElementListText.read(source);
        if (list.isPresent()) {
            member("space", list.get().name(), list.get().value(), source.start());
            return;
        }
        var read = DomainText.read(source);
        notices.addAll(read.notices());
        var condition = read.parameter().condition().map(c -> source.at(source.text().lastIndexOf(c))).orElse(source.start());
        member("space", read.parameter().name(), ParameterWriter.node(read.parameter(), condition), source.start());
    }

    private void plain(String option, Source source) {
        var key = PLAIN.get(option);
        if (key == null) {
            throw new IllegalArgumentException("'%s' says nothing about a study.".formatted(option));
        }
        var node = TEXTS.matcher(option).matches() ? new Node.Text(source.text(), source.start()) : new FlagText(source).node();
        int point = key.indexOf('.');
        if (point < 0) {
            once(key, node, option);
        } else {
            member(key.substring(0, point), key.substring(point + 1), node, source.start());
        }
    }

    private void once(String key, Node node, String option) {
        if (single.put(key, node) != null) {
            throw node.at().error("%s is given twice.".formatted(option));
        }
    }

    private void item(String key, Node node) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
    }

    private void member(String section, String name, Node node, Position at) {
        var list = members.computeIfAbsent(section, _ -> new ArrayList<>());
        if (list.stream().anyMatch(m -> m.name().equals(name))) {
            throw at.error("'%s' is given twice.".formatted(name));
        }
        list.add(new Node.Member(name, node, at));
    }

    private void variable(Source source) {
        var variable = VARIABLE.matcher(source.text());
        if (!variable.matches()) {
            throw source.start().error("Expected NAME=VALUE.\nExample: --env TF_CPP_MIN_LOG_LEVEL=2");
        }
        member("env", variable.group(1), new Node.Text(variable.group(2), source.start()), source.start());
    }

    private static Node fidelity(Source source) {
        var range = RANGE.matcher(source.text());
        if (!range.matches()) {
            throw source.start().error("Expected NAME=MIN..MAX in whole numbers of at least 1.\nExample: --fidelity epochs=1..27");
        }
        return new TreeBuilder(source.start()).text("name", range.group(1)).whole("min", Long.parseLong(range.group(2)))
                .whole("max", Long.parseLong(range.group(3))).build();
    }
}
