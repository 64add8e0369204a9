package org.passerelle.protect.recognition.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.recognition.BelongTogether;
import org.passerelle.protect.recognition.PossibleDuplicate;

/**
 * Other files that may be of the person of a case, or belong to it.
 *
 * @param pairs all that were found, whatever was answered
 * @param hidden how many wait with files that only the supervisor sees
 * @param suggestions cases that may belong together though the persons are different
 * @param complete whether all persons of the organisation are known yet
 */
public record OthersPage(
    Case file,
    List<PossibleDuplicate> pairs,
    int hidden,
    List<BelongTogether.Suggestion> suggestions,
    boolean complete,
    CaseWords words) {
  public OthersPage {
    pairs = List.copyOf(pairs);
    suggestions = List.copyOf(suggestions);
  }

  /** The pairs that wait for an answer. */
  public List<PossibleDuplicate> open() {
    return pairs.stream().filter(PossibleDuplicate::open).toList();
  }

  /** The pairs that were decided. */
  public List<PossibleDuplicate> decided() {
    return pairs.stream().filter(pair -> !pair.open()).toList();
  }

  /** The other side of a pair. */
  public PossibleDuplicate.Side other(PossibleDuplicate pair) {
    UUID person = file.person().id();
    return pair.one().person().equals(person) ? pair.other() : pair.one();
  }
}
