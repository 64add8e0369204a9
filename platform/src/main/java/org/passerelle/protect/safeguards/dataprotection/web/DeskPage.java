package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * View of the data protection officer's start page.
 *
 * @param requests number of open requests
 * @param breaches number of breaches with open decisions
 * @param consents number of consents by status
 */
public record DeskPage(int requests, int breaches, Map<String, Integer> consents) {
  public DeskPage {
    consents = Collections.unmodifiableMap(new LinkedHashMap<>(consents));
  }

  /** Number of consents with a status. */
  public int consents(String standing) {
    return consents.getOrDefault(standing, 0);
  }

  /** Statuses with at least one consent. */
  public List<String> standings() {
    return consents.keySet().stream().filter(standing -> consents(standing) > 0).toList();
  }
}
