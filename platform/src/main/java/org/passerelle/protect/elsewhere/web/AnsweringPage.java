package org.passerelle.protect.elsewhere.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.elsewhere.Hit;
import org.passerelle.protect.elsewhere.KnownFigures;

/** What others asked for, what waits, and how much was asked. */
public record AnsweringPage(
    List<Hit> hits,
    List<KnownFigures.Partner> partners,
    List<KnownFigures.Several> several,
    List<KnownFigures.Often> often,
    Map<UUID, String> colleagues,
    Map<UUID, String> names,
    CaseWords words) {
  public AnsweringPage {
    several = List.copyOf(several);
    often = List.copyOf(often);
    hits = List.copyOf(hits);
    partners = List.copyOf(partners);
  }

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  /** What a colleague is called. */
  public String colleague(UUID id) {
    return colleagues.getOrDefault(id, "…");
  }

  /** Those about which nobody has decided. */
  public List<Hit> waiting() {
    return hits.stream().filter(Hit::open).toList();
  }

  /** Those about which somebody has. */
  public List<Hit> decided() {
    return hits.stream().filter(h -> !h.open()).toList();
  }

  /** Organisations that ask more than the quota allows. */
  public List<KnownFigures.Partner> excessive() {
    return partners.stream().filter(p -> p.beyond() > 0).toList();
  }
}
