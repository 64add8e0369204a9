package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs methods on a table. Deterministic for the seed, whatever the number of threads. Interrupting
 * the calling thread cancels it with a {@link java.util.concurrent.CancellationException}.
 */
public final class Study {
  /** Incremented with each change that can affect a result. */
  public static final int VERSION = 2;

  /** A method by its name on the command line. */
  public enum Method {
    STEPWISE,
    BIC,
    DGA,
    LCMCR,
    CHAO,
    COVERAGE,
    LOGLINEAR;

    /** The name on the command line. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final CaptureHistories table;
  private final Settings settings;
  private final Progress progress;

  public Study(CaptureHistories table, Settings settings) {
    this(table, settings, Progress.SILENT);
  }

  /**
   * A study that reports its progress.
   *
   * @throws NoEstimate if the table does not have two informative lists
   */
  public Study(CaptureHistories table, Settings settings, Progress progress) {
    this.table = table.cleaned();
    this.settings = settings;
    this.progress = progress;
  }

  /** The table without uninformative lists. */
  public CaptureHistories table() {
    return table;
  }

  public Settings settings() {
    return settings;
  }

  /** Why a method has no answer, if that is known before computing. */
  public Optional<Sentence> refusal(Method method) {
    return method == Method.DGA ? GraphAveraging.refusal(table) : Optional.empty();
  }

  /** Runs one method. */
  public Estimate estimate(Method method) {
    Estimate estimate;
    if (noOverlap()) {
      estimate =
          new Estimate.Draft(table, method.id(), settings.level(), System.nanoTime())
              .none("no-overlap")
              .done();
    } else {
      estimate = run(method);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new java.util.concurrent.CancellationException("The estimation was interrupted.");
    }
    List<Sentence> said = new ArrayList<>(table.warnings());
    said.addAll(untested());
    return said.isEmpty() ? estimate : estimate.withWarnings(said);
  }

  /**
   * What overlaps cannot show: for two lists, whether one leads to the other; for one list,
   * anything.
   */
  private List<Sentence> untested() {
    if (noOverlap()) {
      return List.of();
    }
    if (table.size() == 2) {
      return List.of(Sentence.of("warning.two-lists", table.lists().get(0), table.lists().get(1)));
    }
    List<Sentence> said = new ArrayList<>();
    for (int j = 0; j < table.size(); j++) {
      if (table.count(1 << j) == table.onAll(1 << j)) {
        said.add(Sentence.of("warning.list-shares-nobody", table.lists().get(j)));
      }
    }
    return said;
  }

  private Estimate run(Method method) {
    return switch (method) {
      case STEPWISE -> Stepwise.estimate(table, settings);
      case BIC -> AllModels.estimate(table, settings);
      case DGA -> GraphAveraging.estimate(table, settings);
      case LCMCR -> LatentClasses.estimate(table, settings);
      case CHAO -> ClosedModels.chao(table, settings);
      case COVERAGE -> SampleCoverage.estimate(table, settings);
      case LOGLINEAR -> ClosedModels.loglinear(table, settings);
    };
  }

  /** Whether nobody is on two lists. */
  boolean noOverlap() {
    return table.onExactly(1) == table.observed();
  }

  /** Runs several methods, in order. */
  public List<Estimate> estimates(List<Method> methods) {
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      progress.at(methods.get(i).id(), (double) i / methods.size());
      estimates.add(estimate(methods.get(i)));
    }
    progress.at("done", 1);
    return List.copyOf(estimates);
  }

  /** Runs all methods. */
  public List<Estimate> all() {
    return estimates(List.of(Method.values()));
  }

  public Estimate stepwise() {
    return estimate(Method.STEPWISE);
  }

  public Estimate bic() {
    return estimate(Method.BIC);
  }

  public Estimate dga() {
    return estimate(Method.DGA);
  }

  public Estimate lcmcr() {
    return estimate(Method.LCMCR);
  }

  public Estimate chao() {
    return estimate(Method.CHAO);
  }

  public Estimate coverage() {
    return estimate(Method.COVERAGE);
  }

  public Estimate loglinear() {
    return estimate(Method.LOGLINEAR);
  }
}
