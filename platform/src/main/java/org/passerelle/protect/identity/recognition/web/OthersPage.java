package org.passerelle.protect.identity.recognition.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.identity.recognition.PossibleDuplicate;
import org.passerelle.protect.identity.recognition.RelatedCases;

/**
 * View of other files that may be of the person of a case, or belong to it.
 *
 * @param pairs all pairs found, whatever their state
 * @param hidden number of open pairs with files that only the supervisor sees
 * @param suggestions cases that may belong together although the persons are different
 * @param complete whether all persons of the organisation have been compared
 */
public record OthersPage(
    Case file,
    List<PossibleDuplicate> pairs,
    int hidden,
    List<RelatedCases.Suggestion> suggestions,
    boolean complete,
    CaseWords words) {
  public OthersPage {
    pairs = List.copyOf(pairs);
    suggestions = List.copyOf(suggestions);
  }

  /** Pairs that wait for an answer. */
  public List<PossibleDuplicate> open() {
    return pairs.stream().filter(PossibleDuplicate::open).toList();
  }

  /** Decided pairs. */
  public List<PossibleDuplicate> decided() {
    return pairs.stream().filter(pair -> !pair.open()).toList();
  }

  public PossibleDuplicate.Side other(PossibleDuplicate pair) {
    UUID person = file.person().id();
    return pair.one().person().equals(person) ? pair.other() : pair.one();
  }
}
