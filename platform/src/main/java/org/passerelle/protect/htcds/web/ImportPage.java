package org.passerelle.protect.htcds.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;

/**
 * What a check or an import found.
 *
 * @param faults line, column, field and reason of the first rows that cannot be taken
 * @param more whether there are further ones
 * @param report the whole report
 * @param checked whether this was the check, after which the good rows can be entered
 */
public record ImportPage(
    Work work,
    List<List<String>> faults,
    boolean more,
    Optional<WorkFile> report,
    boolean checked) {
  public ImportPage {
    faults = List.copyOf(faults);
  }

  /** A figure of the outcome. */
  public long figure(String name) {
    return work.figures().getOrDefault(name, 0L);
  }
}
