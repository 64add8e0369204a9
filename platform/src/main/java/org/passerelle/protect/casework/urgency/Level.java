package org.passerelle.protect.casework.urgency;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource.Sign;
import org.passerelle.protect.casework.cases.due.DerivedCaseColumns;

/**
 * Urgency and risk of a case: those of the gravest sign, unless a manual judgement overrides it. A
 * judgement overrides earlier signs, not later ones. A pure function.
 *
 * @param since since when it applies; null if there is no sign
 */
public record Level(Urgency urgency, Risk risk, @Nullable Instant since) {
  /** Level of a case without signs. */
  static final Level NONE = new Level(Urgency.ORDINARY, Risk.NOT_KNOWN, null);

  /** Combines signs and the last judgement. */
  static Level of(Collection<Sign> signs, Optional<Judgement> judged) {
    Level level = judged.map(one -> new Level(one.urgency(), one.risk(), one.at())).orElse(NONE);
    for (Sign sign : signs) {
      if (judged.isEmpty() || sign.since().isAfter(judged.get().at())) {
        level = level.with(sign);
      }
    }
    return level;
  }

  /** As it is kept in the row of the case. */
  DerivedCaseColumns.Danger kept() {
    return new DerivedCaseColumns.Danger(urgency, risk, since);
  }

  private Level with(Sign sign) {
    // the earliest time at which the case was this urgent
    int more = sign.urgency().compareTo(urgency);
    boolean earlier = since == null || sign.since().isBefore(since);
    Instant from = more > 0 || (more == 0 && earlier) ? sign.since() : since;
    return new Level(urgency.or(sign.urgency()), risk.or(sign.risk()), from);
  }
}
