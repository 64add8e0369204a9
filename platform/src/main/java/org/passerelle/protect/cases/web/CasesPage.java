package org.passerelle.protect.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.CaseList;

/**
 * The list of cases as it is shown.
 *
 * @param words the labels of the codes that the rows hold, by code
 * @param leads names of colleagues by identifier
 * @param query of the filter without page and sort, for links
 */
public record CasesPage(
    List<CaseList.Row> rows,
    int total,
    int from,
    int pageNumber,
    int pages,
    CaseList.Filter filter,
    Map<String, String> words,
    Map<UUID, String> leads,
    List<Option> states,
    List<Option> forms,
    List<Option> countries,
    String query) {
  public CasesPage {
    rows = List.copyOf(rows);
    words = Map.copyOf(words);
    leads = Map.copyOf(leads);
  }

  /** A code in words. */
  public String word(String code) {
    return words.getOrDefault(code, code);
  }
}
