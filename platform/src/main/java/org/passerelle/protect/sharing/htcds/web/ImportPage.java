package org.passerelle.protect.sharing.htcds.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.work.Work;
import org.passerelle.work.WorkFile;

/**
 * View of the result of a check or an import.
 *
 * @param faults line, column, field and reason of the first faults
 * @param more whether there are further faults
 * @param report URL of the whole report
 * @param checked whether this was the check, after which valid rows can be imported
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

  /** A number of the result. */
  public long figure(String name) {
    return work.figures().getOrDefault(name, 0L);
  }
}
