package org.passerelle.protect.identity.elsewhere.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownFigures;

/** View of matches, undecided ones, and numbers of questions. */
public record AnsweringPage(
    List<Hit> hits,
    List<KnownFigures.Partner> partners,
    List<KnownFigures.Several> several,
    List<KnownFigures.Often> often,
    Map<UUID, String> colleagues,
    Map<UUID, String> names,
    CodeWords words) {
  public AnsweringPage {
    several = List.copyOf(several);
    often = List.copyOf(often);
    hits = List.copyOf(hits);
    partners = List.copyOf(partners);
  }

  public String organisation(UUID id) {
    return names.getOrDefault(id, "…");
  }

  public String colleague(UUID id) {
    return colleagues.getOrDefault(id, "…");
  }

  /** Undecided matches. */
  public List<Hit> waiting() {
    return hits.stream().filter(Hit::open).toList();
  }

  /** Decided matches. */
  public List<Hit> decided() {
    return hits.stream().filter(h -> !h.open()).toList();
  }

  /** Organisations that exceed the quota. */
  public List<KnownFigures.Partner> excessive() {
    return partners.stream().filter(p -> p.beyond() > 0).toList();
  }
}
