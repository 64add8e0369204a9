package org.passerelle.house.work;

import java.time.Duration;
import java.util.List;
import org.passerelle.pages.Page;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;

/**
 * The page of a piece of background work.
 *
 * @param remaining in words, or empty while there is no estimate
 * @param took in words, or empty while it runs
 */
public record WorkPage(
    Work work, List<WorkFile> files, List<String> figures, String remaining, String took) {
  public WorkPage {
    files = List.copyOf(files);
    figures = List.copyOf(figures);
  }

  static WorkPage of(Work work, List<WorkFile> files, Page page) {
    Duration left = work.remaining(page.moments().now());
    return new WorkPage(
        work,
        files,
        work.figures().entrySet().stream()
            .map(e -> page.text(work.kind() + ".figure." + e.getKey(), e.getValue()))
            .toList(),
        left == null ? "" : page.text("work.remaining", words(left, page)),
        work.startedAt() == null || work.endedAt() == null
            ? ""
            : words(Duration.between(work.startedAt(), work.endedAt()), page));
  }

  private static String words(Duration span, Page page) {
    long seconds = Math.max(1, span.toSeconds());
    return seconds < 90
        ? page.text("work.seconds", seconds)
        : page.text("work.minutes", (seconds + 30) / 60);
  }

  /** The label of the state. */
  public String badge() {
    return switch (work.state()) {
      case DONE -> "good";
      case FAILED -> "danger";
      case CANCELLED, INTERRUPTED -> "warn";
      default -> "accent";
    };
  }
}
