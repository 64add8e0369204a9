package org.passerelle.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts the tests of one class and reports each failure with its location and message. */
final class Told implements TestExecutionListener {
  private final Results results;
  private final Watch watch;
  private TestPlan plan;
  private int passed;
  private int failed;
  private int skipped;

  @SuppressWarnings("NullAway.Init") // the launcher gives the plan before it runs anything
  Told(Results results, Watch watch) {
    this.results = results;
    this.watch = watch;
  }

  int passed() {
    return passed;
  }

  int failed() {
    return failed;
  }

  int skipped() {
    return skipped;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    watch.at(name(test));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    long tests = 0;
    if (test.isTest()) {
      tests = 1;
    } else {
      tests = plan.getDescendants(test).stream().filter(TestIdentifier::isTest).count();
    }
    skipped += (int) Math.max(1, tests);
    System.out.println("LEFT OUT " + name(test) + ": " + Results.firstLine(reason));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    watch.at(Watch.AFTER + name(test));
    if (result.getStatus() == Status.ABORTED) {
      skipped++;
      System.out.println("LEFT OUT " + name(test) + ": " + message(result));
    } else if (result.getStatus() == Status.FAILED) {
      failed++;
      results.failed(name(test), message(result));
      result.getThrowable().ifPresent(e -> e.printStackTrace(System.out));
    } else if (test.isTest()) {
      passed++;
    }
  }

  private static String message(TestExecutionResult result) {
    Optional<Throwable> thrown = result.getThrowable();
    if (thrown.isEmpty()) {
      return "no reason given";
    }
    Throwable e = thrown.get();
    String message = e.getMessage();
    return e instanceof AssertionError && message != null
        ? message
        : e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /**
   * Class and method, with the invocation in brackets: the database of a class, the row of a table.
   */
  private String name(TestIdentifier test) {
    String where = test.getDisplayName();
    if (test.getSource().orElse(null) instanceof MethodSource method) {
      where = method.getClassName() + "#" + method.getMethodName();
    } else if (test.getSource().orElse(null) instanceof ClassSource type) {
      where = type.getClassName();
    }
    Deque<String> rounds = new ArrayDeque<>();
    Optional<TestIdentifier> step = Optional.of(test);
    while (step.isPresent()) {
      if (step.get().getUniqueIdObject().getLastSegment().getType().endsWith("invocation")) {
        rounds.addFirst(step.get().getDisplayName());
      }
      step = plan.getParent(step.get());
    }
    return rounds.isEmpty() ? where : where + " [" + String.join(", ", rounds) + "]";
  }
}
