/// A client of the HTTP interface, for programs that join a server. Start with
/// [ServerClient][dev.sextant.wire.http.ServerClient]; the routes are described in `docs/reference/http.md`.
package dev.sextant.wire.http;
