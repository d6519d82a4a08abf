package dev.sextant.server.http;

import dev.sextant.model.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// All routes of a server, in the order in which they are tried.
///
/// A step takes time in proportion to the number of routes, some microseconds for a hundred.
record RouteTable(List<Route> routes) {
    RouteTable {
        routes = List.copyOf(routes);
    }

    /// A route with what stands in its places.
    record Found(Route route, Map<String, String> place) {}

    /// The route of a request.
    ///
    /// @throws HttpRefusedException if there is none
    Found find(Incoming incoming) {
        var steps = steps(incoming.path());
        var others = new TreeSet<String>();
        for (var route : routes) {
            var place = route.match(steps);
            if (place.isPresent()) {
                if (serves(route, incoming.method())) {
                    return new Found(route, place.get());
                }
                others.add(route.method());
            }
        }
        throw others.isEmpty() ? unknown(incoming) : wrongMethod(incoming, String.join(", ", others));
    }

    /// What may be got may be asked for without its body.
    private static boolean serves(Route route, String method) {
        return route.method().equals(method) || (method.equals("HEAD") && route.method().equals("GET"));
    }

    private static List<String> steps(String path) {
        if (!path.startsWith("/")) {
            throw new HttpRefusedException(400, "wrong_form", "The path '%s' does not begin with '/'.".formatted(path));
        }
        return Route.steps(path).stream().map(step -> Query.decoded(step.replace("+", "%2B"))).toList();
    }

    private HttpRefusedException unknown(Incoming incoming) {
        var paths = routes.stream().map(Route::path).distinct().toList();
        return new HttpRefusedException(404, "not_found", "There is nothing at '%s'.%s".formatted(incoming.path(),
                Nearest.question(incoming.path(), paths).map(q -> "\n" + q).orElse("")));
    }

    private static HttpRefusedException wrongMethod(Incoming incoming, String allowed) {
        return new HttpRefusedException(405, "method_not_allowed",
                "'%s' takes %s, not %s.".formatted(incoming.path(), allowed, incoming.method()), Map.of("Allow", allowed));
    }
}
