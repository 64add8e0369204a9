package org.passerelle.protect.casework.list.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.list.BulkChanges;

/**
 * View of the preview of a bulk change.
 *
 * @param action action to be carried out
 * @param closing codes of reasons
 */
public record BulkPage(
    String action,
    Filled form,
    List<BulkChanges.Preview> cases,
    List<Option> colleagues,
    List<Option> kinds,
    List<String> closing) {
  public BulkPage {
    cases = List.copyOf(cases);
  }

  /** Number of cases that can be changed. */
  public long possible() {
    return cases.stream().filter(one -> one.problem().isEmpty()).count();
  }
}
