# A study, and trials that run.

BUDGET <- c("trials", "time", "stop_at", "stop_when", "patience", "max_failures")

sx_create <- function(space, study = NULL, metric = "value", goal = NULL, objectives = NULL, at = NULL, home = NULL, ...) {
  settings <- list(...)
  form <- list(space = named(space), objective = objective(metric, goal, objectives))
  if (any(names(settings) %in% BUDGET)) form$budget <- settings[names(settings) %in% BUDGET]
  for (name in setdiff(names(settings), BUDGET)) {
    form[[if (name == "limits") "limit" else name]] <- if (name %in% c("record", "limits", "require", "warm_start")) as.list(settings[[name]]) else settings[[name]]
  }
  own <- is.null(at)
  connection <- if (own) pipe_connection(home) else at
  name <- if (is.null(study)) paste0("r-", paste(sample(c(0:9, letters[1:6]), 8, replace = TRUE), collapse = "")) else study
  place <- if (connection$memory) list(store = if (is.null(study)) "memory" else "home")
  made <- FALSE
  on.exit(if (own && !made) connection$close())
  connection$call("create", c(list(study = name), form, place))
  if (!is.null(form$budget)) connection$call("change", list(study = name, budget = form$budget))
  made <- TRUE
  new_study(connection, name, metrics(form$objective))
}

objective <- function(metric, goal, objectives) {
  if (!is.null(objectives)) {
    return(lapply(names(objectives), function(name) list(metric = name, goal = objectives[[name]])))
  }
  if (is.null(goal) && metric == "value") goal <- "min"
  c(list(metric = metric), if (!is.null(goal)) list(goal = goal))
}

metrics <- function(objective) {
  objectives <- if (is.null(names(objective))) objective else list(objective)
  unlist(lapply(objectives, function(o) o$metric))
}

sx_load <- function(study, at = NULL, home = NULL) {
  own <- is.null(at)
  connection <- if (own) pipe_connection(home) else at
  found <- FALSE
  on.exit(if (own && !found) connection$close())
  spec <- connection$call("show", list(study = study))$spec
  found <- TRUE
  new_study(connection, study, metrics(spec$objective))
}

new_study <- function(connection, name, metrics) {
  self <- structure(new.env(), class = "sx_study")
  self$connection <- connection
  self$name <- name
  self$metrics <- metrics
  self$ending <- NULL
  self
}

print.sx_study <- function(x, ...) cat("Study '", x$name, "'", if (!is.null(x$ending)) paste(":", x$ending$why), "\n", sep = "")

print.sx_trial <- function(x, ...) cat("Trial ", x$number, " of study '", x$study$name, "': ", written(x$parameters), "\n", sep = "")

said <- function(study, kind, ...) {
  members <- list(...)
  study$connection$call(kind, c(list(study = study$name), members[!vapply(members, is.null, logical(1))]))
}

# The next trial; NULL when the study is over. Stops with sx_wait if there is none now, unless it may wait so many seconds.
sx_ask <- function(study, wait = 0) {
  until <- Sys.time() + wait
  repeat {
    answer <- said(study, "ask")
    study$ending <- if (isTRUE(answer$exhausted)) list(kind = answer$ending, why = answer$why)
    if (!is.null(study$ending)) return(NULL)
    if (length(answer$trials) > 0) return(new_trial(study, answer$trials[[1]]))
    if (Sys.time() >= until) refuse("wait", paste0("Study '", study$name, "' has nothing to run now: ", answer$why, "."))
    Sys.sleep(0.2)
  }
}

new_trial <- function(study, asked) {
  self <- structure(new.env(), class = "sx_trial")
  self$study <- study
  self$number <- asked$trial
  self$attempt <- asked$attempt
  self$parameters <- asked$parameters
  self$checkpoint <- asked$checkpoint
  self$decision <- "continue"
  self$reported <- list()
  self$told <- FALSE
  self
}

# Values by metric; one without a name is that of the only objective.
figures <- function(study, given) {
  given <- as.list(unlist(given))
  if (length(given) > 0 && is.null(names(given))) {
    if (length(given) != length(study$metrics)) {
      refuse("wrong_form", paste0(length(given), " values for ", length(study$metrics), " objectives: ", paste(study$metrics, collapse = ", "), "."))
    }
    names(given) <- study$metrics
  }
  wrong <- Filter(function(name) !is.numeric(given[[name]]), names(given))
  if (length(wrong) > 0) refuse("wrong_form", paste0(wrong[[1]], " is '", given[[wrong[[1]]]], "', and has to be a number."))
  given
}

unsound <- function(values) Filter(function(name) !is.finite(values[[name]]), names(values))

# Figures at a step; "continue", "stop" or "pause". What is NaN or infinite is not kept.
sx_report <- function(trial, step, ...) {
  values <- figures(trial$study, list(...))
  values <- values[setdiff(names(values), unsound(values))]
  if (length(values) == 0) return("continue")
  trial$reported[names(values)] <- values
  answer <- said(trial$study, "report", trial = trial$number, attempt = trial$attempt, step = step, values = values)
  trial$decision <- answer$decision
  answer$decision
}

