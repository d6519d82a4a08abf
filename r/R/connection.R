# Where studies are: a process `sextant pipe` of our own, or a server. Both are environments with a function
# call(kind, members), which gives the members of the answer or stops, and a function close().

written <- function(value) as.character(jsonlite::toJSON(exact(value), auto_unbox = TRUE, null = "null", json_verbatim = TRUE))

# Numbers as the shortest text that reads back exactly; jsonlite itself writes 15 digits of them.
exact <- function(value) {
  if (is.list(value)) return(structure(lapply(value, exact), names = names(value)))
  if (!is.double(value) || length(value) != 1 || !is.finite(value)) return(value)
  text <- sprintf("%.15g", value)
  structure(if (as.numeric(text) == value) text else sprintf("%.17g", value), class = "json")
}

understood <- function(text) jsonlite::fromJSON(text, simplifyVector = FALSE)

# Stops with a condition of the classes sx_<code> and sx_error; `at` is a JSON pointer to what is wrong.
refuse <- function(code, message, at = "") {
  stop(structure(class = c(paste0("sx_", code), "sx_error", "error", "condition"), list(message = message, call = NULL, code = code, at = at)))
}

answered <- function(answer) {
  if (!is.null(answer$error)) refuse(answer$error$code, answer$error$message, answer$error$at)
  answer
}

# The program: that of $SEXTANT, of the PATH, or of a checkout around the current folder.
program <- function() {
  stated <- Sys.getenv("SEXTANT")
  if (nzchar(stated)) {
    return(if (dir.exists(stated)) file.path(stated, "sextant") else stated)
  }
  found <- Sys.which("sextant")
  if (nzchar(found)) return(unname(found))
  folder <- normalizePath(".")
  repeat {
    candidate <- file.path(folder, "sextant")
    if (file.access(candidate, 1) == 0 && file.exists(file.path(folder, "pom.xml"))) return(candidate)
    if (dirname(folder) == folder) break
    folder <- dirname(folder)
  }
  refuse("program", paste0("The program 'sextant' was not found: $SEXTANT is not set, it is not on the PATH, and no folder above ", getwd(),
    " is a checkout of Sextant.\nSet SEXTANT to the path of the program."))
}

# R has no pipes in both directions: what we write goes through one, what is answered comes through a named one. When R ends, however it
# does, its end of the first closes, and so the process ends. Ctrl-C is for R alone.
pipe_connection <- function(home = NULL) {
  answers <- tempfile("sextant-")
  if (system2("mkfifo", shQuote(answers)) != 0) refuse("program", paste0("No named pipe can be made: ", answers))
  on.exit(unlink(answers))
  command <- paste("trap '' INT;", "exec", shQuote(program()), "pipe", if (!is.null(home)) paste("--home", shQuote(home)), ">", shQuote(answers))
  to <- pipe(command, "w")
  from <- fifo(answers, "r", blocking = TRUE)
  self <- new.env()
  self$open <- TRUE
  self$memory <- TRUE
  self$call <- function(kind, members = list()) {
    if (!self$open) refuse("program", "The study is closed.")
    writeLines(written(stats::setNames(list(named(members)), kind)), to)
    flush(to)
    line <- readLines(from, 1, encoding = "UTF-8")
    if (length(line) == 0) {
      self$close()
      refuse("program", "sextant pipe has ended; what it said stands above.")
    }
    answered(understood(line))
  }
  self$close <- function() {
    if (self$open) {
      self$open <- FALSE
      close(to)
      close(from)
    }
    invisible()
  }
  reg.finalizer(self, function(self) self$close(), onexit = TRUE)
  self
}

# An empty list is an object, too.
named <- function(members) if (length(members) == 0) structure(list(), names = character(0)) else members

sx_connect <- function(url, token = Sys.getenv("SEXTANT_TOKEN"), ca = NULL, patience = 300) {
  if (!requireNamespace("curl", quietly = TRUE)) stop("sx_connect needs the package 'curl'.")
  self <- new.env()
  self$memory <- FALSE
  headers <- c("Content-Type" = "application/json", if (nzchar(token)) c("Authorization" = paste("Bearer", token)))
  once <- function(method, path, body, key) {
    handle <- curl::new_handle(customrequest = method, cainfo = ca)
    if (!is.null(body)) curl::handle_setopt(handle, postfields = written(named(body)))
    curl::handle_setheaders(handle, .list = as.list(c(headers, if (method != "GET") c("Idempotency-Key" = key))))
    curl::curl_fetch_memory(paste0(sub("/+$", "", url), path), handle)
  }
  # A write is repeated under one key until it was answered, and is done once.
  self$exchange <- function(method, path, body = NULL) {
    key <- paste(c(Sys.getpid(), format(as.numeric(Sys.time()), digits = 17), sample.int(.Machine$integer.max, 2)), collapse = "-")
    until <- Sys.time() + patience
    repeat {
      response <- tryCatch(once(method, path, body, key), error = identity)
      lost <- inherits(response, "error")
      if (!lost && !(response$status_code %in% c(429, 502, 503, 504))) break
      if (Sys.time() > until) {
        if (lost) refuse("connection", paste0(url, " cannot be reached: ", conditionMessage(response), "."))
        break
      }
      Sys.sleep(0.5)
    }
    text <- rawToChar(response$content)
    Encoding(text) <- "UTF-8"
    answer <- tryCatch(understood(text), error = function(none) NULL)
    if (is.null(answer)) refuse("connection", paste0(url, " answered ", response$status_code, ", and nothing that Sextant says."))
    answered(answer)
  }
  self$call <- function(kind, members = list()) do.call(self$exchange, request(kind, members))
  self$close <- function() invisible()
  self$exchange("GET", "/api/v1")
  self
}

# Method, path and body of a request on a server.
request <- function(kind, members) {
  if (kind == "create") return(list("POST", "/api/v1/studies", members))
  path <- paste0("/api/v1/studies/", utils::URLencode(members$study, reserved = TRUE))
  members$study <- NULL
  if (kind == "show") return(list("GET", path))
  if (kind == "change") return(list("PATCH", path, members))
  if (kind == "delete") return(list("DELETE", path))
  if (kind %in% c("best", "trials", "importance", "queue", "finished")) {
    if (!is.null(members$trials)) members$trials <- paste(members$trials, collapse = ",")
    query <- paste(names(members), vapply(members, as.character, ""), sep = "=", collapse = "&")
    return(list("GET", paste0(path, "/", kind, if (nzchar(query)) "?", query)))
  }
  if (!is.null(members$trial)) {
    path <- paste0(path, "/trials/", members$trial)
    members$trial <- NULL
  }
  list("POST", paste0(path, "/", kind), members)
}
