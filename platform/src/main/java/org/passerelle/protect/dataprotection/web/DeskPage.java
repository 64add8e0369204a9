package org.passerelle.protect.dataprotection.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits at the desk.
 *
 * @param requests of persons that wait for an answer
 * @param breaches of which something is still to be decided
 * @param consents how many stand in which way
 */
public record DeskPage(int requests, int breaches, Map<String, Integer> consents) {
  public DeskPage {
    consents = Collections.unmodifiableMap(new LinkedHashMap<>(consents));
  }

  /** How many consents stand in a way. */
  public int consents(String standing) {
    return consents.getOrDefault(standing, 0);
  }

  /** Ways in which some stand. */
  public List<String> standings() {
    return consents.keySet().stream().filter(standing -> consents(standing) > 0).toList();
  }
}
