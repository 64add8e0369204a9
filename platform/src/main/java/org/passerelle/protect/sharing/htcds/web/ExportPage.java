package org.passerelle.protect.sharing.htcds.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * View of the form of an export.
 *
 * @param count number of cases, up to the limit of counting
 * @param two whether approval is required
 * @param chosen selected cases, or empty for the whole view
 * @param filter filter of the view
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
