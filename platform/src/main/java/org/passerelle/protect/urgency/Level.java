package org.passerelle.protect.urgency;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;
import org.passerelle.protect.cases.DangerSource.Sign;
import org.passerelle.protect.cases.DerivedCaseColumns;

/**
 * How a case stands: the gravest of its signs, unless somebody judged otherwise; a judgement holds
 * against the signs of before it, and not against one that came after. A plain function.
 *
 * @param since from when it is so; null where nothing is said
 */
public record Level(Urgency urgency, Risk risk, @Nullable Instant since) {
  /** Of a case of which nothing is known. */
  static final Level NONE = new Level(Urgency.ORDINARY, Risk.NOT_KNOWN, null);

  /** What signs and the last judgement come to. */
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
    // the first moment at which it was as urgent as it is now
    int more = sign.urgency().compareTo(urgency);
    boolean earlier = since == null || sign.since().isBefore(since);
    Instant from = more > 0 || (more == 0 && earlier) ? sign.since() : since;
    return new Level(urgency.or(sign.urgency()), risk.or(sign.risk()), from);
  }
}
