package org.passerelle.protect.elsewhere;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Between whom a round is needed: where something is to be asked, and where two sit in one office,
 * so that a question finds the round ready.
 */
@Component
class DuePairs {
  private final QuestionRows questions;
  private final AtOnce atOnce;

  DuePairs(QuestionRows questions, AtOnce atOnce) {
    this.questions = questions;
    this.atOnce = atOnce;
  }

  Set<DaySecrets.Pair> pairs(LocalDate day) {
    Set<DaySecrets.Pair> pairs = new LinkedHashSet<>(questions.pairsDue(day));
    atOnce.ready().forEach(s -> pairs.add(new DaySecrets.Pair(s.organisation(), s.far())));
    return pairs;
  }

  /** Watches whose last day is over are asked no more. */
  void endOver(LocalDate day) {
    questions.endOver(day);
  }
}
