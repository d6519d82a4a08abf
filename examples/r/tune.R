# Tunes a function from R, and asks and tells by hand.
#
#   R CMD INSTALL r && Rscript examples/r/tune.R

# cut: tune
library(sextant)

study <- sx_tune(function(x, y) (x - 2)^2 + (y - 3)^2, list(x = sx_real(-5, 10), y = sx_real(0, 15)), trials = 50, seed = 1)
best <- sx_best(study)
cat(best$values$value, "at", best$parameters$x, best$parameters$y, "\n")
print(head(sx_trials(study)[, c("trial", "state", "parameters.x", "values.value")], 3))
sx_close(study)
# end of cut

# cut: ask
study <- sx_create(list(lr = sx_real(1e-5, 1e-1, log = TRUE), act = sx_choice("relu", "tanh")), metric = "loss", goal = "min",
                   trials = 20, seed = 1, stopping = "median")
while (!is.null(trial <- sx_ask(study))) {
  for (epoch in 1:10) {
    loss <- abs(log10(trial$parameters$lr) + 3) + 1 / epoch
    if (sx_report(trial, epoch, loss = loss) != "continue") break
  }
  sx_tell(trial)
}
print(sx_importance(study)[, c("parameter", "share")])
sx_close(study)
# end of cut
