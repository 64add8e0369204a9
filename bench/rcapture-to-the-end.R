# Rcapture's models of New Orleans, and the same fitted until nothing changes: Rscript bench/rcapture-to-the-end.R NewOrl.csv
# The table stands in NewOrleansTest; Debian: r-base-core, and Rcapture 1.4-4 of CRAN.
library(Rcapture)
options(digits = 10)
table <- as.matrix(read.csv(commandArgs(TRUE)[1]))
seen <- sum(table[, ncol(table)])
result <- closedp.t(table, dfreq = TRUE)
print(result$results)
error <- function(b, v) sqrt(exp(b) + exp(2 * b) * v)
for (name in names(result$glm)) {
  fit <- result$glm[[name]]
  end <- glm.fit(model.matrix(fit), fit$y, family = poisson(), offset = fit$offset, control = glm.control(epsilon = 1e-15, maxit = 1000))
  v <- chol2inv(end$qr$qr[1:end$rank, 1:end$rank, drop = FALSE])
  b <- end$coefficients[1]
  cat(name, "N", seen + exp(b), "standard error", error(b, v[1, 1]), "deviance", end$deviance, "iterations", fit$iter, end$iter, "\n")
  print(end$coefficients)
}