# The result; TRUE if it was taken. Without values those reported last.
sx_tell <- function(trial, ...) {
  values <- figures(trial$study, list(...))
  if (length(values) == 0) values <- trial$reported
  wrong <- unsound(values)
  if (length(wrong) > 0) return(sx_fail(trial, paste(wrong[[1]], "is", values[[wrong[[1]]]])))
  if (length(values) == 0) refuse("wrong_form", "sx_tell needs a value: none was given, and none was reported before.")
  outcome <- list(values = values)
  if (trial$decision == "stop") outcome$pruned <- TRUE
  if (trial$decision == "pause") outcome$paused <- TRUE
  tell(trial, outcome)
}

sx_fail <- function(trial, why) tell(trial, list(failed = why))

tell <- function(trial, outcome) {
  answer <- do.call(said, c(list(trial$study, "tell", trial = trial$number, attempt = trial$attempt), outcome))
  trial$told <- TRUE
  isTRUE(answer$ok)
}

sx_give_back <- function(trial) {
  said(trial$study, "pause", trial = trial$number)
  said(trial$study, "resume", trial = trial$number)
  trial$told <- TRUE
  invisible(trial)
}

# Asks, computes, tells until the study is over. The objective gets by name the parameters it asks for, and `trial` if it does; a failing one
# is a failed trial. Ctrl-C gives the trial back and ends the search.
sx_tune <- function(objective, space, trials = 100, max_failures = 10, ...) {
  study <- sx_create(space, trials = trials, max_failures = max_failures, ...)
  interrupted <- FALSE
  while (!interrupted && !is.null(trial <- sx_ask(study, wait = Inf))) {
    interrupted <- tryCatch({
      evaluate(objective, trial)
      FALSE
    }, interrupt = function(signal) TRUE)
    if (interrupted && !trial$told) {
      sx_give_back(trial)
      study$ending <- list(kind = "interrupted", why = "it was stopped before it was over")
    }
  }
  study
}

evaluate <- function(objective, trial) {
  result <- tryCatch(do.call(objective, arguments(objective, trial)), error = identity)
  if (trial$told) return()
  if (inherits(result, "error")) {
    sx_fail(trial, paste0("error: ", conditionMessage(result)))
  } else {
    tryCatch(do.call(sx_tell, c(list(trial), as.list(result))), sx_wrong_form = function(wrong) sx_fail(trial, conditionMessage(wrong)))
  }
}

arguments <- function(objective, trial) {
  asked <- names(formals(args(objective)))
  given <- trial$parameters
  if ("trial" %in% asked && is.null(given$trial)) given$trial <- trial
  if ("..." %in% asked) given else given[intersect(names(given), asked)]
}

sx_best <- function(study) {
  answer <- said(study, "best")
  if (is.null(answer$trials)) answer$trial else answer$trials
}

# A data frame with a row for each trial, and the columns of `sextant export`.
sx_trials <- function(study) {
  found <- list()
  repeat {
    page <- said(study, "trials", from = length(found), count = 10000)$trials
    found <- c(found, page)
    if (length(page) < 10000) break
  }
  rows <- lapply(found, function(t) c(t[setdiff(names(t), c("parameters", "values"))], prefixed("parameters", t$parameters), prefixed("values", t$values)))
  columns <- unique(unlist(lapply(rows, names)))
  cells <- lapply(columns, function(column) unlist(lapply(rows, function(row) if (is.null(row[[column]])) NA else row[[column]])))
  as.data.frame(stats::setNames(cells, columns), stringsAsFactors = FALSE, check.names = FALSE)
}

prefixed <- function(prefix, values) if (length(values) > 0) stats::setNames(values, paste0(prefix, ".", names(values)))

sx_importance <- function(study, method = NULL) {
  found <- said(study, "importance", method = method)$parameters
  do.call(rbind, lapply(found, function(p) as.data.frame(p, stringsAsFactors = FALSE)))
}

# A higher priority is sooner; others have 0.
sx_enqueue <- function(study, parameters, why = NULL, priority = NULL) {
  said(study, "enqueue", parameters = named(parameters), why = why, priority = priority)$trial
}

# How urgent trials are that wait. Answers those that have ended meanwhile.
sx_prioritise <- function(study, trials, priority) {
  wishes <- Map(function(trial, priority) list(trial = trial, priority = priority), trials, priority)
  unlist(said(study, "prioritise", priorities = unname(wishes))$late)
}

# Trials that have ended since `after`, in the order in which they did; `next` of the answer is where to go on. On a server it may
# be waited for the next one: `wait = "30s"`.
sx_finished <- function(study, after = 0, wait = NULL) said(study, "finished", after = after, wait = wait)

sx_add <- function(study, parameters, ..., why = NULL) {
  said(study, "add", parameters = named(parameters), values = figures(study, list(...)), why = why)$trial
}

sx_stop <- function(study, trial = NULL, why = NULL) invisible(said(study, "stop", trial = trial, why = why))

sx_pause <- function(study, trial = NULL) invisible(said(study, "pause", trial = trial))

sx_resume <- function(study, trial = NULL) invisible(said(study, "resume", trial = trial))

sx_retry <- function(study, trial = NULL) unlist(said(study, "retry", trial = trial, failed = if (is.null(trial)) TRUE)$trials)

sx_change <- function(study, ...) invisible(said(study, "change", budget = list(...)))

sx_delete <- function(study) {
  said(study, "delete")
  sx_close(study)
}

sx_close <- function(study) study$connection$close()
