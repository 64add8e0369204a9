package org.passerelle.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser of the run; tests that need it are skipped with a message if it is missing. */
final class Chromium implements ExecutionCondition {
  private static final String PATH = System.getProperty("passerelle.chromium", "");
  private static volatile @Nullable Browser browser;

  static synchronized Browser get() {
    Browser running = browser;
    if (running == null) {
      running =
          Playwright.create()
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of(PATH))
                      .setHeadless(true)
                      .setTimeout(Eventually.MILLISECONDS)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              // every page loads its scripts anew: optimised code would be
                              // discarded before it pays off
                              "--js-flags=--no-opt,--no-maglev",
                              // only one page per visitor is rendered at a time, so none is kept in
                              // reserve, and no separate GPU process is needed
                              "--renderer-process-limit=1",
                              "--in-process-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      browser = running;
    }
    return running;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return PATH.isEmpty()
        ? ConditionEvaluationResult.disabled("There is no Chromium.")
        : ConditionEvaluationResult.enabled(PATH);
  }
}
