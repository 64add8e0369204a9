package org.passerelle.protect.htcds.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * What is asked before cases leave as a file.
 *
 * @param count of cases, as far as they were counted
 * @param two whether a second person must agree
 * @param chosen cases, or none for all of the view
 * @param filter of the view
 */
public record ExportPage(
    Filled form,
    int count,
    boolean two,
    List<UUID> chosen,
    Map<String, String> filter,
    List<Option> purposes,
    List<Option> categories) {
  public ExportPage {
    chosen = List.copyOf(chosen);
  }
}
