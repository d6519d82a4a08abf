# Everything the package does, against the real program. Base R only; the first thing that does not hold ends it.
library(sextant)

refused <- function(kind, expression) stopifnot(inherits(tryCatch(expression, error = identity), paste0("sx_", kind)))
states <- function(study) sx_trials(study)$state
line <- list(x = sx_real(-5, 10))

tests <- list(
  "the same seed finds the same" = function() {
    once <- function() {
      study <- sx_tune(function(x, n) (x - 2)^2 + n, list(x = sx_real(-5, 10), n = sx_integer(1, 4)), trials = 15, seed = 7)
      on.exit(sx_close(study))
      stopifnot(study$ending$kind == "trials", sx_best(study)$values$value < 1.5)
      sx_trials(study)[, c("parameters.x", "parameters.n", "values.value")]
    }
    first <- once()
    stopifnot(nrow(first) == 15, first$parameters.x[[1]] == 2.5, identical(first, once()))
  },
  "a failing objective is a failed trial" = function() {
    study <- sx_tune(function(x) if (x > 2) stop("too large") else if (x < -2) NaN else x, line, trials = 20, seed = 1, strategy = "random")
    on.exit(sx_close(study))
    trials <- sx_trials(study)
    stopifnot(setequal(trials$state, c("complete", "failed")), setequal(na.omit(trials$reason), c("error: too large", "value is NaN")))
  },
  "reports are answered, and a trial that is stopped keeps its figures" = function() {
    study <- sx_create(line, metric = "loss", goal = "min", seed = 1, strategy = "random", stopping = list(median = list(startup = 1)))
    on.exit(sx_close(study))
    for (i in 1:3) {
      trial <- sx_ask(study)
      stopifnot(sx_report(trial, 1, loss = 0.1) == "continue", sx_tell(trial, loss = 0.1))
    }
    bad <- sx_ask(study)
    stopifnot(sx_report(bad, 1, loss = 9) == "stop", sx_tell(bad), identical(states(study), c(rep("complete", 3), "pruned")))
  },
  "conditions, lists and several objectives" = function() {
    study <- sx_create(list(kernel = sx_choice("linear", "poly"), degree = sx_integer(2, 4, when = "kernel == poly"), bias = sx_boolean(default = FALSE),
                            layer = sx_list(list(units = sx_integer(1, 8)), 1, 3)), objectives = list(a = "min", b = "max"), seed = 1)
    on.exit(sx_close(study))
    trial <- sx_ask(study)
    stopifnot(trial$parameters$kernel == "linear", is.null(trial$parameters$degree), !trial$parameters$bias, trial$parameters$layer[[1]]$units == 4)
    sx_tell(trial, 1, 2)
    stopifnot(length(sx_best(study)) == 1, sx_best(study)[[1]]$values$b == 2)
  },
  "steering" = function() {
    study <- sx_create(line, seed = 1, strategy = "random")
    on.exit(sx_close(study))
    refused("no_result", sx_best(study))
    refused("not_allowed", sx_enqueue(study, list(x = 11)))
    added <- sx_add(study, list(x = 4), 16)
    queued <- sx_enqueue(study, list(x = 3))
    stopifnot(length(sx_prioritise(study, c(queued, added), c(5, 1))) == 1)
    ended <- sx_finished(study)
    stopifnot(length(ended$trials) == 1, ended$trials[[1]]$trial == added, length(sx_finished(study, ended$"next")$trials) == 0)
    first <- sx_ask(study)
    second <- sx_ask(study)
    stopifnot(first$number == queued, setequal(c(first$number, second$number), c(0, queued)), sx_best(study)$trial == added)
    sx_stop(study, first$number)
    stopifnot(!sx_tell(first, 1))
    sx_give_back(second)
    again <- sx_ask(study)
    stopifnot(again$number == second$number, again$attempt == 2)
    sx_fail(again, "no")
    stopifnot(sx_retry(study) == again$number)
    sx_pause(study)
    refused("wait", sx_ask(study))
    sx_resume(study)
    stopifnot(sx_ask(study)$number == again$number)
  },
  "a stored study goes on with a larger budget" = function() {
    home <- tempfile()
    study <- sx_create(line, study = "kept", home = home, seed = 1, trials = 1)
    sx_tell(sx_ask(study), 1)
    stopifnot(is.null(sx_ask(study)))
    sx_change(study, trials = 2)
    sx_ask(study)
    sx_close(study)
    refused("program", sx_ask(study))
    study <- sx_load("kept", home = home)
    stopifnot(identical(states(study), c("complete", "queued")))
    sx_tell(sx_ask(study), 2)
    sx_delete(study)
    refused("unknown_study", sx_load("kept", home = home))
  },
  "a process of R that is killed leaves nothing running" = function() {
    home <- tempfile()
    code <- sprintf('library(sextant); s <- sx_create(list(x = sx_real(0, 1)), study = "killed", home = "%s"); t <- sx_ask(s); cat(Sys.getpid(), "\\n"); flush(stdout()); Sys.sleep(3600)', home)
    child <- pipe(paste(file.path(R.home("bin"), "Rscript"), "-e", shQuote(code)), "r")
    tools::pskill(as.integer(readLines(child, 1)), tools::SIGKILL)
    close(child)
    for (i in 1:100) {
      study <- tryCatch(sx_load("killed", home = home), sx_held = function(still) NULL)
      if (!is.null(study)) break
      Sys.sleep(0.1)
    }
    stopifnot(identical(states(study), "queued"))
    sx_close(study)
  },
  "what cannot be understood is refused" = function() {
    refused("wrong_form", sx_create(list(x = list(raal = list(0, 1)))))
    study <- sx_create(line)
    on.exit(sx_close(study))
    refused("wrong_form", sx_tell(sx_ask(study)))
    refused("wrong_form", sx_tell(sx_ask(study), "much"))
  },
  "numbers are exact" = function() {
    study <- sx_create(line, seed = 1)
    on.exit(sx_close(study))
    sx_tell(sx_ask(study), 0.1 + 0.2)
    stopifnot(identical(sx_best(study)$values$value, 0.1 + 0.2))
  },
  "the same on a server" = function() {
    if (!requireNamespace("curl", quietly = TRUE)) return(cat("  (not tested: there is no package 'curl')\n"))
    server <- pipe(paste("sh -c 'echo $$; exec", shQuote(Sys.getenv("SEXTANT")), "serve --port 0 --home", tempfile(), "2>/dev/null'"), "r")
    said <- readLines(server, 2)
    on.exit({ tools::pskill(as.integer(said[[1]])); close(server) })
    at <- sx_connect(said[[2]])
    study <- sx_tune(function(x, trial) { sx_report(trial, 1, x); (x - 2)^2 }, line, trials = 10, seed = 7, study = "far", at = at)
    stopifnot(study$ending$kind == "trials", nrow(sx_trials(study)) == 10, nrow(sx_importance(study)) == 1)
    near <- sx_tune(function(x) (x - 2)^2, line, trials = 10, seed = 7)
    stopifnot(identical(sx_trials(study)$parameters.x, sx_trials(near)$parameters.x))
    sx_close(near)
    refused("unknown_study", sx_load("nowhere", at = at))
    refused("connection", sx_connect("http://127.0.0.1:1", patience = 0))
    sx_change(sx_load("far", at = at), trials = 12)
    sx_enqueue(study, list(x = 3))
    stopifnot(sx_ask(study)$parameters$x == 3)
  }
)

for (name in names(tests)) {
  tests[[name]]()
  cat("ok  ", name, "\n")
}
cat(length(tests), "passed, 0 failed\n")
