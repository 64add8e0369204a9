package org.passerelle.protect.list.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.list.BulkChanges;

/**
 * What would happen to the chosen cases.
 *
 * @param action what is to be done
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

  /** How many can be changed. */
  public long possible() {
    return cases.stream().filter(one -> one.problem().isEmpty()).count();
  }
}
