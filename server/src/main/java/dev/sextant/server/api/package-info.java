/// The HTTP interface to the studies of a home: which routes there are and what each does. Start with
/// [Service][dev.sextant.server.api.Service]; the routes stand in [Routes][dev.sextant.server.api.Routes], and are described in
/// `docs/reference/openapi.yaml`.
package dev.sextant.server.api;
