# Domains of parameters, each an object of a study file. What is NULL was not said.

domain <- function(form, ...) {
  options <- list(...)
  c(form, options[!vapply(options, is.null, logical(1))])
}

sx_real <- function(lower, upper, log = NULL, step = NULL, default = NULL, around = NULL, spread = NULL, when = NULL, was = NULL) {
  domain(list(real = list(lower, upper)), log = log, step = step, default = default, around = around, spread = spread, "if" = when, was = was)
}

sx_integer <- function(lower, upper, log = NULL, step = NULL, default = NULL, around = NULL, spread = NULL, when = NULL, was = NULL) {
  domain(list(int = list(lower, upper)), log = log, step = step, default = default, around = around, spread = spread, "if" = when, was = was)
}

sx_choice <- function(..., default = NULL, around = NULL, spread = NULL, when = NULL, was = NULL) {
  domain(list(choice = values(...)), default = default, around = around, spread = spread, "if" = when, was = was)
}

sx_ordered <- function(..., default = NULL, around = NULL, spread = NULL, when = NULL, was = NULL) {
  domain(list(ordered = values(...)), default = default, around = around, spread = spread, "if" = when, was = was)
}

sx_boolean <- function(default = NULL, when = NULL, was = NULL) {
  domain(list(bool = list(TRUE, FALSE)), default = default, "if" = when, was = was)
}

sx_list <- function(element, least, most, default = NULL, when = NULL) {
  domain(list(list = element, length = list(least, most)), default = default, "if" = when)
}

# sx_choice("a", "b") and sx_choice(c("a", "b")) are the same.
values <- function(...) unlist(lapply(list(...), as.list), recursive = FALSE)
