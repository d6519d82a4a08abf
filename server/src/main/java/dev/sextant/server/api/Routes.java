package dev.sextant.server.api;

import dev.sextant.server.access.Role;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Route;
import dev.sextant.server.page.PageFiles;
import dev.sextant.wire.file.Digests;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every route of the service and who may take it. One more is a line here, and a path in `docs/reference/openapi.yaml`.
final class Routes {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> TELLERS = EnumSet.of(Role.SUBMIT, Role.WORKER);
    private static final Set<Role> SUBMITTERS = EnumSet.of(Role.SUBMIT);
    private static final Set<Role> WORKERS = EnumSet.of(Role.WORKER);
    private static final Set<Role> ADMINS = Set.of();
    private static final String STUDIES = "/api/v1/studies";
    private static final String STUDY = STUDIES + "/{study}";
    private static final String TRIAL = STUDY + "/trials/{trial}";
    private static final String WORKER = "/api/v1/workers/{worker}";

    private Routes() {}

    static List<Route> of(OpenStudies studies, ShownStudies shown, Workers workers, About about, Tokens tokens) {
        var routes = new ArrayList<Route>();
        routes.addAll(ofTheService(workers, about, tokens));
        routes.addAll(looking(studies, shown));
        routes.addAll(steering(studies, shown));
        routes.addAll(running(studies, workers));
        routes.addAll(page());
        return routes;
    }

    private static List<Route> ofTheService(Workers workers, About about, Tokens tokens) {
        return List.of(
                Route.open("GET", "/health", About::health),
                Route.open("GET", "/ready", about::ready),
                Route.to("GET", "/metrics", ALL, about.meters()::answer),
                Route.open("POST", "/api/v1/session", about.sessions()::begin),
                Route.open("DELETE", "/api/v1/session", about.sessions()::end),
                Route.to("GET", "/api/v1", ALL, about::answer),
                Route.to("GET", "/api/v1/tokens", ADMINS, tokens::list),
                Route.to("POST", "/api/v1/tokens", ADMINS, tokens::give),
                Route.to("DELETE", "/api/v1/tokens/{token}", ADMINS, tokens::revoke),
                Route.to("GET", "/api/v1/workers", ALL, workers::list));
    }

    /// Everybody may have the page: what it shows he gets only with his token.
    private static List<Route> page() {
        var routes = new ArrayList<Route>();
        PageFiles.NAMES.forEach(name -> {
            var file = new Reply.Document(200, PageFiles.type(name), PageFiles.bytes(name), Map.of());
            routes.add(Route.open("GET", name.equals("index.html") ? "/" : "/" + name, _ -> file));
        });
        return routes;
    }

    private static List<Route> looking(OpenStudies studies, ShownStudies shown) {
        var looks = new Looks(studies, shown, new StudyTags(studies, InstantSource.system()));
        var inputs = new Inputs(studies);
        return List.of(
                Route.to("GET", STUDIES, ALL, looks::studies),
                Route.to("GET", STUDY, ALL, looks::study),
                Route.to("GET", STUDY + "/trials", ALL, looks::trials),
                Route.to("GET", TRIAL, ALL, looks::trial),
                Route.to("GET", STUDY + "/inputs", WORKERS, inputs::list),
                Route.to("GET", STUDY + "/inputs/{sha256}", WORKERS, inputs::file),
                Route.to("GET", STUDY + "/events", ALL, new Events(studies)::events),
                Route.to("GET", STUDY + "/changes", ALL, new Changes(studies, shown)::feed),
                Route.to("GET", STUDY + "/finished", ALL, new Finishing(studies, shown)::answer),
                Route.to("GET", STUDY + "/queue", SUBMITTERS, Doing.asked(studies, "queue", "count")),
                Route.to("GET", STUDY + "/best", ALL, looks::best),
                Route.to("GET", STUDY + "/importance", ALL, looks::importance),
                Route.to("GET", STUDY + "/model/{answer}", ALL, looks::model),
                Route.to("GET", STUDY + "/charts/{chart}", ALL, looks::chart));
    }

    private static List<Route> steering(OpenStudies studies, ShownStudies shown) {
        var routes = new ArrayList<Route>();
        routes.add(Route.to("POST", STUDIES, SUBMITTERS, Doing.posted(studies, "create").answering(201)));
        routes.add(Route.to("PATCH", STUDY, SUBMITTERS, Doing.posted(studies, "change")));
        routes.add(Route.to("DELETE", STUDY, ADMINS, visit -> {
            shown.forget(visit.at("study"));
            return Doing.posted(studies, "delete").act(visit);
        }));
        for (var kind : List.of("enqueue", "prioritise", "add", "stop", "pause", "resume", "retry")) {
            routes.add(Route.to("POST", STUDY + "/" + kind, SUBMITTERS, Doing.posted(studies, kind)));
        }
        for (var kind : List.of("note", "prioritise", "stop", "pause", "resume", "retry")) {
            routes.add(Route.to("POST", TRIAL + "/" + kind, SUBMITTERS, Doing.posted(studies, kind)));
        }
        return routes;
    }

    private static List<Route> running(OpenStudies studies, Workers workers) {
        var artifacts = new TrialArtifacts(studies, workers.bringing(), new Digests());
        return List.of(
                Route.to("POST", STUDY + "/ask", TELLERS, new Asking(studies)),
                Route.to("POST", STUDY + "/tell", TELLERS, Doing.posted(studies, "tell")),
                Route.to("POST", TRIAL + "/tell", TELLERS, Doing.posted(studies, "tell")),
                Route.to("POST", TRIAL + "/report", TELLERS, Doing.posted(studies, "report")),
                Route.to("POST", WORKER + "/lease", WORKERS, workers::lease),
                Route.to("POST", WORKER + "/heartbeat", TELLERS, workers::heartbeat),
                Route.to("POST", WORKER + "/output", WORKERS, workers.outputs()::take),
                Route.to("GET", TRIAL + "/log", ALL, workers.outputs()::log),
                Route.to("POST", WORKER + "/artifacts", WORKERS, workers.bringing()::announced),
                Route.to("POST", WORKER + "/artifacts/{sha256}", WORKERS, workers.bringing()::part).taking("application/octet-stream"),
                Route.to("GET", TRIAL + "/artifacts", ALL, artifacts::list),
                Route.to("GET", TRIAL + "/artifacts/{name…}", ALL, artifacts::file));
    }
}
