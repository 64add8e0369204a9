package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.partner.SigningKeys;
import org.springframework.stereotype.Component;

/**
 * Finds pairs of organisations with pending work: questions to ask, rounds to keep ready for
 * organisations in one office, sets to offer, masks to remove, questions to compare.
 */
@Component
class DuePairs {
  private final QuestionRows questions;
  private final RoundRows rounds;
  private final AskedRows asked;
  private final DaySecrets secrets;
  private final SharedOffice sharedOffice;
  private final SigningKeys keys;

  DuePairs(
      QuestionRows questions,
      RoundRows rounds,
      AskedRows asked,
      DaySecrets secrets,
      SharedOffice sharedOffice,
      SigningKeys keys) {
    this.questions = questions;
    this.rounds = rounds;
    this.asked = asked;
    this.secrets = secrets;
    this.sharedOffice = sharedOffice;
    this.keys = keys;
  }

  /**
   * Pending work with one node.
   *
   * @param asking pairs whose organisation on this node asks
   * @param answering pairs whose organisation on this node is asked
   */
  record Due(Set<DaySecrets.Pair> asking, Set<DaySecrets.Pair> answering) {
    private Due() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /** Pending work by name of the other node. */
  Map<String, Due> byNode(LocalDate day) {
    Map<String, Due> due = new TreeMap<>();
    questions.pairsDue(day).forEach(pair -> of(due, pair).asking.add(pair));
    for (SharedOffice.Sides ready : sharedOffice.ready()) {
      DaySecrets.Pair pair = new DaySecrets.Pair(ready.organisation(), ready.far());
      of(due, pair).asking.add(pair);
    }
    for (RoundRows.Round round : rounds.wanted(day.minusDays(1))) {
      of(due, round.pair()).answering.add(round.pair());
    }
    secrets.allAsked().stream()
        .filter(DaySecrets.Asked::whole)
        .map(one -> one.pair)
        .forEach(pair -> of(due, pair).answering.add(pair));
    asked.pairsWaiting().forEach(pair -> of(due, pair).answering.add(pair));
    return due;
  }

  private Due of(Map<String, Due> due, DaySecrets.Pair pair) {
    String address = keys.address(pair.far());
    return due.computeIfAbsent(address.substring(address.indexOf('@') + 1), node -> new Due());
  }

  /** Ends watches whose last day is over. */
  void endOver(LocalDate day) {
    questions.endOver(day);
  }
}
